"""Who receives a broadcast and how far each got: one row for each broadcast and person. These rows are the truth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Index,
    Integer,
    Row,
    Text,
    Update,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)
from sqlmodel import Field, Session, SQLModel

from domain.facts import Tally
from storage.columns import OWNER, Moment, table_of
from storage.person_row import PERSON


class State(StrEnum):
    """How far a receiver's present task got."""

    LISTED = "listed"  # named in a draft; nothing is to be sent yet
    WAITING = "waiting"
    SENDING = "sending"  # taken until `not_before` by the replica in `code`; after a crash it may or may not have left
    QUIET = "quiet"  # put aside until `not_before`, when the person's quiet hours end (storage.quiet_receivers)
    DONE = "done"
    GONE = "gone"  # cannot be reached; `code` says why
    FAILED = "failed"  # given up; `code` says why


class Task(StrEnum):
    """What is to be done for a receiver."""

    SEND = "send"
    REMIND = "remind"
    CORRECT = "correct"
    RECALL = "recall"


LEFT = "PersonLeft"  # codes of our own among the connector's
CALLED_BACK = "CalledBack"
DONE = text("confirmed_at IS NOT NULL")
OPEN = text("state IN ('waiting', 'sending')")  # as in the index, so that it is used
QUIET = text("state = 'quiet'")


class ReceiverRow(SQLModel, table=True):
    """A person who receives a broadcast."""

    __tablename__ = "receiver"
    __table_args__ = (
        Index("uq_receiver", "broadcast_id", "person_id", unique=True),
        Index("ix_receiver_confirmed", "broadcast_id", "confirmed_at", sqlite_where=DONE, postgresql_where=DONE),
        Index("ix_receiver_open", "broadcast_id", "id", sqlite_where=OPEN, postgresql_where=OPEN),
        Index("ix_receiver_quiet", "broadcast_id", "not_before", sqlite_where=QUIET, postgresql_where=QUIET),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BigInteger().with_variant(Integer(), "sqlite"))
    broadcast_id: UUID
    person_id: str = Field(index=True, sa_column_kwargs=OWNER)
    state: str
    task: str
    attempts: int
    not_before: datetime = Field(sa_type=Moment)
    code: str
    sent_at: datetime | None = Field(default=None, sa_type=Moment)
    confirmed_at: datetime | None = Field(default=None, sa_type=Moment)
    conversation_id: str
    edition: int  # of the words that stand in the chat
    cards: str = Field(sa_type=Text)  # the messages that stand in the chat, oldest first, with blanks between


RECEIVER = table_of(ReceiverRow)
OF_BROADCAST = RECEIVER.c.broadcast_id == bindparam("broadcast")
_UNTAKEN = (State.WAITING.value, State.QUIET.value)
_NOT_LISTED = RECEIVER.c.state != State.LISTED.value
_TALLY = (
    select(
        RECEIVER.c.state,
        RECEIVER.c.code,
        (RECEIVER.c.sent_at.is_not(None)).label("got"),
        func.count().label("number"),
        func.count(RECEIVER.c.confirmed_at).label("confirmed"),
    )
    .where(OF_BROADCAST, _NOT_LISTED)
    .group_by(RECEIVER.c.state, RECEIVER.c.code, RECEIVER.c.sent_at.is_not(None))
)
_LINES = (
    select(RECEIVER, PERSON.c.name, PERSON.c.email, PERSON.c.department)
    .join(PERSON, PERSON.c.id == RECEIVER.c.person_id, isouter=True)
    .where(OF_BROADCAST, _NOT_LISTED)
    .order_by(RECEIVER.c.id)
)
_MISSED = _LINES.where(
    RECEIVER.c.sent_at.is_(None), RECEIVER.c.state.in_((State.GONE.value, State.FAILED.value))
).limit(bindparam("most"))
_LISTED = (
    select(PERSON.c.id, PERSON.c.name)
    .join(RECEIVER, PERSON.c.id == RECEIVER.c.person_id)
    .where(OF_BROADCAST, RECEIVER.c.state == State.LISTED.value, PERSON.c.left_at.is_(None))
    .order_by(PERSON.c.name)
)
_UNLIST = delete(RECEIVER).where(OF_BROADCAST, RECEIVER.c.state == State.LISTED.value)
_ONE = select(RECEIVER).where(OF_BROADCAST, RECEIVER.c.person_id == bindparam("person"), _NOT_LISTED)
_CONFIRM = (
    update(RECEIVER)
    .where(
        OF_BROADCAST,
        RECEIVER.c.person_id == bindparam("person"),
        RECEIVER.c.sent_at.is_not(None),
        RECEIVER.c.confirmed_at.is_(None),
    )
    .values(confirmed_at=bindparam("now", type_=RECEIVER.c.sent_at.type))
)
_LAST = select(func.max(RECEIVER.c.confirmed_at)).where(OF_BROADCAST, DONE)
_NEWEST = (
    select(RECEIVER.c.broadcast_id)
    .where(RECEIVER.c.person_id == bindparam("person"), RECEIVER.c.sent_at.is_not(None))
    .order_by(RECEIVER.c.sent_at.desc())
    .limit(20)
)


