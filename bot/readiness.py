"""Whether this process may be given turns, part by part, for whoever spreads them over replicas."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping

Part = Callable[[], Awaitable[bool]]
SECONDS = 3.0  # for a part to answer; one that hangs is not ready
FRESH_SECONDS = 1.0  # that an answer holds: anybody may ask, and asking must cost nothing


class Readiness:
    """Asks each part, all at the same time. A part that raises, or does not answer in time, is not ready."""

    def __init__(self, parts: Mapping[str, Part], seconds: float = SECONDS, fresh: float = FRESH_SECONDS) -> None:
        self._parts = parts
        self._seconds = seconds
        self._fresh = fresh
        self._asking: dict[str, asyncio.Task[bool]] = {}
        self._found: Mapping[str, bool] = {}
        self._found_at = -fresh
        self._alone = asyncio.Lock()

    async def __call__(self) -> Mapping[str, bool]:
        """Return each part's name and whether it is ready."""
        async with self._alone:
            if time.monotonic() - self._found_at >= self._fresh:
                self._found, self._found_at = await self._ask(), time.monotonic()
        return self._found

    async def _ask(self) -> Mapping[str, bool]:
        for name, part in self._parts.items():
            if name not in self._asking:  # what hung the last time is not asked twice
                self._asking[name] = asyncio.ensure_future(part())
        done, _ = await asyncio.wait(self._asking.values(), timeout=self._seconds)
        found = {name: task in done and not task.exception() and task.result() for name, task in self._asking.items()}
        self._asking = {name: task for name, task in self._asking.items() if task not in done}
        return found
