"""The connector's signing keys, fetched without blocking and kept."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import jwt

log = logging.getLogger("hjemmebot.teams")

ISSUER = "https://api.botframework.com"
REFETCH_SECONDS = 60.0  # between fetches for a key that we do not know: bad tokens must not make us hammer the issuer
LONGEST_SECONDS = 24 * 3600.0  # that keys are trusted without asking: an issuer may withdraw one at any time
COLD_SECONDS = 5.0  # between tries while we have no keys at all
TIMEOUT = aiohttp.ClientTimeout(total=10)


class KeysUnavailable(Exception):
    """The issuer cannot be asked and the key is not known: nothing can be said about the token."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key and the channels that it may vouch for."""

    key: Any
    endorsements: frozenset[str]


class Keys:
    """The issuer's keys by key id. An unknown key id fetches them anew, so a key roll-over works at once.

    They are fetched anew each day too, so that a withdrawn key is trusted no longer; while the issuer is down the old
    ones hold.
    """

    def __init__(self, metadata_url: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.issuer = ISSUER
        self._metadata_url = metadata_url
        self._clock = clock
        self._keys: dict[str, SigningKey] = {}
        self._asked_at: float | None = None
        self._read_at: float | None = None
        self.failed = ""  # the error that the last fetch ended in
        self._fetching = asyncio.Lock()

    async def find(self, kid: str) -> SigningKey | None:
        """Return the key, or None where the issuer has no such key. Raises KeysUnavailable."""
        if kid in self._keys and not self._are_old():
            return self._keys[kid]
        async with self._fetching:  # those who wait find what the first one fetched
            if (kid not in self._keys or self._are_old()) and self._may_ask():
                await self._fetch()
        if kid not in self._keys and self.failed:
            raise KeysUnavailable
        return self._keys.get(kid)

    async def at_hand(self) -> bool:
        """Return whether there are keys to check a token by, after asking for them where there are none yet."""
        async with self._fetching:
            if not self._keys and self._may_ask():
                await self._fetch()
        return bool(self._keys)

    def count(self, channel: str) -> int:
        """Return how many of the keys at hand may vouch for a channel."""
        return sum(channel in one.endorsements for one in self._keys.values())

    def _are_old(self) -> bool:
        return self._read_at is not None and self._clock() - self._read_at >= LONGEST_SECONDS

    def _may_ask(self) -> bool:
        pause = REFETCH_SECONDS if self._keys else COLD_SECONDS
        return self._asked_at is None or self._clock() - self._asked_at >= pause

    async def _fetch(self) -> None:
        self._asked_at = self._clock()
        try:
            async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
                metadata = await _json(session, self._metadata_url)
                listed = await _json(session, str(metadata.get("jwks_uri", "")))
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            log.warning("signing keys could not be fetched: %s", type(error).__name__)
            self.failed = type(error).__name__
            return
        self.failed = ""
        self.issuer = str(metadata.get("issuer") or ISSUER)
        if read := _read(listed):
            self._keys, self._read_at = read, self._clock()


async def _json(session: aiohttp.ClientSession, url: str) -> Mapping[str, Any]:
    async with session.get(url) as response:
        response.raise_for_status()
        body = await response.json(content_type=None)
    if not isinstance(body, Mapping):
        raise ValueError("not an object")
    return body


def _read(listed: Mapping[str, Any]) -> dict[str, SigningKey]:
    found: dict[str, SigningKey] = {}
    for one in listed.get("keys") or ():
        try:
            key = jwt.PyJWK.from_dict(one, algorithm="RS256")
        except (jwt.PyJWTError, ValueError, TypeError, AttributeError, KeyError):
            continue  # a key of a kind that we do not use
        if key.key_id:
            found[key.key_id] = SigningKey(key.key, frozenset(one.get("endorsements") or ()))
    return found
