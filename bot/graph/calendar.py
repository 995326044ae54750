"""Has Outlook follow the approved days: takes what is due, puts it in or takes it out, and notes how far it got.

The rows were committed with the decisions, so a kill loses nothing; a create that is repeated is the same create.
Throttling: Graph takes four requests at a time for a mailbox (https://learn.microsoft.com/graph/throttling-limits).
"""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections import defaultdict
from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from bot.chat import TryLater
from bot.graph.client import GraphClient, Reply
from bot.graph.event import changes_of, event_of, finding
from domain.home_days import HomeDay, Status
from domain.people import Person
from domain.preferences import Preferences
from storage import calendar_entries, home_days, people, preferences
from storage.calendar_entries import CalendarEntry, EntryState
from storage.database import Database

log = logging.getLogger("hjemmebot.graph")

OF_A_MAILBOX = 4
AT_ONCE = 64  # entries that are taken at a time
LEASE = timedelta(seconds=120)
MOST_TRIES = 12  # with the waits between them: about two hours
FIRST_WAIT = 2.0  # seconds
LONGEST_WAIT = 900.0
POLL_SECONDS = 2.0
_GONE = frozenset({404, 410})


class GivenUp(Exception):
    """Graph says no for good."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class OutlookCalendar:
    """Follows the days in Outlook. `poll` is how often it looks for what is due, in seconds."""

    def __init__(self, database: Database, client: GraphClient, poll: float = POLL_SECONDS) -> None:
        self._database = database
        self._client = client
        self._poll = poll
        self._mailboxes: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(OF_A_MAILBOX))
        self._paused: dict[str, float] = {}  # mailbox → time.monotonic() until which Graph wants to hear nothing
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to follow, with what was approved before Outlook was followed at all."""
        await self._client.start()
        await asyncio.to_thread(self._fill)
        self._task = asyncio.get_running_loop().create_task(self._go())

    async def stop(self) -> None:
        """Stop; what was not noted is tried again when its lease is over."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._client.stop()

    async def follow(self) -> int:
        """Carry out what is due now, and return how many entries that were."""
        entries = await asyncio.to_thread(self._take)
        await asyncio.gather(*(self._one(entry) for entry in entries))
        for mailbox in [one for one, lock in self._mailboxes.items() if not lock.locked()]:
            del self._mailboxes[mailbox]
        return len(entries)

    async def _go(self) -> None:
        while True:
            try:
                busy = await self.follow()
            except Exception as fault:  # noqa: BLE001 - whatever it is, the entries stand and the next round tries
                log.error("Outlook could not be followed: %s", type(fault).__name__)
                busy = 0
            if busy < AT_ONCE:
                await asyncio.sleep(self._poll)

    def _fill(self) -> None:
        with self._database.writing() as session:
            calendar_entries.fill(session, home_days.DAY, datetime.now(UTC).date())

    def _take(self) -> list[CalendarEntry]:
        now = datetime.now(UTC)
        with self._database.writing() as session:
            return calendar_entries.take(session, AT_ONCE, now, now + LEASE)

    async def _one(self, entry: CalendarEntry) -> None:
        async with self._mailboxes[entry.person_id]:
            try:
                if (wait := self._paused.get(entry.person_id, 0.0) - time.monotonic()) > 0:
                    raise TryLater(429, wait)
                code = await self._carry(entry)
            except GivenUp as no:
                await asyncio.to_thread(self._settle, entry, EntryState.FAILED, 0.0, no.code)
            except TryLater as later:
                await self._later(entry, later)
            else:
                await asyncio.to_thread(self._settle, entry, EntryState.DONE, 0.0, code)

    async def _later(self, entry: CalendarEntry, later: TryLater) -> None:
        if later.status == 429 and later.after:
            self._paused[entry.person_id] = time.monotonic() + later.after
        if entry.attempts >= MOST_TRIES:
            log.error("a day is not put into Outlook after %d tries (%d)", entry.attempts, later.status)
            await asyncio.to_thread(self._settle, entry, EntryState.FAILED, 0.0, str(later.status))
            return
        backoff = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (entry.attempts - 1)) * random.uniform(0.8, 1.2)  # noqa: S311
        wait = later.after if later.after is not None else backoff
        await asyncio.to_thread(self._settle, entry, EntryState.WAITING, wait, str(later.status))

    async def _carry(self, entry: CalendarEntry) -> str:
        """Make Outlook show what is wanted, and return a word on it. Raises GivenUp and TryLater."""
        loaded = await asyncio.to_thread(self._load, entry)
        if loaded is None:
            return await self._take_out(entry)
        person, day, own = loaded
        if entry.event_id:
            body = changes_of(day, own, person.language)
            reply = await self._client.ask("PATCH", "users", person.id, "events", entry.event_id, body=body)
            if reply.status not in _GONE:  # else the person deleted it, and the day is wanted anew
                _expect(reply, 200)
                return "changed"
        body = event_of(day, own, person.language, entry.revision)
        reply = await self._client.ask("POST", "users", person.id, "events", body=body)
        if reply.status == 409:  # an earlier try got through, and its answer did not
            await self._know(entry, next(iter(await self._found(entry)), ""))
            return "there already"
        _expect(reply, 201)
        await self._know(entry, str(reply.body.get("id", "")))
        return "created"

    async def _take_out(self, entry: CalendarEntry) -> str:
        """Delete the event; one that is gone already is as good. A create whose answer was lost is looked for."""
        for event_id in [entry.event_id] if entry.event_id else await self._found(entry):
            reply = await self._client.ask("DELETE", "users", entry.person_id, "events", event_id)
            if reply.status not in _GONE:
                _expect(reply, 204)
        await self._know(entry, "")
        return "deleted"

    async def _found(self, entry: CalendarEntry) -> list[str]:
        reply = await self._client.ask("GET", "users", entry.person_id, "events", query=finding(entry.day_id))
        if reply.status in _GONE:
            return []  # no mailbox, no event
        _expect(reply, 200)
        events = reply.body.get("value")
        return [str(one["id"]) for one in events if "id" in one] if isinstance(events, list) else []

    async def _know(self, entry: CalendarEntry, event_id: str) -> None:
        await asyncio.to_thread(self._known, entry, event_id)

    def _known(self, entry: CalendarEntry, event_id: str) -> None:
        with self._database.writing() as session:
            calendar_entries.know(session, entry.day_id, event_id)

    def _settle(self, entry: CalendarEntry, state: EntryState, wait: float, code: str) -> None:
        at = datetime.now(UTC) + timedelta(seconds=wait)
        with self._database.writing() as session:
            calendar_entries.settle(session, entry, state, at, code)

    def _load(self, entry: CalendarEntry) -> tuple[Person, HomeDay, Preferences] | None:
        with self._database.reading() as session:
            return _wanted(session, entry) if entry.wanted else None


def _wanted(session: Session, entry: CalendarEntry) -> tuple[Person, HomeDay, Preferences] | None:
    """Return what Outlook must show: the day as it stands now, for it is the truth; None where it must show nothing."""
    person = people.find(session, entry.person_id)
    day = next(iter(home_days.by_ids(session, [entry.day_id])), None)
    if person is None or day is None or day.status is not Status.APPROVED:
        return None
    return person, day, preferences.find(session, person.id)


def _expect(reply: Reply, status: int) -> None:
    """Raise unless the answer is the one that was hoped for."""
    if reply.status == status:
        return
    if reply.status in {400, 404, 410}:
        raise GivenUp(reply.code or str(reply.status))
    raise TryLater(reply.status, reply.after)
