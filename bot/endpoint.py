"""An endpoint that speaks OpenAI's protocol: the municipality's own, or Azure's in the EU.

What it says is never trusted to have a shape or a size, and one that fails is left alone for a while. See
https://platform.openai.com/docs/api-reference.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

import aiohttp
import orjson
from yarl import URL

from bot.tracing import outward, span

log = logging.getLogger("hjemmebot.judge")

MOST_AT_ONCE = 8
REST_AFTER, REST = 3, 60.0  # failures in a row, and the seconds without asking after them


class NothingSaid(Exception):
    """No answer of use came in time."""


class Endpoint:
    """Posts JSON and reads JSON, within so many seconds. No redirect is followed, no cookie kept."""

    def __init__(
        self, base: str, key: str, seconds: float, took: Callable[[float], None] = lambda seconds: None
    ) -> None:
        self._base = URL(base.rstrip("/"))
        self._headers = {"Authorization": f"Bearer {key}", "api-key": key} if key else {}
        self._seconds = seconds
        self._took = took  # is told how many seconds an answer took, also one that was of no use
        self._session: aiohttp.ClientSession | None = None
        self._failed = 0
        self._rests_until = 0.0

    @property
    def rests(self) -> bool:
        """Return whether it is left alone now."""
        return self._session is None or time.monotonic() < self._rests_until

    async def start(self) -> None:
        """Open the session. Needs the running loop."""
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=MOST_AT_ONCE),
            timeout=aiohttp.ClientTimeout(total=self._seconds),
            headers=self._headers,
            cookie_jar=aiohttp.DummyCookieJar(),
        )

    async def stop(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()

    async def ask(self, path: str, letter: Mapping[str, Any], largest: int) -> object:
        """Return what it says, read from JSON of at most `largest` bytes. Raises NothingSaid."""
        if self.rests or self._session is None:
            raise NothingSaid
        began = time.perf_counter()
        try:
            with span("judge", kind="client", path=path):
                said = await asyncio.wait_for(self._ask(self._session, path, letter, largest), self._seconds)
        except (aiohttp.ClientError, TimeoutError, ValueError) as fault:
            self.failed(type(fault).__name__)
            raise NothingSaid from None
        finally:
            self._took(time.perf_counter() - began)
        self._failed = 0
        return said

    def failed(self, why: str) -> None:
        """Note that what it said was of no use."""
        self._failed += 1
        log.warning("the judge's endpoint said nothing of use: %s", why)
        if self._failed >= REST_AFTER:
            self._failed = 0
            self._rests_until = time.monotonic() + REST

    async def _ask(self, session: aiohttp.ClientSession, path: str, letter: Mapping[str, Any], largest: int) -> object:
        body = orjson.dumps(letter)
        headers = outward({"Content-Type": "application/json"})
        async with session.post(self._base / path, data=body, headers=headers, allow_redirects=False) as answer:
            if answer.status != 200:
                raise ValueError("not answered")
            read = b""
            while len(read) < largest and not answer.content.at_eof():
                read += await answer.content.read(largest - len(read))
            if len(read) >= largest:
                raise ValueError("too much")
        return orjson.loads(read)
