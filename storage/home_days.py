"""Home days. A person has at most one live day on a date; the database itself sees to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Row, Select, bindparam, func, select, text, update
from sqlmodel import Field, Session, SQLModel

from domain.home_days import Half, HomeDay, Status
from storage.calendar_entries import follow
from storage.columns import MENTION, OWNER, Moment, table_of
from storage.dialect import Upsert
from storage.errors import Conflict, Taken

_ASKED = text("status = 'asked'")
_UNSEEN = text("status = 'cancelled' AND seen_at IS NULL")
_LIVE = text("status IN ('asked', 'approved')")  # as in the index, so that it is used


class HomeDayRow(SQLModel, table=True):
    """A home day of one person (domain.home_days.HomeDay)."""

    __tablename__ = "home_day"
    __table_args__ = (
        Index("ix_home_day_person_on", "person_id", "on"),
        Index("ix_home_day_asked", "on", sqlite_where=_ASKED, postgresql_where=_ASKED),
        Index("ix_home_day_unseen", "on", sqlite_where=_UNSEEN, postgresql_where=_UNSEEN),
        Index("uq_home_day_live", "person_id", "on", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE),
    )

    id: UUID = Field(primary_key=True)
    person_id: str = Field(sa_column_kwargs=OWNER)
    on: date
    request_id: UUID = Field(index=True)
    half: str | None = None
    status: str
    version: int
    asked_at: datetime | None = Field(default=None, sa_type=Moment)
    decided_by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    decided_at: datetime | None = Field(default=None, sa_type=Moment)
    reason: str = ""
    cancellation_id: UUID | None = Field(default=None, index=True)
    seen_at: datetime | None = Field(default=None, sa_type=Moment)
    recurring: bool = False


DAY = table_of(HomeDayRow)
_COLUMNS = tuple(DAY.c.keys())  # in the order of the fields of HomeDay
_DAYS = select(DAY).order_by(DAY.c.on, DAY.c.person_id, DAY.c.asked_at, DAY.c.id)
_BY_IDS = _DAYS.where(DAY.c.id.in_(bindparam("ids", expanding=True)))
_OF_REQUEST = _DAYS.where(DAY.c.request_id == bindparam("request"))
_OF_CANCELLATION = _DAYS.where(DAY.c.cancellation_id == bindparam("cancellation"))
_OF_PERSON = _DAYS.where(DAY.c.person_id == bindparam("person"))
_LIVE_ON = _OF_PERSON.where(DAY.c.on.in_(bindparam("dates", expanding=True)), _LIVE)
_FROM_DATE = _OF_PERSON.where(DAY.c.on >= bindparam("start"))
_OF_PEOPLE = _DAYS.where(DAY.c.person_id.in_(bindparam("people", expanding=True)))
_BETWEEN = _OF_PEOPLE.where(DAY.c.on.between(bindparam("first"), bindparam("last")))
_AT_HOME = (
    select(DAY.c.on, func.count())
    .where(
        DAY.c.person_id.in_(bindparam("people", expanding=True)),
        DAY.c.on.between(bindparam("first"), bindparam("last")),
        DAY.c.status == Status.APPROVED.value,
    )
    .group_by(DAY.c.on)
)
_ASKED_BY = _OF_PEOPLE.where(DAY.c.on >= bindparam("start"), DAY.c.status == Status.ASKED.value)
_ASKED_FROM = _DAYS.where(DAY.c.on >= bindparam("start"), _ASKED)
_UNSEEN_FROM = _DAYS.where(DAY.c.on >= bindparam("start"), _UNSEEN)
_ADD = Upsert(DAY, lambda insert: insert.on_conflict_do_nothing().returning(DAY.c.id))
_SAVE = update(DAY).where(DAY.c.id == bindparam("row"), DAY.c.version == bindparam("before"))


def by_ids(session: Session, ids: Iterable[UUID]) -> list[HomeDay]:
    """Return these days, by date."""
    return _days(session, _BY_IDS, ids=set(ids))


def of_request(session: Session, request_id: UUID) -> list[HomeDay]:
    """Return the days that were asked for together, by date."""
    return _days(session, _OF_REQUEST, request=request_id)


def of_cancellation(session: Session, cancellation_id: UUID) -> list[HomeDay]:
    """Return the days that were cancelled together, by date."""
    return _days(session, _OF_CANCELLATION, cancellation=cancellation_id)


def live_on(session: Session, person_id: str, dates: Iterable[date]) -> list[HomeDay]:
    """Return the person's days on these dates that are asked or approved, by date."""
    return _days(session, _LIVE_ON, person=person_id, dates=set(dates))


def from_date(session: Session, person_id: str, start: date) -> list[HomeDay]:
    """Return the person's days on and after a date in whatever state, by date."""
    return _days(session, _FROM_DATE, person=person_id, start=start)


def between(session: Session, person_ids: Iterable[str], first: date, last: date) -> list[HomeDay]:
    """Return the days of these people from first to last, both included, in whatever state, by date."""
    return _days(session, _BETWEEN, people=set(person_ids), first=first, last=last)


def at_home(session: Session, person_ids: Iterable[str], first: date, last: date) -> dict[date, int]:
    """Return how many of these people have an approved day, for each date from first to last that has any."""
    values = {"people": set(person_ids), "first": first, "last": last}
    return {row[0]: row[1] for row in session.connection().execute(_AT_HOME, values)}


def asked_by(session: Session, person_ids: Iterable[str], start: date) -> list[HomeDay]:
    """Return the days of these people, on and after a date, that wait for an answer, by date."""
    return _days(session, _ASKED_BY, people=set(person_ids), start=start)


def asked_from(session: Session, start: date) -> list[HomeDay]:
    """Return everybody's days, on and after a date, that wait for an answer, by date."""
    return _days(session, _ASKED_FROM, start=start)


def unseen(session: Session, start: date) -> list[HomeDay]:
    """Return everybody's cancelled days, on and after a date, that they have not confirmed having seen, by date."""
    return _days(session, _UNSEEN_FROM, start=start)


def add(session: Session, days: Sequence[HomeDay]) -> None:
    """Store new days. Raises Taken where the person has a live day on the date, or the id is there already."""
    if not days:
        return
    stored = set(_ADD.run(session, [_values(day) for day in days]).scalars())
    if len(stored) < len(days):
        raise Taken([day.on for day in days if day.id not in stored])
    for day in days:
        if day.status is Status.APPROVED:  # stored as agreed: nothing was in Outlook before
            follow(session, day)


def save(session: Session, day: HomeDay) -> None:
    """Store a day that was changed once since it was read. Raises Conflict when somebody else was quicker."""
    values = {**_values(day), "row": day.id, "before": day.version - 1}
    if session.connection().execute(_SAVE, values).rowcount != 1:
        raise Conflict(day.id, day.version)
    follow(session, day)


def _days(session: Session, query: Select[Any], **values: object) -> list[HomeDay]:
    return [_day(row) for row in session.connection().execute(query, values)]


def _values(day: HomeDay) -> dict[str, Any]:
    values = {column: getattr(day, column) for column in _COLUMNS}
    return {**values, "half": day.half and day.half.value, "status": day.status.value}


def _day(row: Row[Any]) -> HomeDay:
    id_, person_id, on, request_id, half, status, *rest = tuple(row)
    return HomeDay(id_, person_id, on, request_id, Half(half) if half else None, Status(status), *rest)
