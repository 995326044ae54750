"""What people set for themselves (domain.preferences). Who never set anything has no row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlmodel import Field, Session, SQLModel

from domain.preferences import Preferences
from storage.columns import OWNER, Moment, table_of
from storage.dialect import Upsert
from storage.errors import Conflict


class PreferencesRow(SQLModel, table=True):
    """One person's own settings."""

    __tablename__ = "preferences"

    person_id: str = Field(primary_key=True, sa_column_kwargs=OWNER)
    phone: str = ""
    reach_from: time | None = None
    reach_to: time | None = None
    version: int
    changed_at: datetime | None = Field(default=None, sa_type=Moment)


PREFERENCES = table_of(PreferencesRow)
_COLUMNS = tuple(PREFERENCES.c.keys())  # in the order of the fields of Preferences
_BY_IDS = select(PREFERENCES).where(PREFERENCES.c.person_id.in_(bindparam("people", expanding=True)))
_ADD = Upsert(
    PREFERENCES, lambda insert: insert.on_conflict_do_nothing(index_elements=["person_id"]).returning(PREFERENCES.c[0])
)
_SAVE = update(PREFERENCES).where(
    PREFERENCES.c.person_id == bindparam("row"), PREFERENCES.c.version == bindparam("before")
)


def find(session: Session, person_id: str) -> Preferences:
    """Return the person's settings; those of somebody who never set anything are empty, with version 0."""
    return of_people(session, [person_id])[person_id]


def of_people(session: Session, person_ids: Iterable[str]) -> dict[str, Preferences]:
    """Return the settings of each of these people."""
    found = {one: Preferences(one) for one in person_ids}
    rows = session.connection().execute(_BY_IDS, {"people": list(found)})
    return found | {row.person_id: _preferences(row) for row in rows}


def save(session: Session, preferences: Preferences) -> None:
    """Store settings that were changed once since they were read. Raises Conflict when somebody else was quicker."""
    values = {column: getattr(preferences, column) for column in _COLUMNS}
    if preferences.version == 1:
        stored = _ADD.run(session, [values]).scalar() is not None
    else:
        keys = {"row": preferences.person_id, "before": preferences.version - 1}
        stored = session.connection().execute(_SAVE, {**values, **keys}).rowcount == 1
    if not stored:
        raise Conflict(None, preferences.version)


def _preferences(row: Row[Any]) -> Preferences:
    return Preferences(*row)  # the columns stand in the order of the fields
