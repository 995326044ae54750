"""The directory as it is put together, stored: who is new, who changed, who left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from sqlmodel import Session

from domain.directory import Listed, from_file
from storage import graph_sync
from storage.once import forget
from storage.person_row import NOTHING, PERSON, kept_of, listed_of, values_of

_HERE = select(PERSON).where(PERSON.c.left_at.is_(None)).order_by(PERSON.c.name, PERSON.c.id)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many people an import added, changed and marked as left."""

    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What sets the directory apart from another list: who is new, back, otherwise now, and gone (ids)."""

    new: tuple[Listed, ...] = ()
    back: tuple[Listed, ...] = ()
    changed: tuple[Listed, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def report(self) -> ImportReport:
        """How many of each."""
        return ImportReport(len(self.new) + len(self.back), len(self.changed), len(self.gone))


def listed(session: Session) -> list[Listed]:
    """Return all who are here with what the people file gave, by name, in the language that the directory has."""
    rows = session.connection().execute(_HERE)
    return [_listed(row) for row in rows]


def _listed(row: Row[Any]) -> Listed:
    """Return what was listed. A row without the word was written by a version that knew the file only."""
    person = listed_of(row)
    return Listed(person, frozenset(row.given.split()) - {NOTHING}) if row.given else from_file(person)


def put(session: Session, people: Iterable[Listed]) -> ImportReport:
    """Make the directory be exactly these people. Who is missing is marked as left; who comes back is here again.

    A reading from Graph that is under way has looked at what was here before: it stores nothing, and begins again.
    """
    found = difference(session, people)
    carry_out(session, found)
    graph_sync.overtake(session)
    return found.report


def difference(session: Session, people: Iterable[Listed]) -> Difference:
    """Return what would have to change for the directory to be exactly these people."""
    wanted = {one.person.id: one for one in people}
    stored = {row["id"]: row for row in session.connection().execute(select(PERSON)).mappings()}
    here = {id_: kept_of(row) for id_, row in stored.items() if row["left_at"] is None}
    return Difference(
        new=tuple(one for id_, one in wanted.items() if id_ not in stored),
        back=tuple(one for id_, one in wanted.items() if id_ in stored and id_ not in here),
        changed=tuple(one for id_, one in wanted.items() if id_ in here and here[id_] != values_of(one)),
        gone=tuple(id_ for id_ in here if id_ not in wanted),
    )


def carry_out(session: Session, found: Difference) -> None:
    """Store the difference."""
    _insert(session, found.new)
    _update(session, [{"row_id": one.person.id, **values_of(one)} for one in found.back + found.changed])
    now = datetime.now(UTC)
    _update(session, [{"row_id": id_, "left_at": now} for id_ in found.gone])
    forget(session)


def _insert(session: Session, people: Sequence[Listed]) -> None:
    if people:
        session.connection().execute(insert(PERSON), [{"id": one.person.id, **values_of(one)} for one in people])


def _update(session: Session, values: list[dict[str, Any]]) -> None:
    if values:
        session.connection().execute(update(PERSON).where(PERSON.c.id == bindparam("row_id")), values)
