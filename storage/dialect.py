"""The one thing that the two engines spell differently: an insert that knows what to do when the row is there."""

from __future__ import annotations

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session


def insert_into(session: Session, table: Table) -> postgresql.Insert | sqlite.Insert:
    """Return an insert with `on_conflict_do_nothing` and `on_conflict_do_update`."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)
