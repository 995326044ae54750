"""The APV checklists of teams, and what was written to them over time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Index, Row, Select, Text, bindparam, insert, select, update
from sqlmodel import Field, Session, SQLModel

from domain.assessment import Assessment, Change
from domain.check_items import CheckItem
from storage.columns import MENTION, Moment, table_of
from storage.dialect import Upsert
from storage.errors import Conflict, Taken


class AssessmentRow(SQLModel, table=True):
    """One team's list (domain.assessment.Assessment). `items` and `remarks` are JSON."""

    __tablename__ = "assessment"

    id: UUID = Field(primary_key=True)
    leader_id: str | None = Field(default=None, unique=True, sa_column_kwargs=MENTION)
    department: str = Field(index=True)
    policy_version: str
    items: str = Field(sa_type=Text)
    started_at: datetime = Field(sa_type=Moment)
    remarks: str = Field(sa_type=Text)
    review_on: date | None = Field(default=None, index=True)
    edition: int


class AssessmentChangeRow(SQLModel, table=True):
    """One line of a list's history (domain.assessment.Change)."""

    __tablename__ = "assessment_change"
    __table_args__ = (Index("ix_assessment_change_assessment_id", "assessment_id", "at"),)

    id: UUID = Field(primary_key=True)
    assessment_id: UUID
    item_id: str
    text: str = Field(sa_type=Text)
    by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    at: datetime = Field(sa_type=Moment)


ASSESSMENT = table_of(AssessmentRow)
CHANGE = table_of(AssessmentChangeRow)
_FIND = select(ASSESSMENT).where(ASSESSMENT.c.id == bindparam("assessment"))
_OF = select(ASSESSMENT).where(ASSESSMENT.c.leader_id == bindparam("leader"))
_OF_DEPARTMENT = (
    select(ASSESSMENT)
    .where(ASSESSMENT.c.department == bindparam("department"))
    .order_by(ASSESSMENT.c.started_at.desc())
)
_DUE = select(ASSESSMENT).where(ASSESSMENT.c.review_on <= bindparam("today")).order_by(ASSESSMENT.c.review_on)
_HISTORY = (
    select(CHANGE.c.item_id, CHANGE.c.text, CHANGE.c.by, CHANGE.c.at)
    .where(CHANGE.c.assessment_id == bindparam("assessment"))
    .order_by(CHANGE.c.at.desc(), CHANGE.c.id)
    .limit(bindparam("most"))
)
_ADD = Upsert(ASSESSMENT, lambda insert: insert.on_conflict_do_nothing().returning(ASSESSMENT.c.id))
_SAVE = update(ASSESSMENT).where(ASSESSMENT.c.id == bindparam("row"), ASSESSMENT.c.edition == bindparam("before"))


def find(session: Session, assessment_id: UUID) -> Assessment | None:
    """Return one list."""
    return _first(session, _FIND, assessment=assessment_id)


def of_leader(session: Session, leader_id: str) -> Assessment | None:
    """Return the list of a leader's team."""
    return _first(session, _OF, leader=leader_id)


def of_department(session: Session, department: str) -> list[Assessment]:
    """Return the lists of a department, the newest first."""
    return [_assessment(row) for row in session.connection().execute(_OF_DEPARTMENT, {"department": department})]


def due(session: Session, today: date) -> list[Assessment]:
    """Return the lists whose day to be looked at again has come."""
    return [_assessment(row) for row in session.connection().execute(_DUE, {"today": today})]


def history(session: Session, assessment_id: UUID, most: int) -> list[Change]:
    """Return what was written to a list, the newest first."""
    rows = session.connection().execute(_HISTORY, {"assessment": assessment_id, "most": most})
    return [Change(*row) for row in rows]


def add(session: Session, one: Assessment) -> None:
    """Store a new list. Raises Taken where the leader's team has one."""
    if not _ADD.run(session, _values(one)).scalars().all():
        raise Taken([])


def save(session: Session, one: Assessment, changes: Sequence[Change] = ()) -> None:
    """Store a list that was changed once since it was read. Raises Conflict when somebody else was quicker."""
    values = {**_values(one), "row": one.id, "before": one.edition - 1}
    if session.connection().execute(_SAVE, values).rowcount != 1:
        raise Conflict(one.id, one.edition)
    if changes:
        rows = [{"id": uuid4(), "assessment_id": one.id, **asdict(each)} for each in changes]
        session.connection().execute(insert(CHANGE), rows)


def _first(session: Session, query: Select[Any], **values: object) -> Assessment | None:
    row = session.connection().execute(query, values).first()
    return None if row is None else _assessment(row)


def _values(one: Assessment) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ASSESSMENT.c.keys()},  # noqa: SIM118 - keys() are the names
        "items": json.dumps([asdict(item) for item in one.items], ensure_ascii=False),
        "remarks": json.dumps(dict(one.remarks), ensure_ascii=False),
    }


def _assessment(row: Row[Any]) -> Assessment:
    read = dict(row._mapping)  # noqa: SLF001 - the documented way to a row's names
    read["items"] = tuple(CheckItem(**item) for item in json.loads(row.items))
    read["remarks"] = json.loads(row.remarks)
    return Assessment(**read)
