"""What the database shows, on both engines, and when it is away, old or damaged."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from bot.doctor.records import records
from domain.health import Check, Note
from domain.notices import Notice, NoticeKind
from domain.people import Person, Role
from storage import deliveries, people
from storage.database import open_database
from storage.migrate import HEAD, migrate
from tests.edge.running import make_settings


def _notes(url: str) -> list[Note]:
    return [one.note for one in records(make_settings(database_url=url))]


def _sql(url: str, sql: str, **values: object) -> None:
    database = open_database(url)
    with database.writing() as session:
        session.connection().execute(text(sql), values)
    database.dispose()


def test_a_whole_database_and_the_people_in_it(database_url: str) -> None:
    database = open_database(database_url)
    migrate(database)
    clock = [] if database.is_sqlite else [Note.CLOCK_RIGHT]
    fine = [Note.DATABASE_ANSWERS, Note.TABLES_FIT, *clock]
    assert _notes(database_url) == [*fine, Note.PEOPLE_NONE, Note.NOTICES_FLOW]
    boss = Person("boss", "Bo", "bo@example.dk", roles=frozenset({Role.HR}))
    with database.writing() as session:
        people.replace_all(session, [boss, Person("anna", "Anna", "anna@example.dk", leader_id="boss")])
    database.dispose()
    found = records(make_settings(database_url=database_url))
    (known,) = [one for one in found if one.check is Check.PEOPLE]
    assert (known.note, known.values) == (Note.PEOPLE_KNOWN, {"people": 2, "hr": 1})
    assert "Anna" not in str(found)
    _sql(database_url, "UPDATE person SET roles = '', leader_id = NULL")
    assert _notes(database_url) == [*fine, Note.PEOPLE_NO_HR, Note.PEOPLE_UNLED, Note.NOTICES_FLOW]


def test_a_database_of_another_version(database_url: str) -> None:
    migrate(database := open_database(database_url))
    database.dispose()
    _sql(database_url, "UPDATE alembic_version SET version_num = '0001'")
    assert Note.TABLES_BEHIND in _notes(database_url)
    _sql(database_url, "UPDATE alembic_version SET version_num = '9999'")
    assert Note.TABLES_AHEAD in _notes(database_url)
    _sql(database_url, "UPDATE alembic_version SET version_num = :head", head=HEAD)
    assert Note.TABLES_FIT in _notes(database_url)


def test_notices_that_do_not_leave(sqlite_url: str) -> None:
    migrate(database := open_database(sqlite_url))
    wished = Notice(NoticeKind.REQUEST, "lars", uuid4(), "")
    with database.writing() as session:
        deliveries.leave(session, [wished], datetime.now(UTC) - timedelta(minutes=25))
    database.dispose()
    assert Note.NOTICES_LATE in _notes(sqlite_url)


def test_a_database_that_is_away_and_none_yet(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    assert _notes(f"sqlite:///{file}") == [Note.DATABASE_NOT_YET]
    assert not file.exists()
    (found,) = records(make_settings(database_url="postgresql+psycopg://bot:hemmelig@127.0.0.1:9/bot"))
    assert (found.note, found.values) == (Note.DATABASE_AWAY, {"fault": "OperationalError"})


def test_a_damaged_file(sqlite_url: str) -> None:
    migrate(database := open_database(sqlite_url))
    database.dispose()
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xff" * 40_000 + whole[48_192:])
    assert _notes(sqlite_url)[0] is Note.DATABASE_DAMAGED
    file.write_bytes(b"id;name\n" * 600)
    assert _notes(sqlite_url) == [Note.DATABASE_DAMAGED]


@pytest.mark.postgres
def test_a_user_who_may_make_no_tables(postgres_url: str) -> None:
    migrate(database := open_database(postgres_url))
    database.dispose()
    _sql(postgres_url, "DROP ROLE IF EXISTS reader_only")
    _sql(postgres_url, "CREATE ROLE reader_only LOGIN")
    _sql(postgres_url, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader_only")
    try:
        poor = make_url(postgres_url).set(username="reader_only").render_as_string(hide_password=False)
        found = records(make_settings(database_url=poor))[0]
        assert (found.note, found.values) == (
            Note.DATABASE_NO_RIGHTS,
            {"schema": "public", "user": "reader_only"},
        )
        _sql(postgres_url, "REVOKE SELECT ON alembic_version FROM reader_only")
        (found,) = records(make_settings(database_url=poor))  # it may not read either
        assert (found.note, found.values) == (Note.UNCHECKED, {"fault": "InsufficientPrivilege"})
    finally:
        _sql(postgres_url, "DROP OWNED BY reader_only")
        _sql(postgres_url, "DROP ROLE reader_only")
