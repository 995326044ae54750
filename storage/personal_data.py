"""A person's own data: shown to them (GDPR art. 15) and erased (art. 17).

Works on every table by the marks on its columns (storage.columns), so a new table is covered when they are marked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Column, Table, delete, or_, select, update
from sqlmodel import Session

from storage.columns import PERSON, SALT
from storage.once import forget
from storage.person_row import PERSON as PERSON_ROW
from storage.tables import METADATA


def export(session: Session, person_id: str) -> dict[str, Any]:
    """Return all rows about the person by table, ready for JSON.

    Where others' rows only name them, `table.column` lists the keys of those rows and no more: the rest is theirs.
    """
    found: dict[str, Any] = {}
    for table in METADATA.sorted_tables:
        for column in _marked(table, "owner"):
            found[table.name] = _rows(session, table.columns, column, person_id)
        for column in _marked(table, "mention"):
            found[f"{table.name}.{column.name}"] = _rows(session, table.primary_key.columns, column, person_id)
        for column in _marked(table, "trace"):
            found[f"{table.name}.{column.name}"] = _rows(session, _told(table), column, person_id)
    return found


def erase(session: Session, person_id: str, now: datetime, kept: Collection[str] = ()) -> dict[str, int]:
    """Delete all rows about the person, blank their id where others' rows name them, and count both as `export` does.

    Nothing is kept but the tables named in `kept`. Who is still in the people file comes back, without history, with
    its next import.
    """
    gone: dict[str, int] = {}
    _empty_talk(session, person_id)
    for table in [one for one in METADATA.sorted_tables if one.name not in kept]:
        for column in _marked(table, "owner"):
            gone[table.name] = session.connection().execute(delete(table).where(column == person_id)).rowcount
        for column in _marked(table, "mention"):
            blank = update(table).where(column == person_id).values({column: None})
            gone[f"{table.name}.{column.name}"] = session.connection().execute(blank).rowcount
        for column in _marked(table, "trace"):
            blank = update(table).where(column == person_id).values({column.name: None, column.info[SALT]: None})
            gone[f"{table.name}.{column.name}"] = session.connection().execute(blank).rowcount
    forget(session)
    return gone


def _empty_talk(session: Session, person_id: str) -> None:
    """Forget what is awaited in the chats of others where it names the person, by id or by name."""
    name = session.connection().execute(select(PERSON_ROW.c.name).where(PERSON_ROW.c.id == person_id)).scalar()
    named = [f'"{person_id}"', *([orjson.dumps(name).decode()[1:-1]] if name and " " in name else [])]
    for table in METADATA.sorted_tables:
        for column in _marked(table, "talk"):
            holds = or_(*(column.contains(one, autoescape=True) for one in named))
            session.connection().execute(update(table).where(holds).values({column: "{}"}))


def _marked(table: Table, as_what: str) -> list[Column[Any]]:
    return [column for column in table.columns if column.info.get(PERSON) == as_what]


def _told(table: Table) -> list[Column[Any]]:
    """Return the columns of a trail that say something to a person: no salts, seals and hashes."""
    return [one for one in table.columns if one.name.rpartition("_")[2] not in {"salt", "seal", "hash"}]


def _rows(
    session: Session, columns: Iterable[Column[Any]], column: Column[Any], person_id: str
) -> list[dict[str, Any]]:
    query = select(*columns).where(column == person_id).order_by(*columns)
    rows = session.connection().execute(query).mappings()
    return [{name: _plain(value) for name, value in row.items()} for row in rows]


def _plain(value: object) -> object:
    match value:
        case datetime() | date():
            return value.isoformat()
        case UUID():
            return str(value)
        case _:
            return value
