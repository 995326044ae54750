"""The connector of the soak: keeps what stands in each chat, refuses 3 % with 429 and 1 % of the chats with 403.

Which request is refused depends on the seed, the chat and how many there were in it: the same in each run, whatever
order the chats are written in.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from re import Match
from urllib.parse import unquote
from zlib import crc32

import orjson

from tests.fakes.swift_connector import BLOCKED, CHAT, Counts, Line

BUSY_OF_HUNDRED, BLOCKED_OF_HUNDRED = 3, 1  # of a hundred: requests that get 429, chats that get 403
KEPT = 40  # messages in a chat; what is older has scrolled away
_AGAIN = b"Retry-After: 0.05\r\n"  # Teams says a second or more; the week is short here


class Chats(Counts):
    """All chats, as people see them. `told` counts what was taken in a chat without anybody having spoken there."""

    def __init__(self, seed: int) -> None:
        super().__init__(0.0, 0)
        self.seed = seed
        self.url = ""
        self.chats: dict[str, dict[str, bytes]] = {}
        self.told: Counter[str] = Counter()
        self.requests = self.refused = self.forbidden = 0
        self._asked: Counter[str] = Counter()

    def blocks(self, chat: str) -> bool:
        """Return whether this chat is never reached."""
        return crc32(f"{self.seed}:{chat}".encode()) % 100 < BLOCKED_OF_HUNDRED

    def answer(self, method: str, path: str, body: bytes) -> tuple[int, bytes, bytes]:
        """Answer one request of the bot's."""
        self.requests += 1
        found = CHAT.match(path)
        chat = unquote(found[1]) if found else f"a:{json.loads(body)['members'][0]['id']}"
        self._asked[chat] += 1
        if self.blocks(chat):
            self.forbidden += 1
            return 403, BLOCKED, b""
        if crc32(f"{self.seed}:{chat}:{self._asked[chat]}".encode()) % 100 < BUSY_OF_HUNDRED:
            self.refused += 1
            return 429, b"{}", _AGAIN
        return self._take(method, chat, found, body)

    def _take(self, method: str, chat: str, found: Match[str] | None, body: bytes) -> tuple[int, bytes, bytes]:
        if found is None:
            return 201, orjson.dumps({"id": chat}), b""
        messages, about = self.chats.setdefault(chat, {}), unquote(found[2] or "")
        if method == "DELETE":
            messages.pop(about, None)
            return 200, b"{}", b""
        if method == "PUT":
            if about in messages:
                messages[about] = body
            return 200, orjson.dumps({"id": about}), b""
        if not about:
            self.told[chat] += 1
        self.numbers += 1
        made = f"1:{self.numbers}"
        messages[made] = body
        if len(messages) > KEPT:
            del messages[next(iter(messages))]
        return 201, orjson.dumps({"id": made}), b""


@asynccontextmanager
async def connector(seed: int) -> AsyncIterator[Chats]:
    """Listen on loopback for as long as the block lasts."""
    chats = Chats(seed)
    server = await asyncio.get_running_loop().create_server(lambda: Line(chats), "127.0.0.1", 0, backlog=512)
    chats.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield chats
    finally:
        server.close()
