"""An upgrade and a turn that wait for each other's tables: the turn is done, the upgrade tries again."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import text

from storage import migrate
from storage.database import Database, open_database
from tests.edge import next_version

pytestmark = pytest.mark.postgres


@pytest.fixture
def next_one(own_postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database of today, with the migrations of the next version, which change home_day before delivery."""
    folder = next_version.migrations(tmp_path / "next")
    monkeypatch.setattr(migrate, "FOLDER", folder)
    monkeypatch.setattr(migrate, "HEAD", next_version.NUMBER)
    return own_postgres_url


def _waits_for_delivery(database: Database) -> bool:
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'delivery'::regclass")
    with database.reading() as session:
        return bool(session.connection().execute(waiting).scalar_one())


def test_the_turn_is_not_broken_off(next_one: str) -> None:
    database, upgraded = open_database(next_one), open_database(next_one)
    over = Event()

    def upgrade() -> None:
        migrate.migrate(upgraded)
        over.set()

    upgrading = Thread(target=upgrade)
    with database.writing() as session:
        session.connection().execute(text("LOCK TABLE delivery IN ROW EXCLUSIVE MODE"))
        upgrading.start()
        until = time.monotonic() + 20
        while not _waits_for_delivery(database):
            assert time.monotonic() < until
            time.sleep(0.005)
        session.connection().execute(text("LOCK TABLE home_day IN ROW EXCLUSIVE MODE"))  # which the upgrade holds
        assert not over.is_set()
    assert over.wait(30)
    upgrading.join()
    assert not migrate.pending(database)
    for one in (database, upgraded):
        one.dispose()


def test_where_the_tables_are_never_free_it_ends_in_an_error(next_one: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "PATIENCE", 1.0)
    database, upgraded = open_database(next_one), open_database(next_one)
    with database.writing() as session:
        session.connection().execute(text("LOCK TABLE delivery IN ROW EXCLUSIVE MODE"))
        with pytest.raises(migrate.OperationalError, match="lock timeout"):
            migrate.migrate(upgraded)
    assert migrate.pending(upgraded)
    for one in (database, upgraded):
        one.dispose()
