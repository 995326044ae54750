"""A Bot Connector in a process of its own, quick enough to be no obstacle, that counts what it takes.

`python -m tests.fakes.swift_connector` prints its port. Chats whose id begins with "a:r" are receivers: of what is
posted there, 3 % is refused with 429 (Retry-After 1), and 1 % of the chats, always the same, with 403.
GET /stats gives the counts as JSON, GET /last the message that a receiver was sent last.
POST /storm/SECONDS refuses all receivers with 429 for so long.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import re
import sys
import time
from array import array
from bisect import bisect_left
from typing import Any
from urllib.parse import unquote
from zlib import crc32

_HEAD = re.compile(rb"^([A-Z]+) (\S+) HTTP/1\.[01]\r\n")
_LENGTH = re.compile(rb"\r\nContent-Length: *(\d+)", re.IGNORECASE)
CHAT = re.compile(r"^/v3/conversations/([^/]+)/activities(?:/([^/]+))?$")
BLOCKED = json.dumps(
    {"error": {"code": "Forbidden", "message": json.dumps({"subCode": "MessageWritesBlocked"})}}
).encode()


class Counts:
    """What was taken and what was refused. Moments are time.monotonic(), which all processes of a machine share."""

    def __init__(self, busy: float, blocked: int) -> None:
        self.chance, self.blocked_of_hundred = busy, blocked
        self.taken: dict[str, int] = {}
        self.at = array("d")
        self.refused = self.forbidden = self.deleted = 0
        self.others: dict[str, list[tuple[float, str, str]]] = {}
        self.storm_until = 0.0
        self.random = random.Random(7)
        self.numbers = 0
        self.message = b""
        self.first = self.last = 0.0  # when a receiver was written to

    def answer(self, method: str, path: str, body: bytes) -> tuple[int, bytes, bytes]:
        found = CHAT.match(path)
        if found is None:
            return self._aside(method, path, body)
        now = time.monotonic()
        self.at.append(now)
        chat, card = unquote(found[1]), unquote(found[2] or "")
        if not chat.startswith("a:r"):
            self.others.setdefault(chat, []).append((now, method, body.decode()))
        elif method == "POST":
            return self._receive(chat, now, body)
        elif method == "DELETE":
            self.deleted += 1
        return (201, self._made(card), b"") if method == "POST" else (200, self._made(card), b"")

    def _receive(self, chat: str, now: float, body: bytes) -> tuple[int, bytes, bytes]:
        self.message, self.last = body, now
        self.first = self.first or now
        if crc32(chat.encode()) % 100 < self.blocked_of_hundred:
            self.forbidden += 1
            return 403, BLOCKED, b""
        if now < self.storm_until or self.random.random() < self.chance:
            self.refused += 1
            return 429, b"{}", b"Retry-After: 1\r\n"
        self.taken[chat] = self.taken.get(chat, 0) + 1
        return 201, self._made(""), b""

    def _made(self, card: str) -> bytes:
        self.numbers += 1
        return json.dumps({"id": card or f"1:{self.numbers}"}).encode()

    def _aside(self, method: str, path: str, body: bytes) -> tuple[int, bytes, bytes]:
        if path == "/count":
            return 200, json.dumps({"chats": len(self.taken), "messages": sum(self.taken.values())}).encode(), b""
        if path == "/last":
            return 200, self.message, b""
        if path == "/stats":
            return 200, json.dumps(self.stats()).encode(), b""
        if path.startswith("/storm/"):
            self.storm_until = time.monotonic() + float(path.rpartition("/")[2])
            return 200, b"{}", b""
        if path == "/v3/conversations":
            return 201, json.dumps({"id": f"a:{json.loads(body)['members'][0]['id']}"}).encode(), b""
        return 404, b"{}", b""

    def stats(self) -> dict[str, Any]:
        """Return the counts. `busiest` is the most requests in any sliding second."""
        at = self.at
        busiest = max(
            (index + 1 - bisect_left(at, moment - 1.0, 0, index) for index, moment in enumerate(at)), default=0
        )
        return {
            "chats": len(self.taken),
            "messages": sum(self.taken.values()),
            "duplicates": sum(self.taken.values()) - len(self.taken),
            "refused": self.refused,
            "forbidden": self.forbidden,
            "deleted": self.deleted,
            "requests": len(at),
            "busiest": busiest,
            "first": self.first,
            "last": self.last,
            "others": self.others,
        }


class Line(asyncio.Protocol):
    """One kept connection."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._read = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        while (end := self._read.find(b"\r\n\r\n")) >= 0:
            length = _LENGTH.search(self._read, 0, end)
            whole = end + 4 + (int(length[1]) if length else 0)
            if len(self._read) < whole:
                return
            head = _HEAD.match(self._read)
            body, self._read = self._read[end + 4 : whole], self._read[whole:]
            if head is not None and self._transport is not None:
                status, answer, more = self._counts.answer(head[1].decode(), head[2].decode(), body)
                self._transport.write(
                    b"HTTP/1.1 %d x\r\nContent-Type: application/json\r\n%bContent-Length: %d\r\n\r\n%b"
                    % (status, more, len(answer), answer)
                )


async def serve(busy: float, blocked: int) -> None:
    """Serve until standard input ends."""
    loop = asyncio.get_running_loop()
    counts = Counts(busy, blocked)
    server = await loop.create_server(lambda: Line(counts), "127.0.0.1", 0, backlog=1024)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    with contextlib.suppress(asyncio.CancelledError):
        await loop.run_in_executor(None, sys.stdin.read)
    server.close()
    os._exit(0)  # clients that were killed left their lines open


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1]) if len(sys.argv) > 1 else 0.03, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
