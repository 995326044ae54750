"""Writing to a chat without having been spoken to."""

from __future__ import annotations

from botbuilder.schema import Activity, ChannelAccount, ConversationAccount

from bot.chat import NotReachable
from bot.settings import Settings
from bot.teams.client import Client
from bot.teams.connector import Connector
from bot.teams.outbound import message
from cards.drawn import Drawn
from domain.conversations import Conversation, Place

CHANNEL = "msteams"


class TeamsPost:
    """bot.chat.Post over the connector."""

    def __init__(self, settings: Settings, connector: Connector) -> None:
        self._bot_id = f"28:{settings.app_id or 'hjemmebot'}"
        self._connector = connector

    async def send(self, to: Conversation, drawn: Drawn) -> str:
        """Send a new message and return its activity id."""
        sent = await self._client(to).send_to_conversation(to.id, _addressed(to, drawn))
        return str(sent.id)

    async def update(self, to: Conversation, card_id: str, drawn: Drawn) -> None:
        """Redraw a message in place."""
        activity = _addressed(to, drawn)
        activity.id = card_id
        await self._client(to).update_activity(to.id, card_id, activity)

    async def delete(self, to: Conversation, card_id: str) -> None:
        """Take a message back."""
        await self._client(to).delete_activity(to.id, card_id)

    async def open(self, service_url: str, tenant_id: str, person_id: str) -> Conversation:
        """Return the personal chat with a person by Entra object id; asking again gives the same chat."""
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
