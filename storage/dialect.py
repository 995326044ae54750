"""What the two engines spell differently: an insert that knows what to do when the row is there, many values in one.

Many values are handed over as one parameter, however many they are. A parameter for each would be read, checked and
written down one by one, which for a batch of a thousand costs more than what is asked.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    CursorResult,
    Executable,
    FromClause,
    Select,
    String,
    Table,
    any_,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeEngine
from sqlmodel import Session

Insert = postgresql.Insert | sqlite.Insert


class Upsert:
    """An insert with `on_conflict_…`, built once for each engine: building costs more than running."""

    def __init__(self, table: Table, build: Callable[[Insert], Executable]) -> None:
        self._spelled = {"sqlite": build(sqlite.insert(table)), "postgresql": build(postgresql.insert(table))}

    def run(self, session: Session, values: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> CursorResult[Any]:
        """Insert one row, or several, in the session's transaction."""
        connection = session.connection()
        return connection.execute(self._spelled[connection.dialect.name], values)


class Among:
    """A query for the rows whose column has one of many values."""

    def __init__(self, query: Select[Any], of: Column[Any]) -> None:
        given = func.json_each(bindparam("among")).table_valued("value")
        array = bindparam("among", type_=postgresql.ARRAY(of.type))
        self._spelled = {
            "sqlite": query.where(of.in_(select(given.c.value))),
            "postgresql": query.where(of == any_(array)),
        }

    def run(self, session: Session, many: Sequence[str], **values: object) -> CursorResult[Any]:
        """Ask for the rows of these values."""
        connection = session.connection()
        dialect = connection.dialect.name
        among = json.dumps(many) if dialect == "sqlite" else list(many)
        return connection.execute(self._spelled[dialect], {**values, "among": among})


class Handed:
    """A statement on many rows that are handed over; `build` gets them as a table with the named columns."""

    def __init__(self, build: Callable[[FromClause], Executable], **columns: TypeEngine[Any]) -> None:
        self._spelled = {"sqlite": build(_sqlite_rows(columns)), "postgresql": build(_postgres_rows(columns))}

    def run(self, session: Session, rows: Sequence[Mapping[str, Any]], **values: object) -> CursorResult[Any]:
        """Run it on these rows, which hold what JSON can: words and numbers."""
        connection = session.connection()
        return connection.execute(self._spelled[connection.dialect.name], {**values, "rows": json.dumps(rows)})


def _sqlite_rows(columns: Mapping[str, TypeEngine[Any]]) -> FromClause:
    given = func.json_each(bindparam("rows")).table_valued("value")
    found = [func.json_extract(given.c.value, literal_column(f"'$.{name}'")).label(name) for name in columns]
    return select(*found).subquery("handed")


def _postgres_rows(columns: Mapping[str, TypeEngine[Any]]) -> FromClause:
    given = func.jsonb_to_recordset(cast(bindparam("rows", type_=String), postgresql.JSONB))
    named = given.table_valued(*(column(name, kind) for name, kind in columns.items()))
    return named.render_derived(name="handed", with_types=True)
