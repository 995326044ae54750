"""What stands in people's Outlook, and what should: one row an approved day, written with the decision itself.

The days are the truth (docs/decisions/0004-one-calendar.md); a row only says how far Outlook has followed. Rows are
written in sessions of a database that `follows_outlook`, and in no others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Table, bindparam, func, insert, literal, select, text, update
from sqlmodel import Field, Session, SQLModel

from domain.home_days import HomeDay, Status
from storage.columns import OWNER, Moment, table_of
from storage.database import follows_outlook
from storage.dialect import Upsert

_OPEN = text("state = 'waiting'")  # as in the index, so that it is used
_FAILED = text("state = 'failed'")  # in an index of its own, for storage.backlog to count


class EntryState(StrEnum):
    """How far Outlook has followed."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class CalendarEntryRow(SQLModel, table=True):
    """One home day in one person's Outlook."""

    __tablename__ = "calendar_entry"
    __table_args__ = (
        Index("ix_calendar_entry_open", "not_before", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_calendar_entry_failed", "on", sqlite_where=_FAILED, postgresql_where=_FAILED),
    )

    day_id: UUID = Field(primary_key=True)
    person_id: str = Field(index=True, sa_column_kwargs=OWNER)
    on: date
    wanted: bool
    revision: int  # of what is wanted; it makes a repeated create the same create
    state: str
    event_id: str = ""  # Microsoft Graph's immutable id, "" where none is known
    attempts: int = 0
    not_before: datetime = Field(sa_type=Moment)
    code: str = ""


ENTRY = table_of(CalendarEntryRow)
_FRESH: dict[Any, Any] = {"state": EntryState.WAITING.value, "attempts": 0, "code": ""}
_WANT = Upsert(
    ENTRY,
    lambda add: add.on_conflict_do_update(
        index_elements=["day_id"],
        set_={**_FRESH, "wanted": True, "revision": ENTRY.c.revision + 1, "not_before": add.excluded.not_before},
    ),
)
_CHANGED = update(ENTRY).values(
    **_FRESH,
    revision=ENTRY.c.revision + 1,
    not_before=bindparam("now", type_=ENTRY.c.not_before.type),
)
_UNWANT = _CHANGED.where(ENTRY.c.day_id == bindparam("day"), ENTRY.c.wanted).values(wanted=False)
_TOUCH = _CHANGED.where(ENTRY.c.person_id == bindparam("person"), ENTRY.c.on >= bindparam("start"), ENTRY.c.wanted)
_DUE = select(ENTRY.c.day_id).where(_OPEN, ENTRY.c.not_before <= bindparam("now")).limit(bindparam("most"))
_TAKE = (
    update(ENTRY)
    .where(ENTRY.c.day_id.in_(bindparam("days", expanding=True)), _OPEN, ENTRY.c.not_before <= bindparam("now"))
    .values(attempts=ENTRY.c.attempts + 1, not_before=bindparam("until", type_=ENTRY.c.not_before.type))
    .returning(*ENTRY.c)
)
_SETTLE = update(ENTRY).where(ENTRY.c.day_id == bindparam("day"), ENTRY.c.revision == bindparam("seen"))
_KNOW = update(ENTRY).where(ENTRY.c.day_id == bindparam("day")).values(event_id=bindparam("event"))
_OF_PERSON = select(ENTRY.c.on, ENTRY.c.state).where(
    ENTRY.c.person_id == bindparam("person"),
    ENTRY.c.on >= bindparam("start"),
    ENTRY.c.wanted,
    ENTRY.c.state != EntryState.DONE.value,
)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A day that Outlook has yet to follow. `attempts` counts this one too."""

    day_id: UUID
    person_id: str
    on: date
    wanted: bool
    revision: int
    event_id: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Lagging:
    """The dates of one person that are approved and not in Outlook: on their way, or given up."""

    waiting: tuple[date, ...] = ()
    failed: tuple[date, ...] = ()


def follow(session: Session, day: HomeDay) -> None:
    """Note in this transaction what Outlook must show of a day that was changed."""
    if not follows_outlook(session):
        return
    now = datetime.now(UTC)
    if day.status is Status.APPROVED:
        values = {"day_id": day.id, "person_id": day.person_id, "on": day.on, "wanted": True, "revision": 1}
        _WANT.run(session, {**values, **_FRESH, "event_id": "", "not_before": now})
    else:
        session.connection().execute(_UNWANT, {"day": day.id, "now": now})


def touch(session: Session, person_id: str, start: date) -> None:
    """Have the person's events from a date on written again: what stands in them has changed."""
    if follows_outlook(session):
        session.connection().execute(_TOUCH, {"person": person_id, "start": start, "now": datetime.now(UTC)})


def fill(session: Session, days: Table, start: date) -> None:
    """Note the approved days from a date on that were never noted: those from before Outlook was followed."""
    now = literal(datetime.now(UTC), ENTRY.c.not_before.type)
    missing = select(
        days.c.id, days.c.person_id, days.c.on, literal(True), literal(1), literal("waiting"), literal(""),
        literal(0), now, literal(""),
    ).where(
        days.c.status == Status.APPROVED.value,
        days.c.on >= start,
        ~select(ENTRY.c.day_id).where(ENTRY.c.day_id == days.c.id).exists(),
    )  # fmt: skip
    session.connection().execute(insert(ENTRY).from_select([column.name for column in ENTRY.c], missing))


def take(session: Session, most: int, now: datetime, until: datetime) -> list[CalendarEntry]:
    """Take what is due, so that nobody else does before `until`."""
    due = session.connection().execute(_DUE, {"now": now, "most": most}).scalars().all()
    if not due:
        return []
    rows = session.connection().execute(_TAKE, {"days": due, "now": now, "until": until})
    return [
        CalendarEntry(row.day_id, row.person_id, row.on, row.wanted, row.revision, row.event_id, row.attempts)
        for row in rows
    ]


def know(session: Session, day_id: UUID, event_id: str) -> None:
    """Keep the id of the event that stands in Outlook, "" for none."""
    session.connection().execute(_KNOW, {"day": day_id, "event": event_id})


def settle(session: Session, entry: CalendarEntry, state: EntryState, at: datetime, code: str = "") -> None:
    """Note how far it got; nothing, where something else is wanted by now. `at`: when it may be tried again."""
    values = {"state": state.value, "not_before": at, "code": code}
    session.connection().execute(_SETTLE.values(values), {"day": entry.day_id, "seen": entry.revision})


def lagging(session: Session, person_id: str, start: date) -> Lagging:
    """Return the person's approved dates from a date on that are not in Outlook."""
    if not follows_outlook(session):
        return Lagging()
    rows = session.connection().execute(_OF_PERSON, {"person": person_id, "start": start}).all()
    return Lagging(_dates(rows, EntryState.WAITING), _dates(rows, EntryState.FAILED))


def counts(session: Session) -> dict[EntryState, int]:
    """Return how many entries are in each state, for tests and operators."""
    found = session.connection().execute(select(ENTRY.c.state, func.count()).group_by(ENTRY.c.state))
    return {EntryState(state): number for state, number in found}


def _dates(rows: Iterable[Any], state: EntryState) -> tuple[date, ...]:
    return tuple(sorted(row.on for row in rows if row.state == state.value))
