"""Whom a broadcast goes to, found out by the database: counted before it is sent, and written down when it is."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, delete, exists, func, insert, or_, select, update
from sqlmodel import Session

from domain.broadcasts import AudienceKind, Broadcast
from domain.facts import Reach
from domain.home_days import Status
from storage.agreements import AGREEMENT
from storage.conversations import CHAT
from storage.home_days import DAY
from storage.person_row import PERSON
from storage.receivers import OF_BROADCAST, RECEIVER, State, Task

SOON = timedelta(days=31)
SAMPLE = 5
_IS_LISTED = RECEIVER.c.state == State.LISTED.value


def reach(session: Session, broadcast: Broadcast, today: date) -> Reach:
    """Return how many are in the audience now, some names, and how many of them the bot has never met."""
    connection = session.connection()
    of_whom = _chosen(broadcast, today)
    met = exists().where(CHAT.c.person_id == PERSON.c.id, CHAT.c.place == "personal", CHAT.c.gone_code == "")
    count = connection.execute(select(func.count()).select_from(of_whom.subquery())).scalar_one()
    unmet = connection.execute(select(func.count()).select_from(of_whom.where(~met).subquery())).scalar_one()
    names = of_whom.with_only_columns(PERSON.c.name).order_by(PERSON.c.name).limit(SAMPLE)
    return Reach(count, tuple(connection.execute(names).scalars()), unmet)


def fill(session: Session, broadcast: Broadcast, today: date, now: datetime) -> int:
    """Make everybody of the audience wait for the broadcast, in one statement; return how many they are."""
    connection = session.connection()
    if broadcast.audience.kind is AudienceKind.LISTED:
        moment = bindparam(None, now, type_=RECEIVER.c.not_before.type)
        here = exists().where(PERSON.c.id == RECEIVER.c.person_id, PERSON.c.left_at.is_(None))
        start = update(RECEIVER).where(OF_BROADCAST, _IS_LISTED, here)
        start = start.values(state=State.WAITING.value, not_before=moment)
        return connection.execute(start, {"broadcast": broadcast.id}).rowcount
    connection.execute(delete(RECEIVER).where(OF_BROADCAST, _IS_LISTED), {"broadcast": broadcast.id})
    fixed: dict[str, Any] = {
        "broadcast_id": broadcast.id,
        "state": State.WAITING.value,
        "task": Task.SEND.value,
        "attempts": 0,
        "not_before": now,
        "code": "",
        "conversation_id": "",
        "cards": "",
        "edition": broadcast.edition,
    }
    values = [bindparam(None, value, type_=RECEIVER.c[name].type) for name, value in fixed.items()]
    rows = _chosen(broadcast, today).with_only_columns(PERSON.c.id, *values)
    added = insert(RECEIVER).from_select(["person_id", *fixed], rows)
    return connection.execute(added, execution_options={"preserve_rowcount": True}).rowcount


def _chosen(broadcast: Broadcast, today: date) -> Select[Any]:
    return select(PERSON.c.id).where(PERSON.c.left_at.is_(None), _belongs(broadcast, today))


def _belongs(broadcast: Broadcast, today: date) -> ColumnElement[bool]:
    match broadcast.audience.kind:
        case AudienceKind.ALL:
            return PERSON.c.left_at.is_(None)
        case AudienceKind.DEPARTMENTS:
            return PERSON.c.department.in_(broadcast.audience.departments)
        case AudienceKind.LEADERS:
            led = PERSON.alias("led")
            return PERSON.c.id.in_(select(led.c.leader_id).where(led.c.left_at.is_(None), led.c.leader_id.is_not(None)))
        case AudienceKind.HOME_SOON:
            soon = DAY.c.on.between(today, today + SOON)
            return PERSON.c.id.in_(select(DAY.c.person_id).where(soon, DAY.c.status == Status.APPROVED.value))
        case AudienceKind.AGREED:
            in_force = AGREEMENT.c.forced_number.is_not(None)
            lasts = or_(AGREEMENT.c.ends_on.is_(None), AGREEMENT.c.ends_on >= today)
            return PERSON.c.id.in_(select(AGREEMENT.c.employee_id).where(in_force, lasts))
        case AudienceKind.LISTED:
            return PERSON.c.id.in_(
                select(RECEIVER.c.person_id).where(RECEIVER.c.broadcast_id == broadcast.id, _IS_LISTED)
            )
