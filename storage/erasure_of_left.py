"""Erasing somebody who left: all but the audit trail, once nothing is out and nothing is on its way."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ColumnElement, Table, exists, select
from sqlmodel import Session

from domain.equipment import Fate
from domain.home_days import Status
from domain.papers import PaperState
from storage import erasure, personal_data
from storage.calendar_entries import ENTRY, EntryState
from storage.equipment import EQUIPMENT
from storage.home_days import DAY
from storage.papers import PAPER
from storage.person_row import PERSON
from storage.retention import KEPT_OF_THE_LEFT

_LIVE = tuple(one.value for one in Status if one.is_live)


def at_rest(session: Session, person_id: str, today: date) -> bool:
    """Return whether the person left, gave everything back, and nothing about them waits to be done."""

    def none(table: Table, *which: ColumnElement[bool]) -> ColumnElement[bool]:
        whose = table.c.employee_id if table is PAPER else table.c.person_id
        return ~exists().where(whose == person_id, *which)

    query = select(PERSON.c.id).where(
        PERSON.c.id == person_id,
        PERSON.c.left_at.is_not(None),
        none(EQUIPMENT, EQUIPMENT.c.fate == Fate.OUT.value),
        none(ENTRY, ENTRY.c.state == EntryState.WAITING.value),
        none(DAY, DAY.c.on >= today, DAY.c.status.in_(_LIVE)),
        none(PAPER, PAPER.c.state == PaperState.WAITING.value),
    )
    return session.connection().execute(query).first() is not None


def counts(session: Session, person_id: str, today: date) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many rows would go and how many stay, by table, for somebody here or somebody who left."""
    going, staying = erasure.counts(session, person_id, today)
    if not at_rest(session, person_id, today):
        return going, staying
    whole = {name: going.get(name, 0) + staying.get(name, 0) for name in (*going, *staying)}
    kept = {name: count for name, count in whole.items() if name in KEPT_OF_THE_LEFT}
    return {name: count for name, count in whole.items() if name not in kept}, kept


def erase(session: Session, person_id: str, now: datetime) -> dict[str, int]:
    """Delete what may go of somebody here or somebody who left; return how many rows of each table went."""
    if not at_rest(session, person_id, now.date()):
        return erasure.erase_past(session, person_id, now)
    going, _ = counts(session, person_id, now.date())
    personal_data.erase(session, person_id, now, KEPT_OF_THE_LEFT)
    return going
