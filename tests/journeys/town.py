"""A town on the wire: the real house on loopback, a connector beside it, and people who write and press."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Any

import aiohttp

from bot.compose import House, build, served
from bot.settings import Settings
from domain.frames import LocalFrame
from domain.people import Language, Person, Role
from storage import frames, people
from storage.database import Database, open_database
from storage.migrate import migrate
from tests.fakes.connector import FakeConnector

TENANT = "4d2f0f3a-5b1e-4c0b-9a77-1f6f1c7c2b10"
MONDAY = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
_ids = itertools.count(1)

STAFF = (
    Person("anna", "Anna Holm", "anna@nyborg.dk", leader_id="lars", department="Drift"),
    Person("bo", "Bo Skov", "bo@nyborg.dk", leader_id="lars", department="Drift"),
    Person("eva", "Eva Smith", "eva@nyborg.dk", leader_id="lars", language=Language.ENGLISH, department="Drift"),
    Person("dorte", "Dorte Lund", "dorte@nyborg.dk", leader_id="lars", department="Drift"),
    Person("lars", "Lars Vestergaard", "lars@nyborg.dk", leader_id="mette", deputy_id="dorte", department="Drift"),
    Person("mette", "Mette Friis", "mette@nyborg.dk", department="Direktion"),
    Person("ole", "Ole Dam", "ole@nyborg.dk", leader_id="mette", department="Plan"),
    Person("per", "Per Juhl", "per@nyborg.dk", leader_id="ole", department="Plan"),
    Person("hanne", "Hanne Bruun", "hanne@nyborg.dk", leader_id="mette", roles=frozenset({Role.HR})),
)


class ChatConnector(FakeConnector):
    """A connector that also keeps each chat as a person would see it: activity id → activity."""

    def __init__(self) -> None:
        super().__init__()
        self.chats: dict[str, dict[str, dict[str, Any]]] = {}

    def _made(self, method: str, conversation_id: str, activity_id: str, body: Any) -> dict[str, Any]:
        made = super()._made(method, conversation_id, activity_id, body)
        if conversation_id:
            chat = self.chats.setdefault(conversation_id, {})
            if method == "DELETE":
                chat.pop(activity_id, None)
            else:
                chat[made["id"]] = body
        return made


class Someone:
    """One person with the app installed."""

    def __init__(self, town: Town, person_id: str, name: str) -> None:
        self._town = town
        self.id = person_id
        self.name = name
        self.conversation = f"a:{person_id}"
        self.now = MONDAY

    @property
    def chat(self) -> list[dict[str, Any]]:
        """The chat's messages from the bot, oldest first."""
        return list(self._town.connector.chats.get(self.conversation, {}).values())

    @property
    def last(self) -> str:
        """All words of the last message."""
        return words(self.chat[-1]) if self.chat else ""

    async def installs(self) -> None:
        await self._send({"type": "installationUpdate", "action": "add"})

    async def says(self, text: str, **more: Any) -> str:
        """Write and return what is last in the chat."""
        await self._send({"type": "message", "text": text, "textFormat": "plain", **more})
        return self.last

    async def presses(self, title: str, /, **inputs: Any) -> str:
        """Press the button with this title on the newest card that has it, and return the words of what came back."""
        card_id, action = self.button(title)
        return await self.presses_action(card_id, action, **inputs)

    async def presses_action(self, card_id: str, action: dict[str, Any], **inputs: Any) -> str:
        """Press as Teams does it: an invoke whose answer takes the card's place."""
        data = {**action.get("data", {}), **_named(action, inputs)}
        value = {"action": {"type": "Action.Execute", "verb": action.get("verb", ""), "data": data}}
        answer = await self._send(
            {"type": "invoke", "name": "adaptiveCard/action", "value": value, "replyToId": card_id}, reads=True
        )
        if answer["type"].endswith("card.adaptive"):
            self._town.connector.chats[self.conversation][card_id] = {
                "attachments": [{"content": answer["value"]}],
                "text": "",
            }
            return words(answer["value"])
        return str(answer["value"])

    async def submits(self, title: str, /, **inputs: Any) -> str:
        """Press as an old client does: the fallback's Action.Submit, which comes as a message."""
        card_id, action = self.button(title)
        submit = action.get("fallback", action)
        await self._send(
            {"type": "message", "value": {**submit["data"], **_named(action, inputs)}, "replyToId": card_id}
        )
        return words(self._town.connector.chats[self.conversation][card_id])

    def has(self, title: str) -> bool:
        """Return whether any card in the chat has such a button."""
        return any(action.get("title") == title for one in self.chat for action in actions(one))

    async def hears(self, part: str, seconds: float = 6.0) -> str:
        """Wait until the chat holds these words, and return that message's."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for one in reversed(self.chat):
                if part.lower() in words(one).lower():
                    return words(one)
            await asyncio.sleep(0.02)
        raise AssertionError(f"{self.id} never heard {part!r}; last: {self.last!r}")

    def button(self, title: str) -> tuple[str, dict[str, Any]]:
        """Return the newest card's id that has such a button, and the button."""
        for card_id, one in reversed(self._town.connector.chats.get(self.conversation, {}).items()):
            for action in actions(one):
                if action.get("title") == title and action["type"] in ("Action.Execute", "Action.Submit"):
                    return card_id, action
        raise AssertionError(f"{self.id} sees no button {title!r}")

    async def _send(self, activity: dict[str, Any], *, reads: bool = False) -> Any:
        return await self._town.post(self.activity(activity), reads=reads)

    def activity(self, activity: dict[str, Any]) -> dict[str, Any]:
        """Return the activity with what Teams puts on all of them."""
        return {
            "id": f"f:{next(_ids)}",
            "channelId": "msteams",
            "serviceUrl": self._town.connector.url,
            "timestamp": "2026-11-23T08:00:00Z",
            "localTimestamp": self.now.isoformat(),
            "localTimezone": "Europe/Copenhagen",
            "locale": "da-DK",
            "from": {"id": f"29:{self.id}", "name": self.name, "aadObjectId": self.id},
            "recipient": {"id": "28:hjemmebot", "name": "Hjemmebot"},
            "conversation": {"id": self.conversation, "conversationType": "personal", "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}},
            **activity,
        }


class Town:
    """The house, the connector and the people."""

    def __init__(self, house: House, connector: ChatConnector, url: str, session: aiohttp.ClientSession) -> None:
        self.house = house
        self.connector = connector
        self.url = url
        self.session = session
        self.people = {one.id: Someone(self, one.id, one.name) for one in STAFF}

    def __getattr__(self, name: str) -> Someone:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None

    async def post(self, activity: Any, *, reads: bool = False) -> Any:
        async with self.session.post(f"{self.url}/api/messages", json=activity) as response:
            body = await response.text()
            assert response.status < 300, (response.status, body)
            return json.loads(body) if reads else None

    async def settles(self, seconds: float = 6.0) -> None:
        """Wait until nothing waits to be sent."""
        from storage import deliveries

        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            with self.house.database.reading() as session:
                if not deliveries.waiting(session, 1):
                    return
            await asyncio.sleep(0.05)
        raise AssertionError("something still waits to be sent")


def settle(database: Database, leader_id: str = "lars") -> None:
    """Let a leader have set what holds in the team, which comes before an agreement."""
    with database.writing() as session:
        frames.add(session, LocalFrame(leader_id, 1, MONDAY, date(2026, 11, 2), hours="Kl. 9-14"))


@asynccontextmanager
async def town(database_url: str, *, installed: bool = True, **settings: Any) -> AsyncIterator[Town]:
    """Start a house on this database with the staff and, unless told otherwise, the app installed for all of them."""
    database = open_database(database_url)
    migrate(database)
    with database.writing() as session:
        people.replace_all(session, STAFF)
    database.dispose()
    async with ChatConnector() as connector, aiohttp.ClientSession() as session:
        chosen = {"port": 0, "service_urls": connector.url, "app_id": "", "tenant_id": ""} | settings
        house = build(Settings(database_url=database_url, _env_file=None, **chosen), lexical=True)
        async with served(house, shutdown_seconds=1) as port:
            one = Town(house, connector, f"http://127.0.0.1:{port}", session)
            if installed:
                for someone in one.people.values():
                    await someone.installs()
            yield one


def words(of: Any) -> str:
    """Return all words of an activity or a card, parted by blanks."""
    return " ".join(_texts(of))


def actions(of: Any) -> Iterator[dict[str, Any]]:
    """Return all actions of an activity or a card, those of ShowCards included; a fallback is not counted again."""
    if isinstance(of, dict):
        if str(of.get("type", "")).startswith("Action."):
            yield of
        for key, value in of.items():
            if key != "fallback":
                yield from actions(value)
    elif isinstance(of, list):
        for one in of:
            yield from actions(one)


def _texts(of: Any) -> Iterator[str]:
    if isinstance(of, dict):
        for key, value in of.items():
            if key in ("text", "title", "value", "label", "placeholder") and isinstance(value, str):
                yield value
            elif key not in ("fallback", "data", "fallbackText"):
                yield from _texts(value)
    elif isinstance(of, list):
        for one in of:
            yield from _texts(one)


def _named(action: dict[str, Any], inputs: dict[str, Any]) -> dict[str, Any]:
    """Give inputs the ids that the card gave them: a form's name may follow the field's."""
    letter = action.get("data", {}).get("hjemmebot")
    form = letter.get("form", "") if isinstance(letter, dict) else ""
    return {f"{name}.{form}" if form else name: value for name, value in inputs.items()}
