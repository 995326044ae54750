"""Writing to a chat without having been spoken to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount

from bot.chat import NotReachable
from bot.settings import Settings
from bot.teams.client import Client
from bot.teams.connector import Connector
from bot.teams.outbound import message
from bot.teams.wire import to_json
from cards.drawn import Drawn
from domain.conversations import Conversation, Place

CHANNEL = "msteams"
Install = Callable[[str], Awaitable[None]]  # by Entra object id; raises NotReachable and TryLater


class TeamsPost:
    """bot.chat.Post over the connector."""

    def __init__(self, settings: Settings, connector: Connector, install: Install | None = None) -> None:
        self._bot_id = f"28:{settings.app_id or 'hjemmebot'}"
        self._connector = connector
        self._install = install

    async def send(self, to: Conversation, drawn: Drawn) -> str:
        """Send a new message and return its activity id."""
        sent = await self._client(to).send_to_conversation(to.id, _addressed(to, drawn))
        return str(sent.id)

    def copy(self, drawn: Drawn) -> bytes:
        """Return a drawing ready for `send_copy`, once for all who get the same."""
        activity = message(drawn)
        activity.channel_id = CHANNEL
        return orjson.dumps(to_json(activity))

    async def send_copy(self, to: Conversation, copy: bytes, card_id: str = "") -> str:
        """Send a copy, or put it in the place of a message, and return the message's id. Asks the connector once.

        What differs between receivers is put before what they share, so that a card is written down once for all.
        """
        own: dict[str, Any] = {
            "serviceUrl": to.service_url,
            "conversation": {"id": to.id, "conversationType": to.place.value},
            "from": {"id": to.bot_id},
        }
        own |= {"recipient": {"id": to.user_id}} if to.user_id else {}
        own |= {"id": card_id} if card_id else {}
        body = orjson.dumps(own)[:-1] + b"," + copy[1:]
        parts = (to.id, "activities", card_id) if card_id else (to.id, "activities")
        made = await self._connector.call("PUT" if card_id else "POST", to.service_url, parts, body, once=True)
        return str(made.get("id") or card_id)

    async def update(self, to: Conversation, card_id: str, drawn: Drawn) -> None:
        """Redraw a message in place."""
        activity = _addressed(to, drawn)
        activity.id = card_id
        await self._client(to).update_activity(to.id, card_id, activity)

    async def delete(self, to: Conversation, card_id: str) -> None:
        """Take a message back."""
        await self._client(to).delete_activity(to.id, card_id)

    async def open(self, service_url: str, tenant_id: str, person_id: str) -> Conversation:
        """Return the personal chat with a person by Entra object id; asking again gives the same chat.

        Where apps can be installed for people, that comes first: without it Teams opens no chat.
        """
        if self._install is not None:
            await self._install(person_id)
        made = await Client(self._connector, service_url).create_conversation(
            {
                "bot": {"id": self._bot_id},
                "members": [{"id": person_id}],
                "isGroup": False,
                "tenantId": tenant_id,
                "channelData": {"tenant": {"id": tenant_id}},
            }
        )
        if not made:
            raise NotReachable("NoConversation")
        return Conversation(made, service_url, tenant_id, self._bot_id, Place.PERSONAL)

    def _client(self, to: Conversation) -> Client:
        return Client(self._connector, to.service_url)


def _addressed(to: Conversation, drawn: Drawn) -> Activity:
    activity = message(drawn)
    activity.channel_id = CHANNEL
    activity.service_url = to.service_url
    activity.conversation = ConversationAccount(id=to.id, conversation_type=to.place.value)
    activity.from_property = ChannelAccount(id=to.bot_id)
    if to.user_id:
        activity.recipient = ChannelAccount(id=to.user_id)
    return activity
