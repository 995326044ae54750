"""The audit trail (domain.deeds): lines are added in the transaction of the deed and never changed.

The head is one row. Whoever adds takes it first (`FOR UPDATE` on PostgreSQL; SQLite has one writer anyway), so the
chain cannot fork over replicas; the gate adds last in its transaction, so that the row is held only for the commit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from secrets import token_hex
from typing import Any

from sqlalchemy import BigInteger, Index, Row, bindparam, delete, insert, or_, select, update
from sqlmodel import Field, Session, SQLModel

from domain.deeds import BEGINNING, Done, Entry, Flaw, Link, Verdict, seal
from storage.columns import Moment, table_of, trace
from storage.dialect import Upsert

SALT_BYTES = 16
BATCH = 1000


class AuditRow(SQLModel, table=True):
    """One line. A seal stays when the name and its salt are blanked."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_by_id", "by_id"), Index("ix_audit_whom_id", "whom_id"))

    number: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=Moment)
    by_id: str | None = Field(default=None, sa_column_kwargs=trace("by_salt"))
    by_salt: str | None = None
    by_seal: str
    deed: str
    whom_id: str | None = Field(default=None, sa_column_kwargs=trace("whom_salt"))
    whom_salt: str | None = None
    whom_seal: str
    detail: str
    hash: str


class AuditHeadRow(SQLModel, table=True):
    """The one row that says where the chain ends and, when its oldest lines were let go, what it begins after."""

    __tablename__ = "audit_head"

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    number: int = Field(sa_type=BigInteger)
    hash: str
    gone_number: int = Field(sa_type=BigInteger)
    gone_hash: str


