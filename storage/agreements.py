"""Agreements and their versions."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Row, Text, bindparam, or_, select, text, update
from sqlmodel import Field, Session, SQLModel

from domain.agreements import Agreement, Confirmation, Terms, Version, content_hash
from storage.columns import MENTION, OWNER, Moment, table_of
from storage.dialect import Upsert
from storage.errors import Conflict, Taken

_OPEN = text("ended_at IS NULL")  # as in the index, so that it is used


class AgreementRow(SQLModel, table=True):
    """One agreement (domain.agreements.Agreement). A person has at most one that is not ended."""

    __tablename__ = "agreement"
    __table_args__ = (
        Index("uq_agreement_open", "employee_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_agreement_employee_id", "employee_id"),
    )

    id: UUID = Field(primary_key=True)
    employee_id: str = Field(sa_column_kwargs=OWNER)
    draft_number: int
    forced_number: int | None = None
    ended_by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    ends_on: date | None = None
    seen_by_employee: int = 0
    seen_by_leader: int = 0
    edition: int


class AgreementVersionRow(SQLModel, table=True):
    """One version of an agreement. `terms` is JSON (domain.agreements.Terms)."""

    __tablename__ = "agreement_version"
    __table_args__ = (Index("ix_agreement_version_changed_at", "changed_at"),)

    agreement_id: UUID = Field(primary_key=True)
    number: int = Field(primary_key=True)
    employee_id: str = Field(index=True, sa_column_kwargs=OWNER)
    terms: str = Field(sa_type=Text)
    changed_by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    changed_at: datetime = Field(sa_type=Moment)
    employee_at: datetime | None = Field(default=None, sa_type=Moment)
    leader_by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    leader_at: datetime | None = Field(default=None, sa_type=Moment)


AGREEMENT = table_of(AgreementRow)
VERSION = table_of(AgreementVersionRow)
_FIND = select(AGREEMENT).where(AGREEMENT.c.id == bindparam("agreement"))
_OF = select(AGREEMENT).where(AGREEMENT.c.employee_id == bindparam("person")).order_by(AGREEMENT.c.id)
_CURRENT = select(AGREEMENT).where(AGREEMENT.c.employee_id == bindparam("person"), _OPEN)
_VERSION = select(VERSION).where(
    VERSION.c.agreement_id == bindparam("agreement"), VERSION.c.number == bindparam("number")
)
_WAITING = (
    select(AGREEMENT)
    .join(VERSION, (VERSION.c.agreement_id == AGREEMENT.c.id) & (VERSION.c.number == AGREEMENT.c.draft_number))
    .where(
        VERSION.c.changed_at > bindparam("since"),
        VERSION.c.changed_at <= bindparam("until"),
        AGREEMENT.c.ended_at.is_(None),
        or_(VERSION.c.employee_at.is_(None), VERSION.c.leader_at.is_(None)),
    )
)
_ADD = Upsert(AGREEMENT, lambda insert: insert.on_conflict_do_nothing().returning(AGREEMENT.c.id))
_SAVE = update(AGREEMENT).where(AGREEMENT.c.id == bindparam("row"), AGREEMENT.c.edition == bindparam("before"))
_KEEP = Upsert(
    VERSION,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["agreement_id", "number"],
        set_={name: insert.excluded[name] for name in ("employee_at", "leader_by", "leader_at")},
    ),
)


def find(session: Session, agreement_id: UUID) -> Agreement | None:
    """Return an agreement with its newest version and the one in force."""
    row = session.connection().execute(_FIND, {"agreement": agreement_id}).first()
    return None if row is None else _agreement(session, row)


def current(session: Session, employee_id: str) -> Agreement | None:
    """Return the person's agreement, or the draft of one, that is not ended."""
    row = session.connection().execute(_CURRENT, {"person": employee_id}).first()
    return None if row is None else _agreement(session, row)


