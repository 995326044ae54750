"""Keeps the directory as Graph has it: reads what changed, puts it together with the file, stores all or nothing.

One replica does it at a time, by a lease in the database. Nothing is stored while pages are read, so a run that falls
leaves everything as it was, and the next one asks from the same place.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import ParamSpec, TypeVar
from uuid import uuid4

from sqlmodel import Session

from bot.chat import TryLater
from bot.graph.directory import GraphDirectory, Heard, NotAllowed
from domain.deeds import Deed, Done
from domain.directory import Account, Directory, Listed, put_together, too_many_leave
from storage import accounts, audit, directory, graph_sync
from storage.database import Database
from storage.directory import Difference, ImportReport
from storage.graph_sync import Refused

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger("hjemmebot.graph")

LEASE = timedelta(minutes=15)  # longer than the longest wait that Graph may ask for
AGAIN = timedelta(minutes=5)  # after a run that fell
RENEW_SECONDS = 60.0
LOOK_SECONDS = 60.0  # how often it is asked whether a run is due


class Busy(Exception):
    """Another process reads the people now, or took over."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What a run came to. With `refused` nothing was stored: too many would leave.

    `before` is who was here. Both are empty for a run by the clock that heard of nothing new.
    """

    directory: Directory
    report: ImportReport
    whole: bool
    refused: Refused | None = None
    before: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class _How:
    """How a run was asked for: by the clock, to try it only, with a yes to however many leave."""

    due: bool
    dry: bool
    yes: bool


class PeopleSync:
    """Reads the people every so many minutes, where it is started; `run` does it now."""

    def __init__(
        self,
        database: Database,
        directory: GraphDirectory,
        every: timedelta,
        told: Callable[[Session], None] = lambda session: None,
    ) -> None:
        self._database = database
        self._directory = directory
        self._every = every
        self._told = told
        self._task: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(1, "people")  # turns on SQLite share one thread; this must not stand in it

    async def open(self) -> None:
        """Make ready for `run`; `stop` ends it. Needs the running loop."""
        await self._directory.start()

    async def start(self) -> None:
        """Begin to follow the people."""
        await self.open()
        self._task = asyncio.get_running_loop().create_task(self._go())

    async def stop(self) -> None:
        """Stop; a run under way is given up, and its lease given back."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._directory.stop()
        self._thread.shutdown(wait=True)

    async def run(self, *, due: bool = False, dry: bool = False, anew: bool = False, yes: bool = False) -> Synced:
        """Read and store the people now; `dry` stores nothing, `yes` lets any number leave.

        Raises Busy where somebody else is at it or (with `due`) it is not time, and what GraphDirectory.read raises.
        """
        me = uuid4().hex
        if not await self._threaded(self._take, me, due):
            raise Busy
        wait = min(self._every, AGAIN)
        try:
            known, link, tracked = await self._threaded(self._load)
            heard = await self._directory.read(known, "" if anew else link, tracked, self._renewal(me))
            done = await self._threaded(self._store, me, known, heard, _How(due, dry, yes))
            wait = self._every
            return done
        finally:
            await asyncio.shield(self._threaded(self._give_back, me, None if dry else datetime.now(UTC) + wait))

    def _renewal(self, me: str) -> Callable[[], Awaitable[None]]:
        """Return what holds on to the lease while pages are read; it raises Busy where the lease was lost."""
        at = time.monotonic()

        async def alive() -> None:
            nonlocal at
            if time.monotonic() - at >= RENEW_SECONDS:
                if not await self._threaded(self._renew, me):
                    raise Busy
                at = time.monotonic()

        return alive

    def _renew(self, me: str) -> bool:
        with self._database.writing() as session:
            return graph_sync.keep(session, me, datetime.now(UTC) + LEASE)

    def _threaded(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> asyncio.Future[T]:
        return asyncio.get_running_loop().run_in_executor(self._thread, partial(work, *args, **kwargs))

    async def _go(self) -> None:
        while True:
            try:
                done = await self.run(due=True)
            except Busy:
                pass
            except (TryLater, NotAllowed) as why:
                log.error("the people could not be read: %s %s", type(why).__name__, why)
            except Exception as fault:  # noqa: BLE001 - whatever it is, nothing was stored and the next run tries
                log.error("the people could not be read: %s", type(fault).__name__)
            else:
                _write_log(done)
            await asyncio.sleep(LOOK_SECONDS)

    def _take(self, me: str, due: bool) -> bool:
        now = datetime.now(UTC)
        with self._database.writing() as session:
            return graph_sync.take(session, me, now, now + LEASE, due=due)

    def _give_back(self, me: str, due_at: datetime | None) -> None:
        with self._database.writing() as session:
            graph_sync.give_back(session, me, due_at)

    def _load(self) -> tuple[dict[str, Account], str, str]:
        with self._database.reading() as session:
            return {one.id: one for one in accounts.everybody(session)}, *graph_sync.link(session)

    def _store(self, me: str, known: Mapping[str, Account], heard: Heard, how: _How) -> Synced:
        if how.due and not heard.whole and heard.accounts == known:  # the usual case: nobody needs to look further
            found, together, refused, listed = Difference(), Directory(()), None, list[Listed]()
        else:
            with self._database.reading() as session:  # what takes long is done before anybody has to wait
                listed = directory.listed(session)
                together = put_together(listed, heard.accounts.values())
                found = directory.difference(session, together.people)
            refused = _refused(len(found.gone), len(listed)) if not how.yes else None
        if not how.dry:
            with self._database.writing() as session:
                self._written(session, me, known, heard, found, refused)
        return Synced(together, found.report, heard.whole, refused, tuple(listed))

    def _written(
        self,
        session: Session,
        me: str,
        known: Mapping[str, Account],
        heard: Heard,
        found: Difference,
        refused: Refused | None,
    ) -> None:
        """Store all of it. Raises Busy where the lease was lost: to another replica, or to an import of a file."""
        if not graph_sync.keep(session, me, datetime.now(UTC) + LEASE):
            raise Busy
        if refused is not None:
            graph_sync.refuse(session, me, refused)
            self._told(session)
            return
        changed = [one for id_, one in heard.accounts.items() if known.get(id_) != one]
        accounts.change(session, changed, known.keys() - heard.accounts.keys())
        directory.carry_out(session, found)
        graph_sync.carried_out(session, me, heard.delta_link, heard.tracked, datetime.now(UTC))
        if found.report != ImportReport(0, 0, 0):
            audit.append(session, [Done(Deed.SYNCED, "")], "", datetime.now(UTC))


def _refused(leaving: int, here: int) -> Refused | None:
    return Refused(leaving, here) if too_many_leave(leaving, here) else None


def _write_log(done: Synced) -> None:
    """Write how many, never who."""
    report = done.report
    if done.refused is not None:
        log.error("the people were not changed: %d of %d would leave", done.refused.leaving, done.refused.here)
        return
    log.info(
        "people: %d, %d added, %d changed, %d left, %d links left out",
        len(done.directory.people),
        report.added,
        report.changed,
        report.removed,
        len(done.directory.circles),
    )
