"""The chats of the town, kept as lines of JSON that are only ever added to, and replayed at start."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import orjson

LONGEST_CHAT = 300  # messages; older ones stay in the file, but are not shown
FIRST_ID = 1_795_400_000_000  # Teams' ids are milliseconds since 1970


@dataclass(frozen=True, slots=True)
class Message:
    """One message in a chat. `at` is ISO 8601 in the town's time; `card` an Adaptive Card as JSON, or None."""

    id: str
    of: str  # the person whose chat it is in
    mine: bool  # written by that person, not by the bot
    at: str
    text: str
    card: Mapping[str, Any] | None = None
    changed: bool = False
    gone: bool = False


class Chats:
    """All chats, and who has read how far. Every change is told to those who watch."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._messages: dict[str, dict[str, Message]] = {}
        self._unread: dict[str, set[str]] = {}
        self._watchers: set[asyncio.Queue[dict[str, Any] | None]] = set()
        self._ids = count(1)
        self._replay()

    def of(self, person_id: str) -> list[Message]:
        """Return a person's chat, oldest first, without what was taken back."""
        return [one for one in self._messages.get(person_id, {}).values() if not one.gone][-LONGEST_CHAT:]

    def unread(self, person_id: str) -> int:
        """Return how many messages of the bot the person has not looked at."""
        return len(self._unread.get(person_id, ()))

    def new_id(self) -> str:
        """Return an id as Teams makes them: digits that grow."""
        return str(FIRST_ID + next(self._ids))

    def add(self, message: Message) -> None:
        """Add a message, or put a changed one in the place of the one with its id."""
        self._keep({"op": "put", **asdict(message)})
        self._put(message)
        self._tell(message.of, message)

    def change(self, person_id: str, message_id: str, text: str, card: Mapping[str, Any] | None) -> bool:
        """Redraw a message and return whether it was there."""
        before = self._messages.get(person_id, {}).get(message_id)
        if before is None or before.gone:
            return False
        self.add(replace(before, text=text, card=card, changed=True))
        return True

    def take_back(self, person_id: str, message_id: str) -> bool:
        """Take a message back and return whether it was there."""
        before = self._messages.get(person_id, {}).get(message_id)
        if before is None:
            return False
        self.add(replace(before, text="", card=None, gone=True))
        return True

    def read(self, person_id: str) -> None:
        """Note that the person has looked at their chat."""
        if self._unread.get(person_id):
            self._keep({"op": "read", "of": person_id})
            self._unread[person_id].clear()
            self._tell(person_id, None)

    def clear(self) -> None:
        """Forget all chats."""
        self._messages.clear()
        self._unread.clear()
        self._file.unlink(missing_ok=True)

    def tell_all(self) -> None:
        """Tell every page to load anew."""
        self._spread({"all": True})

    def tell_time(self, now: datetime) -> None:
        """Tell every page that the town's clock was moved."""
        self._spread({"now": now.isoformat()})

    def close(self) -> None:
        """Tell every page that the town closes, so that no stream holds it up."""
        self._spread(None)

    def watch(self) -> asyncio.Queue[dict[str, Any] | None]:
        """Return a queue that is told of every change."""
        queue: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue(maxsize=1_000)
        self._watchers.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[dict[str, Any] | None]) -> None:
        """Stop watching."""
        self._watchers.discard(queue)

    def _put(self, message: Message) -> None:
        chat = self._messages.setdefault(message.of, {})
        unread = self._unread.setdefault(message.of, set())
        if message.mine:
            unread.clear()
        elif message.gone:
            unread.discard(message.id)
        elif message.id not in chat:
            unread.add(message.id)
        chat[message.id] = message

    def _tell(self, person_id: str, message: Message | None) -> None:
        news = {"of": person_id, "unread": self.unread(person_id), "message": asdict(message) if message else None}
        self._spread(news)

    def _spread(self, news: dict[str, Any] | None) -> None:
        for queue in self._watchers:
            if queue.full():
                queue.get_nowait()  # a page that sleeps loses the oldest; it loads all when it wakes
            queue.put_nowait(news)

    def _keep(self, line: dict[str, Any]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("ab") as file:
            file.write(orjson.dumps(line) + b"\n")

    def _replay(self) -> None:
        if not self._file.exists():
            return
        newest = 0
        for line in self._file.read_bytes().splitlines():
            try:
                row = orjson.loads(line)
                op = row.pop("op")
                if op == "read":
                    self._unread.setdefault(row["of"], set()).clear()
                else:
                    self._put(Message(**row))
                    newest = max(newest, int(row["id"]) - FIRST_ID)
            except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
                continue  # a line that was cut off when the process died
        self._ids = count(newest + 1)
