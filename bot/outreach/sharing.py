"""Keeps this replica's share of the pace for a tenant, on PostgreSQL, where several replicas send at once."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from bot.outreach.pace import HOLD, SECOND, Pace
from storage import shares
from storage.database import Database
from storage.shares import Claimed

log = logging.getLogger("hjemmebot.outreach")

EVERY = 1.0  # seconds
LASTING = timedelta(seconds=5)
SURELY = 3.5  # seconds after which a share that was not renewed is used no more, before the database gives it away
SETTLING = SECOND + 2 * HOLD  # what another gave up may have been used until just now


class Sharing:
    """Claims a share each second and sets the pace by it. On SQLite there is one process, and the pace is its own."""

    def __init__(self, database: Database, pace: Pace, rate: float, replica: str) -> None:
        self._database = database
        self._pace = pace
        self._rate = rate
        self._replica = replica
        self._task: asyncio.Task[None] | None = None
        self._guard: asyncio.TimerHandle | None = None

    async def start(self) -> None:
        """Claim a share before anything is sent."""
        if not self._database.is_sqlite:
            self._pace.rate = 0.0
            await self._renew()
            self._task = asyncio.get_running_loop().create_task(self._keep())

    async def stop(self) -> None:
        """Give the share back."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            if self._guard is not None:
                self._guard.cancel()
            self._pace.rate = 0.0
            await asyncio.to_thread(self._drop)

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(EVERY)
            await self._renew()

    async def _renew(self) -> None:
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            claimed = await asyncio.to_thread(self._claim)
        except Exception as fault:  # noqa: BLE001 - whatever it is, without a share nothing leaves
            log.error("the share of the pace was not renewed: %s", type(fault).__name__)
            return
        if self._guard is not None:
            self._guard.cancel()
        self._guard = loop.call_at(began + SURELY, self._lose)  # also when the database keeps us waiting
        if claimed.rate > self._pace.rate and self._pace.rate + claimed.rate > 0 and claimed.replicas > 1:
            await asyncio.sleep(SETTLING)
        self._pace.rate = claimed.rate

    def _lose(self) -> None:
        log.error("the share of the pace was not renewed in time: nothing leaves until it is")
        self._pace.rate = 0.0

    def _claim(self) -> Claimed:
        with self._database.writing() as session:
            return shares.claim(session, self._replica, self._rate, LASTING)

    def _drop(self) -> None:
        with self._database.writing() as session:
            shares.drop(session, self._replica)
