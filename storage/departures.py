"""Those who left with something still open: days ahead, or things that were handed out."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ColumnElement, exists, select
from sqlmodel import Session

from domain.equipment import Fate
from domain.home_days import Status
from storage.equipment import EQUIPMENT
from storage.home_days import DAY
from storage.person_row import PERSON

_LIVE = tuple(one.value for one in Status if one.is_live)


def with_days(session: Session, before: datetime, today: date, most: int) -> list[str]:
    """Return who left before a moment and still has days asked for or approved from today on, at most so many."""
    return [id_ for id_, _ in _who(session, before, DAY.c.person_id, DAY.c.on >= today, DAY.c.status.in_(_LIVE))][:most]


def with_things(session: Session, before: datetime) -> list[tuple[str, datetime]]:
    """Return who left before a moment and still has things that are out, and when they left."""
    return _who(session, before, EQUIPMENT.c.person_id, EQUIPMENT.c.fate == Fate.OUT.value)


def _who(
    session: Session, before: datetime, whose: ColumnElement[str], *which: ColumnElement[bool]
) -> list[tuple[str, datetime]]:
    open_ = exists().where(whose == PERSON.c.id, *which)
    query = select(PERSON.c.id, PERSON.c.left_at).where(PERSON.c.left_at < before, open_).order_by(PERSON.c.id)
    return [(row[0], row[1]) for row in session.connection().execute(query)]
