"""What was handed out, and who leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, select, update
from sqlmodel import Field, Session, SQLModel

from domain.equipment import Fate, Item, Leaving, Payer, Source
from storage.columns import MENTION, OWNER, Moment, table_of
from storage.dialect import Upsert
from storage.errors import Conflict


class EquipmentRow(SQLModel, table=True):
    """One thing that was handed out (domain.equipment.Item)."""

    __tablename__ = "equipment"

    id: UUID = Field(primary_key=True)
    person_id: str = Field(index=True, sa_column_kwargs=OWNER)
    what: str
    handed_on: date
    handed_by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    payer: str
    department: str
    source: str
    source_id: UUID | None = None
    fate: str
    residual: int | None = None
    valued_by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    settled_on: date | None = None
    settled_by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    version: int


class LeavingRow(SQLModel, table=True):
    """That a person leaves (domain.equipment.Leaving)."""

    __tablename__ = "leaving"

    id: UUID = Field(primary_key=True)
    person_id: str = Field(unique=True, sa_column_kwargs=OWNER)
    last_day: date
    started_by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    started_at: datetime = Field(sa_type=Moment)


EQUIPMENT = table_of(EquipmentRow)
LEAVING = table_of(LeavingRow)
_ITEMS = select(EQUIPMENT).order_by(EQUIPMENT.c.person_id, EQUIPMENT.c.handed_on, EQUIPMENT.c.what, EQUIPMENT.c.id)
_BY_ID = _ITEMS.where(EQUIPMENT.c.id == bindparam("item"))
_OF = _ITEMS.where(EQUIPMENT.c.person_id.in_(bindparam("people", expanding=True)))
_OUT = _ITEMS.where(EQUIPMENT.c.fate == Fate.OUT.value)
_ADD = Upsert(EQUIPMENT, lambda insert: insert.on_conflict_do_nothing(index_elements=["id"]))
_SAVE = update(EQUIPMENT).where(EQUIPMENT.c.id == bindparam("row"), EQUIPMENT.c.version == bindparam("before"))
_LEAVING_OF = select(LEAVING).where(LEAVING.c.person_id == bindparam("person"))
_LEAVING = select(LEAVING).where(LEAVING.c.id == bindparam("leaving"))
_LEAVE = Upsert(
    LEAVING,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["person_id"], set_={"last_day": insert.excluded.last_day}
    ),
)


def add(session: Session, item: Item) -> None:
    """Store a thing that is handed out; what has its id already stays as it is."""
    _ADD.run(session, _values(item))


def find(session: Session, item_id: UUID) -> Item | None:
    """Return one thing."""
    row = session.connection().execute(_BY_ID, {"item": item_id}).first()
    return None if row is None else _item(row)


def of_people(session: Session, person_ids: Iterable[str]) -> list[Item]:
    """Return all that these people ever got, by person and date."""
    return [_item(row) for row in session.connection().execute(_OF, {"people": set(person_ids)})]


def all_out(session: Session) -> list[Item]:
    """Return all that is out, by person and date."""
    return [_item(row) for row in session.connection().execute(_OUT)]


def save(session: Session, item: Item) -> None:
    """Store a thing that was changed once since it was read. Raises Conflict when somebody else was quicker."""
    values = {**_values(item), "row": item.id, "before": item.version - 1}
    if session.connection().execute(_SAVE, values).rowcount != 1:
        raise Conflict(item.id, item.version)


def start_leaving(session: Session, leaving: Leaving) -> None:
    """Store that a person leaves; a second time moves the last day."""
    _LEAVE.run(session, asdict(leaving))


def leaving_of(session: Session, person_id: str) -> Leaving | None:
    """Return that the person leaves, if so."""
    row = session.connection().execute(_LEAVING_OF, {"person": person_id}).first()
    return None if row is None else Leaving(*row)


def leaving(session: Session, leaving_id: UUID) -> Leaving | None:
    """Return a leaving by its id."""
    row = session.connection().execute(_LEAVING, {"leaving": leaving_id}).first()
    return None if row is None else Leaving(*row)


def _values(item: Item) -> dict[str, Any]:
    return asdict(item) | {"payer": item.payer.value, "source": item.source.value, "fate": item.fate.value}


def _item(row: Row[Any]) -> Item:
    id_, person_id, what, handed_on, handed_by, payer, department, source, source_id, fate, *rest = tuple(row)
    out = (id_, person_id, what, handed_on, handed_by, Payer(payer), department)
    return Item(*out, Source(source), source_id, Fate(fate), *rest)