@dataclass(frozen=True, slots=True)
class Line:
    """One receiver in the report."""

    name: str
    email: str
    department: str
    state: State
    code: str
    sent_at: datetime | None
    confirmed_at: datetime | None


def list_people(session: Session, broadcast_id: UUID, person_ids: Sequence[str], now: datetime) -> None:
    """Name the people of a draft, instead of those who were named before."""
    connection = session.connection()
    connection.execute(_UNLIST, {"broadcast": broadcast_id})
    fixed = {"state": State.LISTED.value, "task": Task.SEND.value, "attempts": 0, "not_before": now, "code": ""}
    fixed |= {"broadcast_id": broadcast_id, "conversation_id": "", "cards": "", "edition": 0}
    if person_ids:
        connection.execute(insert(RECEIVER), [{**fixed, "person_id": one} for one in person_ids])


def listed(session: Session, broadcast_id: UUID) -> list[tuple[str, str]]:
    """Return ids and names of those who are named in a draft and are here, by name."""
    return [(row.id, row.name) for row in session.connection().execute(_LISTED, {"broadcast": broadcast_id})]


def tally(session: Session, broadcast_id: UUID) -> Tally:
    """Return how far a broadcast got. One walk through its rows."""
    rows = session.connection().execute(_TALLY, {"broadcast": broadcast_id}).all()
    why: dict[str, int] = {}
    for row in rows:
        if _missed(row):
            why[row.code] = why.get(row.code, 0) + row.number
    return Tally(
        total=sum(row.number for row in rows),
        sent=sum(row.number for row in rows if row.got),
        confirmed=sum(row.confirmed for row in rows),
        waiting=sum(row.number for row in rows if _open(row) and not row.got),
        missed=sum(why.values()),
        working=sum(row.number for row in rows if _open(row) and row.got),
        quiet=sum(row.number for row in rows if row.state == State.QUIET),
        why=tuple(sorted(why.items(), key=lambda one: (-one[1], one[0]))),
    )


def lines(session: Session, broadcast_id: UUID) -> Iterator[Line]:
    """Yield everybody of a broadcast, in the order in which they were chosen, a thousand at a time."""
    result = session.connection().execution_options(yield_per=1_000).execute(_LINES, {"broadcast": broadcast_id})
    return map(_line, result)


def missed(session: Session, broadcast_id: UUID, most: int) -> list[Line]:
    """Return some of those who were not reached."""
    return [_line(row) for row in session.connection().execute(_MISSED, {"broadcast": broadcast_id, "most": most})]


