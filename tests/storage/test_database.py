from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

import pytest
from hypothesis import given
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, StatementError
from sqlmodel import select

from storage import counts
from storage.database import Database, open_database
from storage.person_row import PERSON
from tests.storage.together import at_once
from tests.storage.values import MONDAY, NOW, many, moments


def _count(database: Database) -> None:
    with database.writing() as session:
        counts.add(session, MONDAY, "x")


def _total(database: Database) -> int:
    with database.reading() as session:
        return counts.totals(session).get("x", 0)


def test_writing_commits_at_the_end(database: Database) -> None:
    _count(database)
    assert _total(database) == 1


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_any_exception_rolls_back(database: Database, error: type[BaseException]) -> None:
    def count_and_fail() -> None:
        with database.writing() as session:
            counts.add(session, MONDAY, "x")
            raise error

    with pytest.raises(error):
        count_and_fail()
    assert _total(database) == 0
    _count(database)  # and the connection is fit for use
    assert _total(database) == 1


def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError), database.reading() as session:
        counts.add(session, MONDAY, "x")
    assert _total(database) == 0


def test_writing_after_reading_on_the_same_connection(database: Database) -> None:
    for _ in range(30):  # more often than there are connections: what makes one read-only must not stick to it
        assert _total(database) >= 0
        _count(database)
    assert _total(database) == 30


def test_reading_sees_one_moment(database: Database) -> None:
    with database.reading() as session:
        assert counts.totals(session) == {}
        _count(database)
        assert counts.totals(session) == {}
    assert _total(database) == 1


def test_reading_does_not_wait_for_a_writer(database: Database) -> None:
    with database.writing() as session:
        counts.add(session, MONDAY, "x")
        assert _total(database) == 0


def test_writers_wait_for_each_other(database: Database) -> None:
    assert at_once(40, lambda _number: _count(database)) == [None] * 40
    assert _total(database) == 40


def test_a_transaction_inside_another_is_refused_at_once(database: Database) -> None:
    with database.writing(), pytest.raises(RuntimeError), database.writing():
        pass
    _count(database)


def test_programs_that_share_a_sqlite_file_never_decide_on_what_is_old(sqlite_url: str) -> None:
    databases = [open_database(sqlite_url) for _ in range(4)]

    def read_then_write(number: int) -> None:
        with databases[number % 4].writing() as session:
            before = counts.totals(session).get("x", 0)
            sleep(0.005)
            counts.add(session, MONDAY, "x")
            assert counts.totals(session) == {"x": before + 1}

    assert at_once(16, read_then_write) == [None] * 16
    assert _total(databases[0]) == 16
    for database in databases:
        database.dispose()


def test_sqlite_keeps_what_it_was_told(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    with database.writing() as session:
        found = {
            name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}
    database.dispose()


def test_sqlite_makes_its_folder_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "hjemmebot.db"
    database = open_database(f"sqlite:///{file}")
    with database.writing() as session:
        session.connection().execute(text("CREATE TABLE t (x INTEGER)"))
    database.dispose()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:///x?mode=memory&uri=true", "mysql://h/d"])
def test_what_threads_cannot_share_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="sqlite"):
        open_database(url)


def test_an_address_that_cannot_be_read_is_not_repeated() -> None:
    with pytest.raises(ValueError, match="cannot be read") as raised:
        open_database("postgresql//anna:secret@host/x")
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg2", "postgres"])
def test_postgres_is_spoken_to_with_psycopg_3(scheme: str) -> None:
    assert open_database(f"{scheme}://localhost/x").engine.dialect.driver == "psycopg"


@many
@given(moment=moments)
def test_moments_read_back_equal_and_in_utc(database: Database, moment: datetime) -> None:
    with database.writing() as session:
        session.connection().execute(PERSON.delete())
        row = dict.fromkeys(("id", "name", "email", "email_key", "department", "roles", "language", "workplace"), "")
        session.connection().execute(PERSON.insert(), {**row, "left_at": moment})
    with database.reading() as session:
        stored = session.connection().execute(select(PERSON.c.left_at)).scalar_one()
    assert stored == moment
    assert stored.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="time zone"), database.reading() as session:
        session.connection().execute(select(PERSON.c.id).where(PERSON.c.left_at == NOW.replace(tzinfo=None)))
