"""When people want to be written to (domain.notice_settings). Who never set anything has no row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from typing import Any

from sqlalchemy import Row, bindparam, or_, select
from sqlmodel import Field, Session, SQLModel

from domain.notice_settings import NoticeSettings
from domain.quiet import Quiet
from storage.columns import OWNER, table_of
from storage.dialect import Among, Upsert


class NoticeSettingRow(SQLModel, table=True):
    """One person's quiet hours and whether they want advice."""

    __tablename__ = "notice_setting"

    person_id: str = Field(primary_key=True, sa_column_kwargs=OWNER)
    quiet_from: time | None = None
    quiet_to: time | None = None
    free_days: bool = False
    advice: bool = False


SETTING = table_of(NoticeSettingRow)
_FIND = select(SETTING).where(SETTING.c.person_id == bindparam("person"))
_IS_QUIET = or_(SETTING.c.quiet_from.is_not(None), SETTING.c.free_days)
_QUIET_OF = Among(select(SETTING).where(_IS_QUIET), SETTING.c.person_id)
_KINDS = select(SETTING.c.quiet_from, SETTING.c.quiet_to, SETTING.c.free_days).where(_IS_QUIET).distinct()
_SAVE = Upsert(
    SETTING,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["person_id"],
        set_={name: insert.excluded[name] for name in ("quiet_from", "quiet_to", "free_days", "advice")},
    ),
)


def find(session: Session, person_id: str) -> NoticeSettings:
    """Return the person's settings; those of somebody who never set anything are the usual ones."""
    row = session.connection().execute(_FIND, {"person": person_id}).first()
    return NoticeSettings() if row is None else NoticeSettings(_quiet(row), row.advice)


def save(session: Session, person_id: str, settings: NoticeSettings) -> None:
    """Store the settings; of two at once the later holds."""
    quiet = settings.quiet or Quiet()
    values = {"person_id": person_id, "quiet_from": quiet.start, "quiet_to": quiet.end, "free_days": quiet.free_days}
    _SAVE.run(session, [values | {"advice": settings.advice}])


def quiet_of(session: Session, person_ids: Iterable[str]) -> dict[str, Quiet]:
    """Return the quiet hours of those of these people who have any."""
    rows = _QUIET_OF.run(session, sorted(set(person_ids)))
    return {row.person_id: quiet for row in rows if (quiet := _quiet(row)) is not None}


def kinds_of_quiet(session: Session) -> list[Quiet]:
    """Return the quiet hours that people have chosen, each once: far fewer than people."""
    return [Quiet(*row) for row in session.connection().execute(_KINDS)]


def _quiet(row: Row[Any]) -> Quiet | None:
    has_any = row.quiet_from is not None or row.free_days
    return Quiet(row.quiet_from, row.quiet_to, row.free_days) if has_any else None
