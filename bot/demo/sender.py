"""What people of the town do, sent to the bot as Teams would send it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any
from uuid import uuid4

import aiohttp

from bot.demo.chats import Chats, Message
from bot.demo.clock import Clock
from bot.demo.connector import CARD
from bot.demo.town import BOT_ID, BOT_NAME, TENANT, chat_of, user_of
from domain.people import Language, Person

LONGEST_SECONDS = 20


class BotSilent(Exception):
    """The bot gave no answer, or one that Teams would not take."""


@dataclass
class Sender:
    """Sends for everybody. `url` is the bot's messages address, `service_url` the town's own connector."""

    chats: Chats
    clock: Clock
    url: str
    service_url: str
    session: aiohttp.ClientSession | None = field(default=None, repr=False)

    async def install(self, person: Person) -> None:
        """Install the app for a person, as a municipality's app policy does for all."""
        await self._post(person, {"type": "installationUpdate", "action": "add"})

    async def remove(self, person: Person) -> None:
        """Remove the app for a person."""
        await self._post(person, {"type": "installationUpdate", "action": "remove"})

    async def say(self, person: Person, text: str) -> None:
        """Write to the bot."""
        message = Message(self.chats.new_id(), person.id, True, self.clock.now().isoformat(), text)
        self.chats.add(message)
        await self._post(person, {"type": "message", "id": message.id, "text": text, "textFormat": "plain"})

    async def press(self, person: Person, card_id: str, action: Mapping[str, Any]) -> str:
        """Press a button and return a word that Teams would show for a moment, if the bot gave one."""
        if action.get("type") != "Action.Execute":
            await self._post(person, {"type": "message", "value": action.get("data"), "replyToId": card_id})
            return ""
        value = {"action": {"type": "Action.Execute", "verb": action.get("verb"), "data": action.get("data")}}
        activity = {"type": "invoke", "name": "adaptiveCard/action", "value": value, "replyToId": card_id}
        answer = await self._post(person, activity)
        if not isinstance(answer, Mapping):
            raise BotSilent("no answer to a press")
        if answer.get("type") == CARD:
            self.chats.change(person.id, card_id, "", answer["value"])
            return ""
        return str(answer.get("value") or "")

    async def _post(self, person: Person, activity: Mapping[str, Any]) -> object:
        if self.session is None:
            raise BotSilent("the town is not open yet")
        try:
            async with self.session.post(self.url, json=self._written(person, activity)) as response:
                if response.status >= 300:
                    raise BotSilent(f"the bot answered {response.status}")
                return await response.json() if response.content_type == "application/json" else None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise BotSilent(type(error).__name__) from error

    def _written(self, person: Person, activity: Mapping[str, Any]) -> dict[str, Any]:
        now = self.clock.now()
        locale = "da-DK" if person.language is Language.DANISH else "en-GB"
        return {
            "id": f"f:{uuid4()}",
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "timestamp": now.astimezone(UTC).isoformat().replace("+00:00", "Z"),
            "localTimestamp": now.isoformat(),
            "localTimezone": "Europe/Copenhagen",
            "locale": locale,
            "from": {"id": user_of(person), "name": person.name, "aadObjectId": person.id},
            "recipient": {"id": BOT_ID, "name": BOT_NAME},
            "conversation": {"id": chat_of(person), "conversationType": "personal", "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}},
            "entities": [{"type": "clientInfo", "locale": locale, "country": "DK", "platform": "Web"}],
            **activity,
        }
