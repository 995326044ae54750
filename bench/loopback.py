"""A connector and a load driver on loopback, as light as can be: they share the machine with what they measure."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Sequence
from types import TracebackType
from typing import Self

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_ANSWER = b'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"id":"1"}'
_END, _LAST_CHUNK = b"\r\n\r\n", b"0\r\n\r\n"


def _whole(data: bytes) -> int:
    """Return how many bytes the first HTTP message in `data` takes, or 0 where it is not all there."""
    head = data.find(_END)
    if head < 0:
        return 0
    if b"chunked" in data[:head].lower():
        last = data.find(_LAST_CHUNK, head)
        return last + len(_LAST_CHUNK) if last >= 0 else 0
    length = _LENGTH.search(data, 0, head + 2)
    total = head + len(_END) + (int(length[1]) if length else 0)
    return total if len(data) >= total else 0


class _Line(asyncio.Protocol):
    def __init__(self, connector: LoopbackConnector) -> None:
        self._connector = connector
        self._read = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._connector.connections += 1

    def data_received(self, data: bytes) -> None:
        self._read += data
        while taken := _whole(self._read):
            self._read = self._read[taken:]
            self._connector.messages += 1
            self._transport.write(_ANSWER)


class LoopbackConnector:
    """Takes every message and counts it."""

    def __init__(self) -> None:
        self.messages = 0
        self.connections = 0
        self.url = ""

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Line(self), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._server.close()


async def drive(port: int, bodies: Sequence[bytes], at_once: int) -> int:
    """Post the bodies to /api/messages, so many at once, and return how many were answered with 2xx."""
    left = iter(bodies)
    good = await asyncio.gather(*(_caller(port, left) for _ in range(at_once)))
    return sum(good)


async def talk(port: int, bodies: Sequence[bytes], pause: float = 0.0) -> list[float]:
    """Post one person's turns, one after the other, and return the seconds that each took.

    Raises ConnectionError where one is not answered with 2xx.
    """
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    spent: list[float] = []
    try:
        for body in bodies:
            began = time.perf_counter()
            writer.write(_request(port, body))
            if (status := await _status(reader)) // 100 != 2:
                raise ConnectionError(f"a turn was answered with {status}")
            spent.append(time.perf_counter() - began)
            await asyncio.sleep(pause)
    finally:
        writer.close()
    return spent


async def _caller(port: int, left: object) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    good = 0
    try:
        for body in left:  # type: ignore[attr-defined]  # one iterator, shared by all callers
            writer.write(_request(port, body))
            good += await _status(reader) // 100 == 2
    finally:
        writer.close()
    return good


def _request(port: int, body: bytes) -> bytes:
    head = f"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


async def _status(reader: asyncio.StreamReader) -> int:
    read = b""
    while not _whole(read):
        more = await reader.read(65536)
        if not more:
            raise ConnectionError("the server hung up")
        read += more
    return int(read.split(b" ", 2)[1])
