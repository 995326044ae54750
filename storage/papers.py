"""Which agreements are to be put into the folder of the personnel files: one row, written with the second confirmation.

A row stays when its paper is filed, for it says under which policy the agreement was made.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Row, bindparam, func, select, text, update
from sqlmodel import Field, Session, SQLModel

from domain.papers import Paper, PaperState, Source
from storage.columns import OWNER, Moment, table_of
from storage.dialect import Upsert

_OPEN = text("state = 'waiting'")  # as in the index, so that it is used


class PaperRow(SQLModel, table=True):
    """One version of an agreement that both confirmed. `pages` are numbers with commas between."""

    __tablename__ = "agreement_paper"
    __table_args__ = (Index("ix_agreement_paper_open", "not_before", sqlite_where=_OPEN, postgresql_where=_OPEN),)

    agreement_id: UUID = Field(primary_key=True)
    number: int = Field(primary_key=True)
    employee_id: str = Field(index=True, sa_column_kwargs=OWNER)
    municipality: str
    policy_title: str
    policy_version: str
    pages: str
    state: str
    attempts: int = 0
    not_before: datetime = Field(sa_type=Moment)
    taken_by: str = ""
    code: str = ""


PAPER = table_of(PaperRow)
_PUT = Upsert(PAPER, lambda insert: insert.on_conflict_do_nothing())
_ONE = (PAPER.c.agreement_id == bindparam("agreement"), PAPER.c.number == bindparam("version"))
_SOURCE = select(PAPER).where(*_ONE)
_DUE = select(PAPER.c.agreement_id).where(_OPEN, PAPER.c.not_before <= bindparam("now")).limit(bindparam("most"))
_TAKE = (
    update(PAPER)
    .where(PAPER.c.agreement_id.in_(bindparam("ids", expanding=True)), _OPEN, PAPER.c.not_before <= bindparam("now"))
    .values(
        attempts=PAPER.c.attempts + 1,
        not_before=bindparam("until", type_=PAPER.c.not_before.type),
        taken_by=bindparam("replica"),
    )
    .returning(*PAPER.c)
)
_SETTLE = update(PAPER).where(*_ONE, _OPEN)
_RELEASE = (
    update(PAPER)
    .where(_OPEN, PAPER.c.taken_by == bindparam("replica"))
    .values(not_before=bindparam("now", type_=PAPER.c.not_before.type), taken_by="")
)
_WANT = (
    update(PAPER)
    .where(PAPER.c.state == PaperState.NOT_WANTED.value)
    .values(state=PaperState.WAITING.value, attempts=0, not_before=bindparam("now", type_=PAPER.c.not_before.type))
)


def put(session: Session, agreement_id: UUID, number: int, employee_id: str, source: Source, now: datetime) -> None:
    """Have a version of an agreement filed. A second time changes nothing."""
    values = {
        "agreement_id": agreement_id,
        "number": number,
        "employee_id": employee_id,
        "municipality": source.municipality,
        "policy_title": source.title,
        "policy_version": source.version,
        "pages": ",".join(map(str, source.pages)),
        "state": PaperState.WAITING.value,
        "not_before": now,
    }
    _PUT.run(session, {**values, "attempts": 0, "taken_by": "", "code": ""})


def source(session: Session, agreement_id: UUID, number: int) -> Source | None:
    """Return the policy that a version was made under; None where that was not noted."""
    row = session.connection().execute(_SOURCE, {"agreement": agreement_id, "version": number}).first()
    return None if row is None else _source(row)


def state(session: Session, agreement_id: UUID, number: int) -> PaperState | None:
    """Return how far the paper of a version got."""
    row = session.connection().execute(_SOURCE, {"agreement": agreement_id, "version": number}).first()
    return None if row is None else PaperState(row.state)


def are_due(session: Session, now: datetime) -> bool:
    """Return whether there is something to take."""
    return session.connection().execute(_DUE, {"now": now, "most": 1}).first() is not None


def take(session: Session, most: int, now: datetime, until: datetime, replica: str) -> list[Paper]:
    """Take what is due, so that nobody else does before `until`."""
    ids = session.connection().execute(_DUE, {"now": now, "most": most}).scalars().all()
    if not ids:
        return []
    rows = session.connection().execute(_TAKE, {"ids": ids, "now": now, "until": until, "replica": replica})
    return [Paper(row.agreement_id, row.number, row.employee_id, row.attempts) for row in rows]


def settle(session: Session, paper: Paper, to: PaperState, at: datetime, code: str = "") -> bool:
    """Note how far it got and when it may be tried again; return False where another was quicker."""
    values = {"state": to.value, "not_before": at, "code": code, "taken_by": ""}
    names = {"agreement": paper.agreement_id, "version": paper.number}
    return session.connection().execute(_SETTLE.values(values), names).rowcount == 1


def release(session: Session, replica: str, now: datetime) -> None:
    """Make due what a process of this name had taken when it ended."""
    session.connection().execute(_RELEASE, {"replica": replica, "now": now})


def want(session: Session, now: datetime) -> None:
    """Have filed what came while no folder was set."""
    session.connection().execute(_WANT, {"now": now})


def waiting(session: Session) -> int:
    """Return how many papers wait to be filed."""
    found: int = session.connection().execute(select(func.count()).select_from(PAPER).where(_OPEN)).scalar_one()
    return found


def _source(row: Row[Any]) -> Source:
    pages = tuple(int(page) for page in row.pages.split(",") if page)
    return Source(row.municipality, row.policy_title, row.policy_version, pages)
