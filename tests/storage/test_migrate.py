from __future__ import annotations

import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from storage import migrate
from storage.database import Database, open_database
from storage.tables import METADATA, MODELS
from tests.storage.together import at_once


def _differences(database: Database) -> list[object]:
    with database.writing() as session:
        opts = {"include_name": lambda name, kind, _parents: kind != "table" or name in METADATA.tables}
        found: list[object] = compare_metadata(MigrationContext.configure(session.connection(), opts=opts), METADATA)
        return found


def test_models_and_migrations_agree(database: Database) -> None:
    assert _differences(database) == []


def test_a_missing_index_would_be_noticed(empty_url: str) -> None:
    database = open_database(empty_url)
    migrate.migrate(database)
    with database.writing() as session:
        session.connection().execute(text("DROP INDEX uq_home_day_live"))
    assert len(_differences(database)) == 1
    database.dispose()


def test_all_models_are_listed() -> None:
    assert {str(model.__tablename__) for model in MODELS} == set(METADATA.tables)


def test_a_new_database_is_migrated_once(empty_url: str) -> None:
    database = open_database(empty_url)
    assert migrate.pending(database)
    migrate.migrate(database)
    assert not migrate.pending(database)
    migrate.migrate(database)
    with database.reading() as session:
        assert set(METADATA.tables) <= set(inspect(session.connection()).get_table_names())
    database.dispose()


def test_replicas_that_start_at_once(empty_url: str) -> None:
    databases = [open_database(empty_url) for _ in range(6)]
    assert at_once(6, lambda number: migrate.migrate(databases[number])) == [None] * 6
    assert _differences(databases[0]) == []
    for database in databases:
        database.dispose()


def test_a_failed_migration_leaves_nothing(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    upgrade = migrate._upgrade

    def fail_at_the_end(connection: Connection) -> None:
        upgrade(connection)
        raise RuntimeError

    database = open_database(empty_url)
    monkeypatch.setattr(migrate, "_upgrade", fail_at_the_end)
    with pytest.raises(RuntimeError):
        migrate.migrate(database)
    with database.reading() as session:
        assert inspect(session.connection()).get_table_names() == []
    monkeypatch.undo()
    migrate.migrate(database)
    assert not migrate.pending(database)
    database.dispose()


def test_tables_of_others_are_left_alone(empty_url: str) -> None:
    database = open_database(empty_url)
    with database.writing() as session:
        session.connection().execute(text("CREATE TABLE workflow_status (id INTEGER)"))
    migrate.migrate(database)
    assert _differences(database) == []
    database.dispose()


def test_a_database_of_a_newer_replica_is_left_alone(empty_url: str) -> None:
    database = open_database(empty_url)
    migrate.migrate(database)
    with database.writing() as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert not migrate.pending(database)
    migrate.migrate(database)
    database.dispose()


def test_the_numbers_of_the_files_are_the_migrations_in_order() -> None:
    script = ScriptDirectory.from_config(migrate.configuration())
    revisions = [one.revision for one in script.walk_revisions()]
    assert revisions == sorted(revisions, reverse=True)
    assert script.get_heads() == [migrate.HEAD]


def test_alembic_is_not_loaded_when_there_is_nothing_to_do(database_url: str) -> None:
    program = (
        "import sys; from storage.database import open_database; from storage.migrate import migrate;"
        "migrate(open_database(sys.argv[1])); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program, database_url], check=False).returncode == 0
