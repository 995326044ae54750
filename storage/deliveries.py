"""What must be told and how far it got: one row for each notice to each person.

These rows are the truth, not the engine that carries them out: a chunk that runs twice skips what is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, Integer, Row, bindparam, func, select, text, update
from sqlmodel import Field, Session, SQLModel

from domain.notices import Lane, Notice, NoticeKind
from storage.columns import OWNER, Moment, table_of
from storage.dialect import Upsert


class State(StrEnum):
    """How far a delivery got."""

    WAITING = "waiting"
    SENDING = "sending"  # taken until `not_before` by the replica in `code`; after a crash it may or may not have left
    QUIET = "quiet"  # put aside until `not_before`, when the person's quiet hours end
    SENT = "sent"
    GONE = "gone"  # the chat cannot be reached; `code` says why
    FAILED = "failed"  # given up; `code` says why


_OPEN = text("state IN ('waiting', 'sending')")  # as in the index, so that it is used
_QUIET = text("state = 'quiet'")  # in an index of its own: nobody who sends comes upon it


class DeliveryRow(SQLModel, table=True):
    """A notice to one person on its way."""

    __tablename__ = "delivery"
    __table_args__ = (
        Index("ix_delivery_open", "lane", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_delivery_quiet", "not_before", sqlite_where=_QUIET, postgresql_where=_QUIET),
        {"sqlite_autoincrement": True},  # an id is never given twice, not even after rows were deleted
    )

    id: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=BigInteger().with_variant(Integer(), "sqlite"),
    )
    key: str = Field(unique=True)
    kind: str
    to_id: str = Field(index=True, sa_column_kwargs=OWNER)
    subject: UUID
    redraws: str = ""
    spares: str = ""
    occasion: str = ""
    lane: int
    state: str
    attempts: int = 0
    not_before: datetime = Field(sa_type=Moment)
    code: str = ""
    created_at: datetime = Field(sa_type=Moment)
    sent_at: datetime | None = Field(default=None, sa_type=Moment)


DELIVERY = table_of(DeliveryRow)
_LEAVE = Upsert(
    DELIVERY,
    lambda insert: insert.on_conflict_do_nothing(index_elements=["key"]).returning(DELIVERY.c.id, DELIVERY.c.key),
)
_TAKEN: dict[Any, Any] = {
    "state": State.SENDING.value,
    "attempts": DELIVERY.c.attempts + 1,
    "not_before": bindparam("until", type_=DELIVERY.c.not_before.type),
    "code": bindparam("by"),
}
# a newer version's kinds are left to its own replicas: whoever met one here could send nothing that stands behind it
_KNOWN = DELIVERY.c.kind.in_([kind.value for kind in NoticeKind])
_OURS = _OPEN & _KNOWN
_TAKE = (
    update(DELIVERY)
    .where(DELIVERY.c.id.in_(bindparam("ids", expanding=True)), _OURS, DELIVERY.c.not_before <= bindparam("now"))
    .values(_TAKEN)
    .returning(DELIVERY)
)
_WAKE = (
    update(DELIVERY)
    .where(_QUIET, _KNOWN, DELIVERY.c.not_before <= bindparam("now", type_=DELIVERY.c.not_before.type))
    .values(_TAKEN)
    .returning(DELIVERY)
)
_QUIET_FOR = select(DELIVERY).where(_QUIET, _KNOWN, DELIVERY.c.to_id == bindparam("person"))
_RELEASE = (
    update(DELIVERY)
    .where(_OPEN, DELIVERY.c.state == State.SENDING.value, DELIVERY.c.code == bindparam("by"))
    .values(not_before=bindparam("now", type_=DELIVERY.c.not_before.type))
)
_MARK = (
    update(DELIVERY)
    .where(DELIVERY.c.id == bindparam("row"))
    .values(
        {
            column: bindparam(f"new_{column.name}")
            for column in (DELIVERY.c.state, DELIVERY.c.code, DELIVERY.c.not_before, DELIVERY.c.sent_at)
        }
    )
)
_WAITING = select(DELIVERY).where(_OURS).order_by(DELIVERY.c.lane, DELIVERY.c.id).limit(bindparam("most"))
_DUE = _WAITING.where(DELIVERY.c.not_before <= bindparam("now"))
_NEXT = select(func.min(DELIVERY.c.not_before)).where(_OURS)
_TOLD = (
    select(DELIVERY.c.id)
    .where(
        DELIVERY.c.to_id == bindparam("person"),
        DELIVERY.c.subject == bindparam("subject"),
        DELIVERY.c.kind == bindparam("kind"),
    )
    .limit(1)
)
_COUNTS = select(DELIVERY.c.state, func.count()).group_by(DELIVERY.c.state)


@dataclass(frozen=True, slots=True)
class Lease:
    """Who sends a delivery, and until when nobody else may."""

    by: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a delivery got, and why (`code`). `at` is when it was sent, or when one that waits may be tried again."""

    delivery_id: int
    state: State
    at: datetime
    code: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A notice on its way. `attempts` counts how often it was taken, this time included."""

    id: int
    notice: Notice
    lane: Lane
    state: State
    attempts: int
    not_before: datetime
    code: str
    created_at: datetime
    sent_at: datetime | None


def leave(
    session: Session,
    notices: Sequence[Notice],
    now: datetime,
    lease: Lease | None = None,
    held: Mapping[str, datetime] | None = None,
) -> list[Delivery]:
    """Store the notices, each key once, and return those that are new: waiting, or with a lease taken from the start.

    Taken from the start they need no second transaction before they are sent. `held` says, by key, which are put
    aside, and until when.
    """
    if not notices:
        return []
    usual, aside = _start(now, lease), held or {}
    starts = {one.key: _put_aside(aside[one.key]) if one.key in aside else usual for one in notices}
    new = _LEAVE.run(session, [_values(notice, now) | starts[notice.key] for notice in notices])
    by_key = {notice.key: notice for notice in notices}
    return [
        Delivery(
            row.id,
            notice,
            notice.lane,
            State(start["state"]),
            start["attempts"],
            start["not_before"],
            start["code"],
            now,
            None,
        )
        for row in sorted(new, key=lambda row: row.id)
        for notice, start in ((by_key[row.key], starts[row.key]),)
    ]


def take(session: Session, ids: Iterable[int], now: datetime, lease: Lease) -> list[Delivery]:
    """Take those that are due for sending: mark them so, for the time of a lease, and count the attempt.

    Most urgent first. What another replica has taken is left alone until its lease is over.
    """
    values = {"ids": sorted(set(ids)), "now": now, "until": lease.until, "by": lease.by}
    taken = map(_delivery, session.connection().execute(_TAKE, values))
    return sorted(taken, key=lambda one: (one.lane, one.id))


def wake(session: Session, now: datetime, lease: Lease) -> list[Delivery]:
    """Take what was put aside and is due now; most urgent first."""
    values = {"now": now, "until": lease.until, "by": lease.by}
    taken = map(_delivery, session.connection().execute(_WAKE, values))
    return sorted(taken, key=lambda one: (one.lane, one.id))


def quiet_for(session: Session, person_id: str) -> list[Delivery]:
    """Return what was put aside for a person."""
    return [_delivery(row) for row in session.connection().execute(_QUIET_FOR, {"person": person_id})]


def release(session: Session, by: str, now: datetime) -> None:
    """Make due what this replica had taken when it died."""
    session.connection().execute(_RELEASE, {"by": by, "now": now})


def next_due(session: Session) -> datetime | None:
    """Return when the next of what has not arrived is due, or None when all has arrived."""
    return session.connection().execute(_NEXT).scalar()


def mark(session: Session, *marks: Mark) -> None:
    """Note how far deliveries got."""
    if marks:
        session.connection().execute(_MARK, [_marked(one) for one in marks])


def waiting(session: Session, limit: int, now: datetime | None = None) -> list[Delivery]:
    """Return what is waiting, or in sending since a crash, most urgent first; with `now`, only what is due."""
    query = _WAITING if now is None else _DUE
    return [_delivery(row) for row in session.connection().execute(query, {"most": limit, "now": now})]


def was_told(session: Session, kind: NoticeKind, person_id: str, subject: UUID) -> bool:
    """Return whether a person has, or is about to have, a notice of this kind about this subject."""
    wanted = {"person": person_id, "subject": subject, "kind": kind.value}
    return session.connection().execute(_TOLD, wanted).first() is not None


def counts(session: Session) -> dict[State, int]:
    """Return how many deliveries are in each state."""
    found = {State(state): number for state, number in session.connection().execute(_COUNTS)}
    return {state: found.get(state, 0) for state in State}


def _start(now: datetime, lease: Lease | None) -> dict[str, Any]:
    if lease is None:
        return {"state": State.WAITING.value, "attempts": 0, "not_before": now, "code": ""}
    return {"state": State.SENDING.value, "attempts": 1, "not_before": lease.until, "code": lease.by}


def _put_aside(until: datetime) -> dict[str, Any]:
    return {"state": State.QUIET.value, "attempts": 0, "not_before": until, "code": ""}


def _marked(one: Mark) -> dict[str, Any]:
    return {
        "row": one.delivery_id,
        "new_state": one.state.value,
        "new_code": one.code,
        "new_not_before": one.at,
        "new_sent_at": one.at if one.state is State.SENT else None,
    }


def _values(notice: Notice, now: datetime) -> dict[str, Any]:
    return {
        "key": notice.key,
        "kind": notice.kind.value,
        "to_id": notice.to,
        "subject": notice.subject,
        "redraws": notice.redraws,
        "spares": notice.spares,
        "occasion": notice.occasion,
        "lane": int(notice.lane),
        "created_at": now,
    }


def _delivery(row: Row[Any]) -> Delivery:
    notice = Notice(NoticeKind(row.kind), row.to_id, row.subject, row.occasion, row.redraws, row.spares)
    return Delivery(
        row.id,
        notice,
        Lane(row.lane),
        State(row.state),
        row.attempts,
        row.not_before,
        row.code,
        row.created_at,
        row.sent_at,
    )
