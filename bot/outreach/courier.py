"""Hands new deliveries to the carrier the moment their decision is committed: cancellations first.

The courier is quick but forgetful: what it loses, the engine's sweep finds in the delivery rows.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Sequence
from dataclasses import replace

from bot.outreach.carrier import Carrier
from domain.notices import Lane
from storage.deliveries import Delivery, State

log = logging.getLogger("hjemmebot.outreach")

BATCH = 64
ORDINARY_AT_ONCE = 4  # batches on their way; a cancellation never waits for one of these


class Courier:
    """Two lines, each with its own runner, so that what holds up one does not hold up the other."""

    def __init__(self, carrier: Carrier, loop: asyncio.AbstractEventLoop) -> None:
        self._carrier = carrier
        self._loop = loop
        self._lines: dict[bool, asyncio.Queue[Delivery]] = {True: asyncio.Queue(), False: asyncio.Queue()}
        self._free = {True: asyncio.Semaphore(BATCH), False: asyncio.Semaphore(ORDINARY_AT_ONCE)}
        self._tasks: set[asyncio.Task[None]] = set()
        self._runners = {self._start(self._run(urgent)) for urgent in (True, False)}

    def hand_over(self, left: Sequence[Delivery]) -> None:
        """Take new deliveries. May be called from any thread."""
        self._loop.call_soon_threadsafe(self._put, tuple(left))

    async def stop(self, seconds: float) -> None:
        """Take no more, and give what is on its way these seconds to arrive and be noted."""
        for runner in self._runners:
            runner.cancel()
        on_their_way = self._tasks - self._runners
        if on_their_way:
            await asyncio.wait(on_their_way, timeout=seconds)
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def _put(self, given: Sequence[Delivery]) -> None:
        for one in given:
            self._lines[one.lane is Lane.CANCELLATION].put_nowait(one)

    async def _run(self, urgent: bool) -> None:
        line = self._lines[urgent]
        while True:
            batch = [await line.get()]
            await self._free[urgent].acquire()
            while len(batch) < BATCH and not line.empty():
                batch.append(line.get_nowait())
            self._start(self._carry(batch, urgent))

    async def _carry(self, batch: list[Delivery], urgent: bool) -> None:
        try:
            left = await self._carrier.carry(batch)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the sweep tries again and the line goes on
            log.error("deliveries left to the sweep after %s", type(fault).__name__)
            return
        finally:
            self._free[urgent].release()
        for one, wait in left:
            self._loop.call_later(wait + 0.05, self._put, (replace(one, state=State.WAITING),))

    def _start(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task