AUDIT = table_of(AuditRow)
HEAD = table_of(AuditHeadRow)
_EMPTY = {"id": 1, "number": 0, "hash": BEGINNING, "gone_number": 0, "gone_hash": BEGINNING}
_TAKE = select(HEAD.c.number, HEAD.c.hash).with_for_update()
_BEGIN = Upsert(HEAD, lambda insert: insert.on_conflict_do_nothing())
_ADD = insert(AUDIT)
_MOVE = update(HEAD).values(number=bindparam("last"), hash=bindparam("newest"))
# one round trip instead of two, where the engine can
_ADD_AND_MOVE = _MOVE.add_cte(_ADD.values({name: bindparam(f"new_{name}") for name in AUDIT.c.keys()}).cte("added"))  # noqa: SIM118
_LET_GO = update(HEAD).values(gone_number=bindparam("last"), gone_hash=bindparam("newest"))
_FROM = select(AUDIT).where(AUDIT.c.number > bindparam("after")).order_by(AUDIT.c.number).limit(BATCH)
_OLDEST = select(AUDIT.c.number, AUDIT.c.hash, AUDIT.c.at).order_by(AUDIT.c.number)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines to read: of a person (who did it or to whom), from a moment, until before another."""

    person_id: str = ""
    since: datetime | None = None
    until: datetime | None = None


def append(session: Session, done: Sequence[Done], by_id: str, at: datetime) -> None:
    """Add lines to the chain; an empty `by_id` is the command line or the bot itself. Call it last."""
    if not done:
        return
    connection = session.connection()
    head = connection.execute(_TAKE).first()
    if head is None:
        _BEGIN.run(session, _EMPTY)
        head = connection.execute(_TAKE).one()
    number, previous = head
    rows = []
    for one in done:
        number += 1
        row = _row(number, at, by_id, one)
        link = Link(number, at, row["by_seal"], row["deed"], row["whom_seal"], row["detail"])
        previous = row["hash"] = link.hash_after(previous)
        rows.append(row)
    head_now = {"last": number, "newest": previous}
    if len(rows) == 1 and connection.dialect.name == "postgresql":
        connection.execute(_ADD_AND_MOVE, {**head_now, **{f"new_{name}": one for name, one in rows[0].items()}})
        return
    connection.execute(_ADD, rows if len(rows) > 1 else rows[0])  # a single one is quicker by itself
    connection.execute(_MOVE, head_now)


def read(session: Session, wanted: Wanted, most: int) -> list[Entry]:
    """Return the newest lines that are wanted, newest first, at most so many."""
    query = select(AUDIT).order_by(AUDIT.c.number.desc()).limit(most)
    if wanted.person_id:
        query = query.where(or_(AUDIT.c.by_id == wanted.person_id, AUDIT.c.whom_id == wanted.person_id))
    if wanted.since is not None:
        query = query.where(AUDIT.c.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(AUDIT.c.at < wanted.until)
    rows = session.connection().execute(query)
    return [Entry(row.number, row.at, row.by_id, row.deed, row.whom_id, row.detail) for row in rows]


def verify(session: Session, kept: str = "") -> Verdict:
    """Return whether the chain is whole, and the first flaw where it is not. Read it on one snapshot.

    `kept` is a hash that was noted elsewhere: without it a chain that was made anew, or cut together with its head,
    looks whole.
    """
    head = session.connection().execute(select(HEAD)).first()
    number, previous = (head.gone_number, head.gone_hash) if head else (0, BEGINNING)
    checked, found = 0, kept in ("", previous)
    for row in _all_after(session, number):
        flaw = _flaw(row, number + 1, previous)
        if flaw is not None:
            return Verdict(checked, previous, flaw, number + 1 if flaw is Flaw.MISSING else row.number)
        number, previous, checked = row.number, row.hash, checked + 1
        found = found or row.hash == kept
    if (number, previous) != ((head.number, head.hash) if head else (0, BEGINNING)):
        return Verdict(checked, previous, Flaw.CUT, number + 1)
    return Verdict(checked, previous, None if found else Flaw.REMADE)


def newest(session: Session) -> tuple[int, str]:
    """Return the number and the hash of the newest line, to be kept elsewhere."""
    head = session.connection().execute(select(HEAD.c.number, HEAD.c.hash)).first()
    return (head.number, head.hash) if head else (0, BEGINNING)


def let_go(session: Session, before: datetime, most: int) -> int:
    """Delete lines older than a moment, oldest first, at most so many; the chain begins after them. Return how many.

    Stops at the first line that is not older, so that no hole comes about where a clock once ran wrong.
    """
    connection = session.connection()
    if connection.execute(_TAKE).first() is None:
        return 0
    old = list(takewhile(lambda row: row.at < before, connection.execute(_OLDEST.limit(most))))
    if not old:
        return 0
    connection.execute(_LET_GO, {"last": old[-1].number, "newest": old[-1].hash})
    connection.execute(delete(AUDIT).where(AUDIT.c.number <= old[-1].number))
    return len(old)


def _row(number: int, at: datetime, by_id: str, done: Done) -> dict[str, Any]:
    by_salt, whom_salt = token_hex(SALT_BYTES), token_hex(SALT_BYTES)
    return {
        "number": number,
        "at": at,
        "by_id": by_id or None,
        "by_salt": by_salt if by_id else None,
        "by_seal": seal(by_id, by_salt),
        "deed": done.deed.value,
        "whom_id": done.whom or None,
        "whom_salt": whom_salt if done.whom else None,
        "whom_seal": seal(done.whom, whom_salt),
        "detail": done.detail,
    }


def _all_after(session: Session, number: int) -> Iterator[Row[Any]]:
    while rows := session.connection().execute(_FROM, {"after": number}).all():
        yield from rows
        number = rows[-1].number


def _flaw(row: Row[Any], expected: int, previous: str) -> Flaw | None:
    if row.number != expected:
        return Flaw.MISSING
    if Link(row.number, row.at, row.by_seal, row.deed, row.whom_seal, row.detail).hash_after(previous) != row.hash:
        return Flaw.CHANGED
    names = ((row.by_id, row.by_salt, row.by_seal), (row.whom_id, row.whom_salt, row.whom_seal))
    return None if all(_as_sealed(*one) for one in names) else Flaw.NAMES


def _as_sealed(person_id: str | None, salt: str | None, kept: str) -> bool:
    """Return whether the name is the one that was sealed; a name that was erased went together with its salt."""
    if person_id is None and salt is None:
        return True
    return seal(person_id or "", salt or "") == kept and bool(kept)
