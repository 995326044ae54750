"""What somebody who works here can have erased, and what stays: "slet mine data". For those who left, see retention.

Every table with rows about a person stands in exactly one of the three; a test sees to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import ColumnElement, Table, delete, exists, func, or_, select
from sqlmodel import Session

from storage.calendar_entries import ENTRY, EntryState
from storage.columns import PERSON
from storage.deliveries import DELIVERY, State
from storage.home_days import DAY
from storage.once import forget
from storage.sent_cards import CARD
from storage.tables import METADATA

FREE = ("preferences", "notice_setting", "advice", "feed", "download", "question", "discussion_reply", "stranger")
PARTLY = ("home_day", "calendar_entry", "delivery", "sent_card")  # what is past; what is to come stays
KEPT = (
    "person",  # the municipality's own file
    "graph_person",  # the municipality's own directory
    "conversation",  # the chat that is being written in
    "agreement",  # agreed with the leader (policy p. 3)
    "agreement_version",
    "agreement_paper",
    "workplace_list",  # the employer's duty to assess the workplace
    "equipment",  # to be given back or bought (policy p. 5)
    "leaving",
    "local_frame",  # the rules of a workplace, not of a person
    "receiver",  # that the employer has informed
    "audit",  # has a period of its own
)
_OVER = (State.SENT.value, State.GONE.value, State.FAILED.value)


def counts(session: Session, person_id: str, today: date) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many rows would go and how many stay, by table; tables without rows are left out."""
    going = {table.name: _count(session, table, which) for table, which in _going(person_id, today)}
    whole = {name: _count(session, METADATA.tables[name], _of(name, person_id)) for name in (*FREE, *PARTLY, *KEPT)}
    staying = {name: count - going.get(name, 0) for name, count in whole.items()}
    return {name: n for name, n in going.items() if n}, {name: n for name, n in staying.items() if n}


def erase_past(session: Session, person_id: str, now: datetime) -> dict[str, int]:
    """Delete what may go and return how many rows of each table went."""
    gone = {
        table.name: session.connection().execute(delete(table).where(which)).rowcount
        for table, which in _going(person_id, now.date())
    }
    forget(session)
    return {name: count for name, count in gone.items() if count}


def _going(person_id: str, today: date) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Yield each table with what goes of it: cards before the days that they show."""
    mine = DAY.c.person_id == person_id
    ahead = exists().where(or_(DAY.c.request_id == CARD.c.subject, DAY.c.cancellation_id == CARD.c.subject))
    past = select(DAY.c.request_id).where(mine, DAY.c.on < today)
    yield CARD, (CARD.c.person_id == person_id) & CARD.c.subject.in_(past) & ~ahead.where(DAY.c.on >= today)
    yield ENTRY, (ENTRY.c.person_id == person_id) & (ENTRY.c.on < today) & (ENTRY.c.state != EntryState.WAITING.value)
    yield DAY, mine & (DAY.c.on < today)
    yield DELIVERY, (DELIVERY.c.to_id == person_id) & DELIVERY.c.state.in_(_OVER)
    for name in FREE:
        yield METADATA.tables[name], _of(name, person_id)


def _of(name: str, person_id: str) -> ColumnElement[bool]:
    marks = [one for one in METADATA.tables[name].columns if one.info.get(PERSON) in {"owner", "trace"}]
    return or_(*(one == person_id for one in marks))


def _count(session: Session, table: Table, which: ColumnElement[bool]) -> int:
    return session.connection().execute(select(func.count()).select_from(table).where(which)).scalar_one()