def of_person(session: Session, broadcast_id: UUID, person_id: str) -> tuple[datetime | None, datetime | None] | None:
    """Return when this person got a broadcast and confirmed it; None for whoever does not receive it."""
    row = session.connection().execute(_ONE, {"broadcast": broadcast_id, "person": person_id}).first()
    return None if row is None else (row.sent_at, row.confirmed_at)


def confirm(session: Session, broadcast_id: UUID, person_id: str, now: datetime) -> bool:
    """Note that somebody has read and understood what they got; return whether this was the first time."""
    values = {"broadcast": broadcast_id, "person": person_id, "now": now}
    return session.connection().execute(_CONFIRM, values).rowcount == 1


def last_confirmed(session: Session, broadcast_id: UUID) -> datetime | None:
    """Return when somebody confirmed last. By an index."""
    return session.connection().execute(_LAST, {"broadcast": broadcast_id}).scalar()


def newest_of(session: Session, person_id: str) -> list[UUID]:
    """Return the broadcasts that a person got last, newest first."""
    return list(session.connection().execute(_NEWEST, {"person": person_id}).scalars())


def resend(session: Session, broadcast_id: UUID, now: datetime) -> int:
    """Make those who were not reached wait once more; return how many they are."""
    again = _again(Task.SEND, now).where(
        RECEIVER.c.sent_at.is_(None),
        RECEIVER.c.state.in_((State.GONE.value, State.FAILED.value)),
        RECEIVER.c.code != LEFT,
    )
    return session.connection().execute(again, {"broadcast": broadcast_id}).rowcount


def remind(session: Session, broadcast_id: UUID, now: datetime) -> int:
    """Make those who got it and have not confirmed wait for a reminder; return how many they are."""
    again = _again(Task.REMIND, now).where(
        RECEIVER.c.sent_at.is_not(None), RECEIVER.c.confirmed_at.is_(None), RECEIVER.c.state == State.DONE.value
    )
    return session.connection().execute(again, {"broadcast": broadcast_id}).rowcount


def correct(session: Session, broadcast_id: UUID, edition: int, now: datetime) -> int:
    """Make the messages that stand in chats with older words wait for being drawn anew; return how many they are.

    Those on their way this moment are left alone: asked again at the end, they are found.
    """
    again = _again(Task.CORRECT, now).where(
        RECEIVER.c.cards != "", RECEIVER.c.edition < edition, RECEIVER.c.state != State.SENDING.value
    )
    return session.connection().execute(again, {"broadcast": broadcast_id}).rowcount


def recall(session: Session, broadcast_id: UUID, now: datetime) -> int:
    """Make the messages that stand in chats wait for being taken back; nobody else waits any more.

    Those on their way this moment are left alone: asked again at the end, they are found.
    """
    connection = session.connection()
    spare = update(RECEIVER).where(OF_BROADCAST, RECEIVER.c.sent_at.is_(None), RECEIVER.c.state.in_(_UNTAKEN))
    connection.execute(spare.values(state=State.GONE.value, code=CALLED_BACK), {"broadcast": broadcast_id})
    back = _again(Task.RECALL, now).where(RECEIVER.c.cards != "", RECEIVER.c.state != State.SENDING.value)
    return connection.execute(back, {"broadcast": broadcast_id}).rowcount


def _again(task: Task, now: datetime) -> Update:
    moment = bindparam(None, now, type_=RECEIVER.c.not_before.type)
    values = {"state": State.WAITING.value, "task": task.value, "attempts": 0, "not_before": moment, "code": ""}
    return update(RECEIVER).where(OF_BROADCAST).values(values)


def _open(row: Row[Any]) -> bool:
    return row.state in (State.WAITING, State.SENDING, State.QUIET)


def _missed(row: Row[Any]) -> bool:
    return not row.got and row.state in (State.GONE, State.FAILED)


def _line(row: Row[Any]) -> Line:
    return Line(
        row.name or "", row.email or "", row.department or "", State(row.state), row.code, row.sent_at, row.confirmed_at
    )
