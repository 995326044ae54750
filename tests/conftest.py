"""What tests of all rooms share: a fresh, migrated database on each engine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import create_engine, text

from bench import postgres
from storage.database import Database, open_database
from storage.migrate import migrate
from storage.tables import METADATA

# machines that run other things beside the tests are slow now and then; that is no fault of ours
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

ENGINES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
_numbers = count(1)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy: quicker than migrating for each test."""
    file = tmp_path_factory.mktemp("template") / "template.db"
    _migrated(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server with `{}` for the database; skips where there is none to start."""
    try:
        with postgres.running() as address:
            yield address
    except postgres.NoPostgres:
        pytest.skip("no PostgreSQL 15 or newer to start")


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str) -> str:
    """The address of a migrated database that tests use one after another: emptying is quicker than making one."""
    url = _create(postgres_server, "shared")
    _migrated(url)
    return url


@pytest.fixture
def postgres_url(postgres_database: str) -> str:
    """The address of an empty, migrated PostgreSQL database."""
    _empty(postgres_database)
    return postgres_database


@pytest.fixture
def own_postgres_url(postgres_server: str) -> str:
    """The address of a migrated PostgreSQL database that no other test uses: for one whose tables are altered."""
    url = _create(postgres_server, f"own{next(_numbers)}")
    _migrated(url)
    return url


@pytest.fixture(params=ENGINES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without any tables, on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    server: str = request.getfixturevalue("postgres_server")
    return _create(server, f"empty{next(_numbers)}")


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_template: Path) -> str:
    """The address of a fresh, migrated SQLite file."""
    file = tmp_path / "hjemmebot.db"
    shutil.copyfile(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh, migrated database, on each engine."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh, migrated, open database, on each engine."""
    opened = open_database(database_url)
    yield opened
    opened.dispose()


def _migrated(url: str) -> None:
    database = open_database(url)
    migrate(database)
    database.dispose()


def _create(server: str, name: str) -> str:
    """Create a database and return its address."""
    engine = create_engine(server.format("postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return server.format(name)


def _empty(url: str) -> None:
    """Take away what the test before left: connections, rows, and the durable engine's own tables."""
    engine = create_engine(url)
    with engine.begin() as connection:
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))
        connection.execute(text("DROP SCHEMA IF EXISTS dbos CASCADE"))
        for table in METADATA.tables.values():
            connection.execute(table.delete())
    engine.dispose()
