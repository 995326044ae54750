"""A file that somebody sent in Teams is fetched from where Teams put it.

The address needs no token and lives for some minutes; see "Send and receive files using a bot",
https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4. Only SharePoint and OneDrive for Business
are asked: whoever could name another address would have the bot look around in its own network.
"""

from __future__ import annotations

import asyncio
import logging

import aiohttp
from yarl import URL

from bot.documents.reading import LARGEST
from policy.documents.block import NotReadable, Odd

log = logging.getLogger("hjemmebot.intake")

SECONDS = 30.0
HOSTS = (".sharepoint.com",)  # where Teams keeps sent files; it offers bots none in the US government's clouds
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class NotFetched(Exception):
    """The file could not be fetched, or may not be."""


async def fetched(address: str, on_loopback: bool) -> bytes:
    """Return the file at an address; NotReadable where it is too long. No token is sent, no redirect is followed."""
    try:
        url = URL(address)
        allowed = _allowed(url, on_loopback)
    except ValueError:
        raise NotFetched from None
    if not allowed:
        log.warning("a file was not fetched: its address is not one of SharePoint or OneDrive")
        raise NotFetched
    try:
        return await asyncio.wait_for(_read(url), SECONDS)
    except (aiohttp.ClientError, TimeoutError) as fault:
        log.warning("a file was not fetched: %s", type(fault).__name__)
        raise NotFetched from None


async def _read(url: URL) -> bytes:
    plain = {"Accept-Encoding": "identity"}  # what unpacks to more than it weighs is not asked for
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False, headers=plain) as session,
        session.get(url, allow_redirects=False) as answer,
    ):
        if answer.status != 200:
            raise NotFetched
        read = bytearray()
        async for part in answer.content.iter_chunked(65_536):
            read += part
            if len(read) > LARGEST:
                raise NotReadable(Odd.TOO_LONG)
    return bytes(read)


def _allowed(url: URL, on_loopback: bool) -> bool:
    host = (url.host or "").casefold()
    if on_loopback and host in _LOOPBACK:
        return url.scheme in {"http", "https"}
    return url.scheme == "https" and url.port == 443 and url.user is None and host.endswith(HOSTS)
