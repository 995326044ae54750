"""The pace of sending: at most so many requests in any second, by all lanes together, the urgent ones first.

A request counts from when it began until a second after it surely arrived, which is when it was answered: so the
connector never counts more than the rate in any second of its own clock, as long as it is reached within HOLD.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from domain.notices import Lane

SECOND = 1.0
HOLD = 0.05  # seconds; a slower answer was on its way back, most likely
RESERVED = 50  # one of so many requests is kept for what is urgent


class Pace:
    """Turns for requests. One for each process; `rate` may be changed while it runs."""

    def __init__(self, rate: float) -> None:
        self._running = 0
        self._waiting: dict[Lane, deque[asyncio.Future[None]]] = {lane: deque() for lane in sorted(Lane)}
        self.rate = rate

    @property
    def rate(self) -> float:
        """Requests a second at most; 0 lets nothing leave."""
        return self._rate

    @rate.setter
    def rate(self, rate: float) -> None:
        self._rate = rate
        self._most = max(1, int(rate)) if rate > 0 else 0
        self._period = max(SECOND, self._most / rate) if rate > 0 else SECOND
        self._kept = max(1, self._most // RESERVED) if self._most > 1 else 0
        self._let_go_on()

    @asynccontextmanager
    async def turn(self, lane: Lane) -> AsyncIterator[None]:
        """Wait for a turn; within it, make one request."""
        await self._enter(lane)
        loop = asyncio.get_running_loop()
        began = loop.time()
        over = loop.call_at(began + HOLD + self._period, self._leave)
        try:
            yield
        finally:
            if (answered := loop.time()) < began + HOLD:
                over.cancel()
                loop.call_at(answered + self._period, self._leave)

    async def _enter(self, lane: Lane) -> None:
        if self._running < self._room(lane) and not any(self._waiting[one] for one in Lane if one <= lane):
            self._running += 1
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[lane].append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():
                self._leave()  # the turn had just been given
            raise

    def _room(self, lane: Lane) -> int:
        return self._most if lane is Lane.CANCELLATION else self._most - self._kept

    def _leave(self) -> None:
        self._running -= 1
        self._let_go_on()

    def _let_go_on(self) -> None:
        for lane, line in self._waiting.items():
            while line and self._running < self._room(lane):
                one = line.popleft()
                if not one.done():
                    self._running += 1
                    one.set_result(None)
