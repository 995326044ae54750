"""Sends broadcasts: takes receivers in small batches, sends at the pace, notes what became of each.

Every replica runs one. The rows of the receivers say what is left, and what was taken ends with its lease, so a
replica that dies needs nobody to know of it: the others come upon its rows. Memory does not grow with the audience.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError

from bot.outreach.mail_carrier import MailCarrier
from bot.outreach.mail_ledger import MailLedger
from bot.outreach.pace import Pace
from bot.outreach.progress import Progress
from bot.outreach.starting import begin_due, finish
from bot.usecases.ports import Outbox
from domain.broadcasts import Broadcast
from storage import broadcasts, mailbag, quiet_receivers, receivers
from storage.database import Database
from storage.deliveries import Lease
from storage.mailbag import Mark, Receiver

log = logging.getLogger("hjemmebot.outreach")

AT_ONCE = 256  # on their way: no more than these can arrive twice when the process is killed
BATCH = 2048
BATCH_SECONDS = 2  # of sending at the pace are taken at once, so that a stop is felt soon
LEASE = timedelta(seconds=30)
SPARE = timedelta(seconds=12)  # of a lease must be left for a send to begin under it: an answer takes ten at most
ASK_SECONDS = 3.0  # how often those that were sent are asked whether more people have confirmed
ASKED_DAYS = timedelta(days=60)
PAUSE = 0.1  # seconds while a broadcast is on its way, but nobody is due this moment
LOOK_SECONDS = 1.0  # how soon a broadcast is found that a chat, or another replica, began
ENDING_SECONDS = 5.0
STORM = 20  # refusals in a row, without one message taken, before all of them wait
LONGEST_STORM = 60.0


@dataclass(frozen=True, slots=True)
class _Item:
    broadcast: Broadcast
    to: Receiver


class Mailing:
    """Looks for broadcasts that are to be sent, and sends them."""

    def __init__(
        self, database: Database, carrier: MailCarrier, pace: Pace, outbox: Outbox, progress: Progress, replica: str
    ) -> None:
        self._database = database
        self._carrier = carrier
        self._ledger = MailLedger(database)
        self._pace = pace
        self._outbox = outbox
        self._progress = progress
        self._replica = replica
        self._line: asyncio.Queue[_Item] = asyncio.Queue(BATCH // 2)
        self._tasks: list[asyncio.Task[None]] = []
        self._showing: dict[UUID, asyncio.Task[None]] = {}
        self._moving: set[UUID] = set()
        self._resting: set[UUID] = set()  # nobody is due but those who have quiet hours
        self._busy = 0
        self._asked_at = 0.0
        self._refused = 0
        self._calm_at = 0.0

    async def start(self) -> None:
        """Start looking; what this replica had taken when it died is due at once."""
        await asyncio.to_thread(self._release)
        loop = asyncio.get_running_loop()
        self._tasks = [loop.create_task(self._look()), *(loop.create_task(self._work()) for _ in range(AT_ONCE))]

    async def stop(self) -> None:
        """Take no more, and give what is on its way a moment to arrive. What is left is taken up at the next start."""
        if not self._tasks:
            return
        self._tasks[0].cancel()
        while not self._line.empty():
            self._line.get_nowait()
        deadline = asyncio.get_running_loop().time() + ENDING_SECONDS
        while self._busy and asyncio.get_running_loop().time() < deadline:  # noqa: ASYNC110 - the end may wait by looking
            await asyncio.sleep(0.02)
        tasks, self._tasks = [*self._tasks, *self._showing.values()], []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        try:
            await asyncio.to_thread(self._release)
        except SQLAlchemyError as fault:  # the leases end by themselves
            log.warning("who was not written to could not be given back: %s", type(fault).__name__)

    async def _look(self) -> None:
        while True:
            try:
                busy = await self._round()
            except Exception as fault:  # noqa: BLE001 - whatever it is, the next look goes on
                log.error("a look at the broadcasts fell with %s", type(fault).__name__)
                busy = False
            if not busy:
                await asyncio.sleep(PAUSE if self._moving - self._resting else LOOK_SECONDS)

    async def _round(self) -> bool:
        """Take and pass on one batch of each broadcast in motion; return whether anything was found."""
        moving = await asyncio.to_thread(self._in_motion)
        taken = 0
        resting = set()
        for broadcast in moving:
            if broadcast.id in self._resting and await asyncio.to_thread(self._rests, broadcast):
                resting.add(broadcast.id)
                continue
            batch = await asyncio.to_thread(self._take, broadcast)
            for to in batch:
                await self._line.put(_Item(broadcast, to))
            taken += len(batch)
            if not batch and await asyncio.to_thread(self._finish, broadcast):
                resting.add(broadcast.id)
            self._show(broadcast.id, last=broadcast.id in resting - self._resting)
        self._resting = resting
        now = {one.id for one in moving}
        for ended in self._moving - now:
            self._show(ended, last=True)
        self._moving = now
        if asyncio.get_running_loop().time() > self._asked_at + ASK_SECONDS:
            self._asked_at = asyncio.get_running_loop().time()
            for one in await asyncio.to_thread(self._answered):
                self._show(one)
        return taken > 0

    def _show(self, broadcast_id: UUID, *, last: bool = False) -> None:
        """Have the progress drawn, one drawing at a time; the last one is drawn whatever came before."""
        if broadcast_id not in self._showing or self._showing[broadcast_id].done() or last:
            task = asyncio.get_running_loop().create_task(self._progress.show(broadcast_id, last=last))
            self._showing = {one: each for one, each in self._showing.items() if not each.done()} | {broadcast_id: task}

    async def _work(self) -> None:
        while True:
            item = await self._line.get()
            try:
                self._busy += 1
                await self._one(item)
            except Exception as fault:  # noqa: BLE001 - its lease ends and somebody takes it anew
                log.error("a receiver was left for later after %s", type(fault).__name__)
            finally:
                self._busy -= 1

    async def _one(self, item: _Item) -> None:
        if (wait := self._calm_at - asyncio.get_running_loop().time()) > 0:
            await asyncio.sleep(wait)
        if item.to.until - datetime.now(UTC) < SPARE:
            return  # it lay here for too long: another may have it by now
        mark = await self._carrier.carry(item.broadcast, item.to)
        self._weather(mark)
        await self._ledger.enter(mark)

    def _weather(self, mark: Mark) -> None:
        """When everything is refused, all wait: asking on only makes it last."""
        if mark.is_sent:
            self._refused = 0
        elif mark.code == "429" and mark.at is not None:
            self._refused += 1
            if self._refused >= STORM:
                wait = min(LONGEST_STORM, max(0.0, (mark.at - datetime.now(UTC)).total_seconds()))
                self._calm_at = max(self._calm_at, asyncio.get_running_loop().time() + wait)

    def _in_motion(self) -> list[Broadcast]:
        now = datetime.now(UTC)
        with self._database.reading() as session:
            due, moving = broadcasts.due(session, now), broadcasts.in_motion(session)
        if due:
            with self._database.writing() as session:
                begin_due(session, now, self._outbox)
                moving = broadcasts.in_motion(session)
        return moving

    def _answered(self) -> list[UUID]:
        with self._database.reading() as session:
            return [
                one
                for one, shown_at in broadcasts.answered(session, datetime.now(UTC) - ASKED_DAYS)
                if (last := receivers.last_confirmed(session, one)) and (shown_at is None or last > shown_at)
            ]

    def _take(self, broadcast: Broadcast) -> list[Receiver]:
        if not self._pace.rate:
            return []
        now = datetime.now(UTC)
        most = max(1, min(BATCH, int(self._pace.rate * BATCH_SECONDS)))
        with self._database.writing() as session:
            quiet_receivers.wake(session, broadcast.id, now)
            taken = mailbag.take(session, broadcast.id, most, now, Lease(self._replica, now + LEASE))
            return quiet_receivers.awake(session, taken, now)

    def _rests(self, broadcast: Broadcast) -> bool:
        with self._database.reading() as session:
            if mailbag.next_due(session, broadcast.id) is not None:
                return False
            after = quiet_receivers.next_due(session, broadcast.id)
            return after is not None and after > datetime.now(UTC)

    def _finish(self, broadcast: Broadcast) -> bool:
        """End the broadcast when nothing is left to do; return whether only people are left who have quiet hours."""
        with self._database.writing() as session:
            ended = finish(session, broadcast, datetime.now(UTC))
        return not ended and self._rests(broadcast)

    def _release(self) -> None:
        with self._database.writing() as session:
            mailbag.release(session, self._replica, datetime.now(UTC))
