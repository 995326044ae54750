"""Checklists of home workplaces."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Row, Select, Text, bindparam, select, text, update
from sqlmodel import Field, Session, SQLModel

from domain.check_items import CheckItem
from domain.workplace import Answer, Decision, Reply, Settlement, Workplace
from domain.workplace_state import WorkplaceState, state_of
from storage.columns import MENTION, OWNER, Moment, table_of
from storage.dialect import Upsert
from storage.errors import Conflict, Taken

_UNFINISHED = text("reviewed_at IS NULL AND void_on IS NULL")  # as in the index, so that it is used


class WorkplaceRow(SQLModel, table=True):
    """One list (domain.workplace.Workplace). A person has at most one that is neither gone through nor void.

    `items`, `replies` and `settlements` are JSON: a list keeps the words that it was answered on.
    """

    __tablename__ = "workplace_list"
    __table_args__ = (
        Index(
            "uq_workplace_list_unfinished",
            "person_id",
            unique=True,
            sqlite_where=_UNFINISHED,
            postgresql_where=_UNFINISHED,
        ),
        Index("ix_workplace_list_person_id", "person_id"),
        Index("ix_workplace_list_reviewed_at", "reviewed_at"),
    )

    id: UUID = Field(primary_key=True)
    person_id: str = Field(sa_column_kwargs=OWNER)
    policy_version: str
    items: str = Field(sa_type=Text)
    started_at: datetime = Field(sa_type=Moment)
    asked_by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    replies: str = Field(sa_type=Text)
    settlements: str = Field(sa_type=Text)
    remark: str = Field(sa_type=Text)
    met_on: date | None = None
    sent_at: datetime | None = Field(default=None, sa_type=Moment)
    reviewed_at: datetime | None = Field(default=None, sa_type=Moment)
    reviewed_by: str | None = Field(default=None, sa_column_kwargs=MENTION)
    void_on: date | None = None
    edition: int


WORKPLACE = table_of(WorkplaceRow)
_LISTS = select(WORKPLACE).order_by(WORKPLACE.c.started_at, WORKPLACE.c.id)
_FIND = select(WORKPLACE).where(WORKPLACE.c.id == bindparam("list"))
_OF = _LISTS.where(WORKPLACE.c.person_id == bindparam("person"))
_OF_PEOPLE = _LISTS.where(WORKPLACE.c.person_id.in_(bindparam("people", expanding=True)))
_OPEN = _LISTS.where(_UNFINISHED)
_REVIEWED = _LISTS.where(
    WORKPLACE.c.reviewed_at >= bindparam("first"), WORKPLACE.c.reviewed_at < bindparam("last"), text("void_on IS NULL")
)
_ADD = Upsert(WORKPLACE, lambda insert: insert.on_conflict_do_nothing().returning(WORKPLACE.c.id))
_SAVE = update(WORKPLACE).where(WORKPLACE.c.id == bindparam("row"), WORKPLACE.c.edition == bindparam("before"))


def workplace_state(session: Session, person_id: str, today: date) -> WorkplaceState:
    """Return what is known of the person's home workplace today."""
    return state_of(of_person(session, person_id), today)


def find(session: Session, list_id: UUID) -> Workplace | None:
    """Return one list."""
    row = session.connection().execute(_FIND, {"list": list_id}).first()
    return None if row is None else _workplace(row)


def of_person(session: Session, person_id: str) -> list[Workplace]:
    """Return all lists of a person, the oldest first."""
    return _many(session, _OF, person=person_id)


def of_people(session: Session, person_ids: Iterable[str]) -> list[Workplace]:
    """Return all lists of these people, the oldest first."""
    return _many(session, _OF_PEOPLE, people=set(person_ids))


def unfinished(session: Session) -> list[Workplace]:
    """Return everybody's lists that are not gone through yet, the oldest first."""
    return _many(session, _OPEN)


def reviewed_between(session: Session, first: datetime, last: datetime) -> list[Workplace]:
    """Return the lists that were gone through from `first` up to `last`, the oldest first."""
    return _many(session, _REVIEWED, first=first, last=last)


def add(session: Session, one: Workplace) -> None:
    """Store a new list. Raises Taken where the person has one that is not gone through."""
    if not _ADD.run(session, _values(one)).scalars().all():
        raise Taken([])


def save(session: Session, one: Workplace) -> None:
    """Store a list that was changed since it was read. Raises Conflict when somebody else was quicker.

    `edition` must be just one more than what is stored, however many rules have been asked in between.
    """
    values = {**_values(one), "row": one.id, "before": one.edition - 1}
    if session.connection().execute(_SAVE, values).rowcount != 1:
        raise Conflict(one.id, one.edition)


def _many(session: Session, query: Select[Any], **values: object) -> list[Workplace]:
    return [_workplace(row) for row in session.connection().execute(query, values)]


def _values(one: Workplace) -> dict[str, Any]:
    plain = {name: getattr(one, name) for name in WORKPLACE.c.keys()}  # noqa: SIM118 - of columns, keys() are the names
    return plain | {
        "items": _json([asdict(item) for item in one.items]),
        "replies": _json({item_id: asdict(each) for item_id, each in one.replies.items()}),
        "settlements": _json({item_id: asdict(each) for item_id, each in one.settlements.items()}),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _workplace(row: Row[Any]) -> Workplace:
    read = dict(row._mapping)  # noqa: SLF001 - the documented way to a row's names
    read["items"] = tuple(CheckItem(**item) for item in json.loads(row.items))
    read["replies"] = {item_id: _reply(**each) for item_id, each in json.loads(row.replies).items()}
    read["settlements"] = {item_id: _settlement(**each) for item_id, each in json.loads(row.settlements).items()}
    return Workplace(**read)


def _reply(answer: str | None, remark: str) -> Reply:
    return Reply(Answer(answer) if answer else None, remark)


def _settlement(decision: str | None, thing: str, remark: str) -> Settlement:
    return Settlement(Decision(decision) if decision else None, thing, remark)
