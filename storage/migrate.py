"""Bringing the database's tables to the shape that the code knows.

Migrations are numbered files in storage/migrations/versions. Alembic is loaded only when there is something to do.
"""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import OperationalError

from storage.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"
HEAD = max(file.name.partition("_")[0] for file in (FOLDER / "versions").glob("[0-9]*.py"))
PATIENCE = 60.0  # seconds that an upgrade tries to get all tables at once
GIVES_WAY = 400  # milliseconds for a lock: PostgreSQL breaks a knot after 1,000, and might break a person's turn
_IN_THE_WAY = {"55P03", "40P01"}  # lock_not_available, deadlock_detected
_LOCK = 7_461_001_926  # any number, the same in all replicas


def pending(database: Database) -> bool:
    """Return whether the database is older than the code. One that is newer (a replica was upgraded first) is not."""
    with database.reading() as session:
        return _version(session.connection()) < HEAD


def migrate(database: Database) -> None:
    """Bring the tables up to date, all or nothing. Safe when several replicas start at once: the others wait.

    It is safe beside replicas that work, too: where a turn and the upgrade wait for each other's tables, the upgrade
    gives way before PostgreSQL has to break one of them, and tries again. Raises OperationalError after a minute.
    """
    until = time.monotonic() + PATIENCE
    while pending(database):
        try:
            _migrate(database)
        except OperationalError as fault:
            if getattr(fault.orig, "sqlstate", None) not in _IN_THE_WAY or time.monotonic() > until:
                raise
            time.sleep(random.uniform(0.1, 0.5))  # noqa: S311 (so that two do not meet again)


def _migrate(database: Database) -> None:
    with database.writing() as session:
        connection = session.connection()
        if not database.is_sqlite:  # SQLite's writer is alone already
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            connection.execute(text(f"SET LOCAL lock_timeout = '{GIVES_WAY}ms'"))  # after the line above may wait
        if _version(connection) < HEAD:
            _upgrade(connection)


def configuration(connection: Connection | None = None) -> Config:
    """Return alembic's configuration, which runs on this connection and leaves the commit to the caller."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config


def _version(connection: Connection) -> str:
    """Return the number of the last migration that was run; empty for a new database."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def _upgrade(connection: Connection) -> None:
    from alembic import command

    command.upgrade(configuration(connection), "head")
