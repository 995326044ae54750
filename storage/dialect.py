"""The one thing that the two engines spell differently: an insert that knows what to do when the row is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import CursorResult, Executable, Table
from sqlalchemy.dialects import postgresql, sqlite
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
