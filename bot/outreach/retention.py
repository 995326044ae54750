"""Lets go of what is old, once a night, in batches with a pause between them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from domain.keeping import Keep
from storage import audit
from storage.database import Database
from storage.retention import parts

log = logging.getLogger("hjemmebot.outreach")

AT_HOUR = 3  # of the municipality's clock: nobody waits for an answer
BATCH = 200
PAUSE = 0.2  # seconds in which turns have the database


class Finished(Protocol):
    """The durable engine, which keeps what it has finished until it is told otherwise."""

    def forget_finished(self, before: datetime, most: int) -> int:
        """Delete finished work older than that, at most so many; return how many. Blocks: call it in a thread."""
        ...


class Retention:
    """Runs on every replica: what one has deleted, the other does not find."""

    def __init__(self, database: Database, finished: Finished, keep: Keep, now: Callable[[], datetime]) -> None:
        self._database = database
        self._finished = finished
        self._keep = keep
        self._now = now
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Wait for the night."""
        self._task = asyncio.get_running_loop().create_task(self._nightly())

    async def stop(self) -> None:
        """Stop; a batch that is under way ends first."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def let_go(self) -> dict[str, int]:
        """Let go of all that is old now, and return how much of each kind. One kind that falls stops no other."""
        now, gone = self._now(), {}
        work = {part.name: part.batch for part in parts(self._keep, now)}
        for name, batch in work.items():
            gone[name] = await self._all(name, lambda batch=batch: self._written(batch))  # type: ignore[misc]  # a default binds the loop's own
        before = now - timedelta(days=self._keep.workflows)
        gone["workflows"] = await self._all("workflows", lambda: self._finished.forget_finished(before, BATCH))
        log.info("let go of what is old: %s", gone)
        # the log is often kept elsewhere: `hjemmebot audit --verify --kept` holds the trail to it
        log.info("the audit trail ends with line %s, hash %s", *await asyncio.to_thread(self._newest))
        return gone

    def _written(self, batch: Callable[..., int]) -> int:
        with self._database.writing() as session:
            return batch(session, BATCH)

    def _newest(self) -> tuple[int, str]:
        with self._database.reading() as session:
            return audit.newest(session)

    async def _all(self, name: str, batch: Callable[[], int]) -> int:
        total = 0
        try:
            while went := await asyncio.to_thread(batch):
                total += went
                await asyncio.sleep(PAUSE)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the other kinds and the next night go on
            log.error("letting go of %s fell with %s", name, type(fault).__name__)
        return total

    async def _nightly(self) -> None:
        while True:
            await asyncio.sleep(self._until_night())
            await self.let_go()

    def _until_night(self) -> float:
        now = self._now()
        night = now.replace(hour=AT_HOUR, minute=0, second=0, microsecond=0)
        return ((night if night > now else night + timedelta(days=1)) - now).total_seconds()
