"""Files behind an address that works for a short while: the report of a broadcast, a signed agreement."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping

from bot.feed_rate import FeedRate
from bot.web import File
from storage.downloads import hashed

FileOf = Callable[[str], Awaitable[File | None]]  # token → a file, None where the token opens none


class Files:
    """Serves files by their token; `of` says by the ending of the address who has them.

    Raises TooOften when a token, or tokens that nobody knows, are asked for too often.
    """

    def __init__(self, of: Mapping[str, FileOf], clock: Callable[[], float] = time.monotonic) -> None:
        self._of = of
        self._rate = FeedRate(clock)

    async def __call__(self, token: str, ending: str) -> File | None:
        """Return the file, or None where the token is unknown, over, revoked or somebody's who may not see it."""
        key = hashed(token)
        self._rate.ask(key)
        file = await self._of[ending](token) if ending in self._of else None
        if file is None:
            self._rate.missed(key)
        return file
