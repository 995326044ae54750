"""Letting go of what is old *and over*: in small batches, each in a short transaction, so that no turn waits long.

The condition is asked again when deleting: on PostgreSQL, what came to life since it was looked up stays.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, exists, or_, select
from sqlmodel import Session

from domain.broadcasts import Stage
from domain.deeds import Deed, Done
from domain.equipment import Fate
from domain.keeping import Keep
from storage import advice, audit, discussions, personal_data
from storage.broadcasts import BROADCAST
from storage.calendar_entries import ENTRY, EntryState
from storage.deliveries import DELIVERY, State
from storage.downloads import DOWNLOAD
from storage.equipment import EQUIPMENT
from storage.home_days import DAY
from storage.person_row import PERSON
from storage.receivers import RECEIVER
from storage.sent_cards import CARD

KEPT_OF_THE_LEFT = frozenset({"audit"})  # it has a period of its own
_OVER = (Stage.DRAFT.value, Stage.SENT.value, Stage.STOPPED.value, Stage.RECALLED.value)


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of what is let go: its name, and one batch of it."""

    name: str
    batch: Callable[[Session, int], int]


def parts(keep: Keep, now: datetime) -> tuple[Part, ...]:
    """Return what is let go of at this moment; each batch returns how many rows went, 0 when all are gone."""
    today = now.date()
    days = today - timedelta(days=keep.home_days)
    told = now - timedelta(days=keep.notices)
    sent = now - timedelta(days=keep.broadcasts)
    return (
        Part("days", lambda session, most: _days(session, days, most)),
        Part("advice", lambda session, most: advice.let_go(session, days, most)),
        Part("notices", lambda session, most: _old(session, DELIVERY, _told(told), most)),
        Part("receivers", lambda session, most: _receivers(session, sent, most)),
        Part("broadcasts", lambda session, most: _old(session, BROADCAST, _empty(sent), most)),
        Part("rounds", lambda session, most: discussions.let_go(session, now - timedelta(days=keep.rounds), most)),
        Part("downloads", lambda session, most: _old(session, DOWNLOAD, DOWNLOAD.c.until <= now, most)),
        Part("left", lambda session, most: _left(session, now - timedelta(days=keep.left), now, most)),
        Part("audit", lambda session, most: audit.let_go(session, now - timedelta(days=keep.audit), most)),
    )


def _old(session: Session, table: Table, over: ColumnElement[bool], most: int) -> int:
    (key,) = table.primary_key.columns
    ids = session.connection().execute(select(key).where(over).limit(most)).scalars().all()
    return _delete(session, table, key, ids, over) if ids else 0


def _delete(
    session: Session, table: Table, key: ColumnElement[Any], ids: Collection[Any], over: ColumnElement[bool]
) -> int:
    return session.connection().execute(delete(table).where(key.in_(ids), over)).rowcount


def _days(session: Session, before: date, most: int) -> int:
    """Delete days that have passed, their places in Outlook's list, and the cards of requests that are empty now."""
    connection = session.connection()
    query = select(DAY.c.id, DAY.c.request_id, DAY.c.cancellation_id).where(DAY.c.on < before).limit(most)
    rows = connection.execute(query).all()
    if not rows:
        return 0
    ids = [row.id for row in rows]
    settled = ENTRY.c.state != EntryState.WAITING.value
    connection.execute(delete(ENTRY).where(ENTRY.c.day_id.in_(ids), settled))
    gone = _delete(session, DAY, DAY.c.id, ids, DAY.c.on < before)
    subjects = {one for row in rows for one in (row.request_id, row.cancellation_id) if one}
    alive = exists().where(or_(DAY.c.request_id == CARD.c.subject, DAY.c.cancellation_id == CARD.c.subject))
    connection.execute(delete(CARD).where(CARD.c.subject.in_(subjects), ~alive))
    return gone


def _told(before: datetime) -> ColumnElement[bool]:
    over = (State.SENT.value, State.GONE.value, State.FAILED.value)
    return DELIVERY.c.state.in_(over) & (DELIVERY.c.created_at < before)


def _receivers(session: Session, before: datetime, most: int) -> int:
    old = select(BROADCAST.c.id).where(_sent(before))
    return _old(session, RECEIVER, RECEIVER.c.broadcast_id.in_(old), most)


def _empty(before: datetime) -> ColumnElement[bool]:
    return _sent(before) & ~exists().where(RECEIVER.c.broadcast_id == BROADCAST.c.id)


def _sent(before: datetime) -> ColumnElement[bool]:
    """Whether it has ended, or is a draft that nobody touched since."""
    return BROADCAST.c.stage.in_(_OVER) & (BROADCAST.c.changed_at < before)


def _left(session: Session, before: datetime, now: datetime, most: int) -> int:
    """Erase people who left long ago, but not while something that was handed out to them is still out."""
    out = exists().where(EQUIPMENT.c.person_id == PERSON.c.id, EQUIPMENT.c.fate == Fate.OUT.value)
    query = select(PERSON.c.id).where(PERSON.c.left_at < before, ~out).limit(max(1, most // 50))
    ids = session.connection().execute(query).scalars().all()
    for person_id in ids:
        personal_data.erase(session, person_id, now, KEPT_OF_THE_LEFT)
    audit.append(session, [Done(Deed.ERASED, one) for one in ids], "", now)
    return len(ids)
