"""The pace of sending: at most so many requests in any second, by all lanes together, the urgent ones first.

A request counts from when it began until a second after it surely arrived, which is when it was answered: so the
connector never counts more than the rate in any second of its own clock, as long as it is reached within HOLD.
Requests that are not urgent are spread over the second, so that what is urgent finds a place in the next moment.
"""

from __future__ import annotations

import asyncio
from collections import deque
from time import monotonic

from domain.notices import Lane

SECOND = 1.0
HOLD = 0.1  # seconds; a slower answer was on its way back, most likely
SPREAD = 0.95  # of the second; the rest is there to catch up
LATE = 0.05  # seconds that are caught up after a pause of ours


class Turn:
    """One request: made within the block."""

    __slots__ = ("_lane", "_pace", "over")

    def __init__(self, pace: Pace, lane: Lane) -> None:
        self._pace = pace
        self._lane = lane
        self.over = 0.0

    async def __aenter__(self) -> None:
        """Wait for the turn."""
        if not self._pace.enter(self, self._lane):
            await self._pace.wait(self, self._lane)

    async def __aexit__(self, *_error: object) -> None:
        """Count the request until a second from its answer."""
        self._pace.answered(self)


class Pace:
    """Turns for requests. One for each process; `rate` may be changed while it runs."""

    def __init__(self, rate: float) -> None:
        self._begun: deque[Turn] = deque()  # those that still count, oldest first
        self._waiting: dict[Lane, deque[tuple[asyncio.Future[None], Turn]]] = {lane: deque() for lane in sorted(Lane)}
        self._number_waiting = 0
        self._timer: asyncio.TimerHandle | None = None
        self._next = 0.0  # when the next that is not urgent may begin
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
        self._apart = SPREAD * self._period / self._most if self._most else 0.0
        if self._number_waiting:
            self._let_go_on()

    def turn(self, lane: Lane) -> Turn:
        """Return the turn for one request."""
        return Turn(self, lane)

    def enter(self, turn: Turn, lane: Lane) -> bool:
        """Begin the turn at once, where there is room and nobody waits; return whether it began."""
        now = monotonic()  # a loop may keep one time for a whole round of it, and a request would count too short
        if self._number_waiting and any(line for one, line in self._waiting.items() if one <= lane):
            return False
        return self._begin(turn, lane, now)

    async def wait(self, turn: Turn, lane: Lane) -> None:
        """Wait in the line of the lane until the turn has begun."""
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[lane].append((mine, turn))
        self._number_waiting += 1
        self._set_timer()
        try:
            await mine
        except asyncio.CancelledError:
            self.answered(turn)
            raise

    def answered(self, turn: Turn) -> None:
        """Note that the request has surely arrived."""
        turn.over = min(turn.over, monotonic() + self._period)

    def _begin(self, turn: Turn, lane: Lane, now: float) -> bool:
        while self._begun and self._begun[0].over <= now:
            self._begun.popleft()
        if len(self._begun) >= self._most:
            return False
        if lane is not Lane.CANCELLATION:
            if now < self._next:
                return False
            self._next = max(self._next, now - LATE) + self._apart
        turn.over = now + HOLD + self._period
        self._begun.append(turn)
        return True

    def _set_timer(self) -> None:
        if self._timer is None and self._most:
            at = self._begun[0].over if len(self._begun) >= self._most else self._next
            wait = max(at - monotonic(), 0.0005)
            self._timer = asyncio.get_running_loop().call_later(wait, self._let_go_on)

    def _let_go_on(self) -> None:
        now = monotonic()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        for lane, line in self._waiting.items():
            while line and (line[0][0].done() or self._begin(line[0][1], lane, now)):
                mine, _ = line.popleft()
                self._number_waiting -= 1
                if not mine.done():
                    mine.set_result(None)
        if self._number_waiting:
            self._set_timer()
