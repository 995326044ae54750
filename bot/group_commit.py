"""Group commit: what comes in while a transaction is being written goes into the next one, all of it together.

A commit waits for the disk, and costs the same for one row as for a hundred.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class GroupCommit(Generic[T]):
    """One writer at a time; what is entered first is written first.

    `write` stores what it is given in one transaction and runs in a thread. `moment` is how many seconds the first one
    waits for company.
    """

    def __init__(self, write: Callable[[list[T]], None], most: int, moment: float = 0.0) -> None:
        self._store = write
        self._most = most
        self._moment = moment
        self._open: list[tuple[T, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    def enter(self, one: T) -> asyncio.Future[None]:
        """Return what is done once this is committed. Raises there what `write` raised."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._open.append((one, written))
        if self._writer is None or self._writer.done():  # a task of its own: whoever gives up takes nobody with them
            self._writer = asyncio.get_running_loop().create_task(self._write_all())
        return written

    async def _write_all(self) -> None:
        while self._open:
            if self._moment:
                await asyncio.sleep(self._moment)
            now, self._open = self._open[: self._most], self._open[self._most :]
            if not await self._write(now) and len(now) > 1:
                for one in now:  # each by itself: one that cannot be written must take no other with it
                    await self._write([one])

    async def _write(self, now: list[tuple[T, asyncio.Future[None]]]) -> bool:
        """Return whether it was written; a single one that cannot be is told so."""
        try:
            await asyncio.to_thread(self._store, [one for one, _ in now])
        except Exception as fault:  # noqa: BLE001 - whoever waits gets it
            if len(now) == 1 and not now[0][1].done():
                now[0][1].set_exception(fault)
            return False
        for _, written in now:
            if not written.done():
                written.set_result(None)
        return True