def covers(session: Session, employee_id: str, on: date) -> bool:
    """Return whether recurring home work of the person on a date is agreed."""
    rows = session.connection().execute(_OF, {"person": employee_id}).all()
    return any(_agreement(session, row).covers(on) for row in rows)


def version(session: Session, agreement_id: UUID, number: int) -> Version | None:
    """Return one version of an agreement."""
    row = session.connection().execute(_VERSION, {"agreement": agreement_id, "number": number}).first()
    return None if row is None else _version(row)


def waiting(session: Session, since: datetime, until: datetime) -> list[Agreement]:
    """Return the agreements that are not confirmed by both, and were changed last in this time (without `since`)."""
    rows = session.connection().execute(_WAITING, {"since": since, "until": until}).all()
    return [_agreement(session, row) for row in rows]


def add(session: Session, agreement: Agreement) -> None:
    """Store a new agreement. Raises Taken where the person has one that is not ended."""
    if not _ADD.run(session, _values(agreement)).scalars().all():
        raise Taken([])
    _KEEP.run(session, _version_values(agreement))


def save(session: Session, agreement: Agreement) -> None:
    """Store an agreement that was changed once since it was read. Raises Conflict when somebody else was quicker."""
    values = {**_values(agreement), "row": agreement.id, "before": agreement.edition - 1}
    if session.connection().execute(_SAVE, values).rowcount != 1:
        raise Conflict(agreement.id, agreement.edition)
    _KEEP.run(session, _version_values(agreement))


def _values(agreement: Agreement) -> dict[str, Any]:
    return {
        "id": agreement.id,
        "employee_id": agreement.employee_id,
        "draft_number": agreement.draft.number,
        "forced_number": agreement.forced.number if agreement.forced else None,
        "ended_by": agreement.ended_by,
        "ended_at": agreement.ended_at,
        "ends_on": agreement.ends_on,
        "seen_by_employee": agreement.seen_by_employee,
        "seen_by_leader": agreement.seen_by_leader,
        "edition": agreement.edition,
    }


def _version_values(agreement: Agreement) -> dict[str, Any]:
    draft = agreement.draft
    start = draft.terms.start.isoformat() if draft.terms.start else None
    return {
        "agreement_id": agreement.id,
        "number": draft.number,
        "employee_id": agreement.employee_id,
        "terms": json.dumps({**asdict(draft.terms), "start": start}, ensure_ascii=False),
        "changed_by": draft.changed_by,
        "changed_at": draft.changed_at,
        "employee_at": draft.employee.at if draft.employee else None,
        "leader_by": draft.leader.by if draft.leader else None,
        "leader_at": draft.leader.at if draft.leader else None,
    }


def _agreement(session: Session, row: Row[Any]) -> Agreement:
    draft = version(session, row.id, row.draft_number)
    assert draft is not None, "an agreement is stored with its versions"  # noqa: S101 - the two are written together
    forced = draft if row.forced_number == row.draft_number else None
    if forced is None and row.forced_number is not None:
        forced = version(session, row.id, row.forced_number)
    return Agreement(
        row.id,
        row.employee_id,
        draft,
        forced,
        row.ended_by,
        row.ended_at,
        row.ends_on,
        row.seen_by_employee,
        row.seen_by_leader,
        row.edition,
    )


def _version(row: Row[Any]) -> Version:
    terms = json.loads(row.terms)
    read = Terms(**{**terms, "start": date.fromisoformat(terms["start"]) if terms["start"] else None})
    plain = Version(row.number, read, row.changed_by, row.changed_at)
    content = content_hash(row.agreement_id, row.employee_id, plain)
    employee = Confirmation(row.employee_id, row.employee_at, content) if row.employee_at else None
    leader = Confirmation(row.leader_by or "", row.leader_at, content) if row.leader_at else None
    return Version(row.number, read, row.changed_by, row.changed_at, employee, leader)
