"""The local frames of each leader's team (domain.frames), every version that was ever set."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select
from sqlmodel import Field, Session, SQLModel

from domain.frames import Approval, LocalFrame
from storage.columns import OWNER, Moment, table_of
from storage.dialect import Upsert
from storage.errors import Conflict


class FrameRow(SQLModel, table=True):
    """One version of the frames of a leader's team. Weekdays and dates are written with commas between."""

    __tablename__ = "local_frame"

    leader_id: str = Field(primary_key=True, sa_column_kwargs=OWNER)
    version: int = Field(primary_key=True)
    set_at: datetime = Field(sa_type=Moment)
    med_on: date
    approval: str
    attendance: str = ""
    dates: str = ""
    most_a_week: int | None = None
    notice: int = 0
    hours: str = ""
    meetings: str = ""
    replacement: bool = False
    discuss_on: date | None = Field(default=None, index=True)


FRAME = table_of(FrameRow)
_COLUMNS = tuple(FRAME.c.keys())  # in the order of the fields of LocalFrame
_OF_LEADER = select(FRAME).where(FRAME.c.leader_id == bindparam("leader")).order_by(FRAME.c.version.desc())
_CURRENT = _OF_LEADER.limit(1)
_NEWEST = select(FRAME.c.leader_id, func.max(FRAME.c.version).label("version")).group_by(FRAME.c.leader_id).subquery()
_DUE = (
    select(FRAME)
    .join(_NEWEST, (FRAME.c.leader_id == _NEWEST.c.leader_id) & (FRAME.c.version == _NEWEST.c.version))
    .where(FRAME.c.discuss_on <= bindparam("today"))
)
_ADD = Upsert(FRAME, lambda insert: insert.on_conflict_do_nothing().returning(FRAME.c.version))


def current(session: Session, leader_id: str | None) -> LocalFrame | None:
    """Return the frames that hold for the leader's team now, or None where none were set."""
    row = session.connection().execute(_CURRENT, {"leader": leader_id}).first() if leader_id else None
    return _frame(row) if row is not None else None


def history(session: Session, leader_id: str) -> list[LocalFrame]:
    """Return every version that was set, the newest first."""
    return [_frame(row) for row in session.connection().execute(_OF_LEADER, {"leader": leader_id})]


def due(session: Session, today: date) -> list[LocalFrame]:
    """Return the frames, in the version that holds, that are to be discussed again by today."""
    return [_frame(row) for row in session.connection().execute(_DUE, {"today": today})]


def add(session: Session, frame: LocalFrame) -> None:
    """Store a new version. Raises Conflict when somebody else set that version first."""
    values: dict[str, Any] = {column: getattr(frame, column) for column in _COLUMNS}
    values["approval"] = frame.approval.value
    values["attendance"] = ",".join(str(day) for day in frame.attendance)
    values["dates"] = ",".join(on.isoformat() for on in frame.dates)
    if _ADD.run(session, [values]).scalar() is None:
        raise Conflict(None, frame.version)


def _frame(row: Row[Any]) -> LocalFrame:
    values = dict(zip(_COLUMNS, row, strict=True))
    values["approval"] = Approval(row.approval)
    values["attendance"] = tuple(int(day) for day in row.attendance.split(",") if day)
    values["dates"] = tuple(date.fromisoformat(on) for on in row.dates.split(",") if on)
    return LocalFrame(**values)
