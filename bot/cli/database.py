"""The database on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.cli.console import out, told, working
from bot.settings import Settings
from storage.database import Database, open_database
from storage.migrate import migrate as run_migrations
from storage.migrate import pending


@contextmanager
def opened() -> Iterator[Database]:
    """Open the database of the settings, brought up to date, and close it at the end."""
    database = open_database(Settings().database_url)
    try:
        run_migrations(database)
        yield database
    finally:
        database.dispose()


@told
def migrate() -> None:
    """Bring the database up to date. The bot does so too when it starts.

    Example: HJEMMEBOT_DATABASE_URL=postgresql+psycopg://bot@db/bot hjemmebot migrate
    """
    database = open_database(Settings().database_url)
    try:
        behind = pending(database)
        with working("Bringing the database up to date"):
            run_migrations(database)
        out.print("The database was brought up to date." if behind else "The database is up to date.")
    finally:
        database.dispose()
