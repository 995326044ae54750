"""Opening the database: SQLite for one process, PostgreSQL 15+ for several.

On SQLite all writes go through one connection (WAL, synchronous=FULL, BEGIN IMMEDIATE), so writers wait for their
turn in a queue of ours instead of retrying on a lock; readers have their own connections and never wait.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from threading import local

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool
from sqlmodel import Session

from storage.watching import Ended, hear_errors, hear_statements

WAIT_SECONDS = 30  # for a connection, or for another process that writes to the same SQLite file
READERS = 4
POSTGRES_POOL = 10


class Database:
    """An open database. `engine` is the one that writes; it is safe to share between threads."""

    def __init__(self, engine: Engine, readers: Engine) -> None:
        self.engine = engine
        self._readers = readers
        self._thread = local()
        self._info: dict[object, bool] = {}

    def follow_outlook(self) -> None:
        """From now on note with each decision what Outlook must show (storage.calendar_entries)."""
        self._info[Database] = True

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session on one consistent snapshot. Writing in it is refused by the database."""
        with Session(self._readers, expire_on_commit=False, autoflush=False, info=dict(self._info)) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open a session in a transaction that commits at the end and is rolled back by any exception.

        Raises RuntimeError inside another one of the same thread: on SQLite the two would wait for each other.
        """
        with (
            self._alone(),
            Session(self.engine, expire_on_commit=False, autoflush=False, info=dict(self._info)) as session,
            session.begin(),
        ):
            if self.is_sqlite:
                session.connection().exec_driver_sql("BEGIN IMMEDIATE")
            yield session

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if getattr(self._thread, "writes", False):
            raise RuntimeError("a transaction is open in this thread already")
        self._thread.writes = True
        try:
            yield
        finally:
            self._thread.writes = False

    @property
    def is_sqlite(self) -> bool:
        """Return whether this is SQLite."""
        return self.engine.dialect.name == "sqlite"

    def answers(self) -> bool:
        """Return whether the database can be asked something now."""
        try:
            with self._readers.connect() as connection:
                connection.exec_driver_sql("SELECT 1")
        except SQLAlchemyError:
            return False
        return True

    def pools(self) -> list[tuple[str, int, int]]:
        """Return each pool's name, how many of its connections are in use, and how many there may be."""
        if self.is_sqlite:
            return [("writing", _used(self.engine), 1), ("reading", _used(self._readers), 2 * READERS)]
        return [("all", _used(self.engine), 2 * POSTGRES_POOL)]

    def watch(self, errors: Callable[[str], None], statements: Callable[[str], Ended] | None = None) -> None:
        """Have errors heard of by the name of SQLAlchemy's class and, where wanted, each statement's first word."""
        for engine in (self.engine, self._readers) if self.is_sqlite else (self.engine,):  # PostgreSQL's are one
            hear_errors(engine, errors)
            if statements is not None:
                hear_statements(engine, statements)

    def dispose(self) -> None:
        """Close all connections that nobody uses."""
        self._readers.dispose()
        self.engine.dispose()


def _used(engine: Engine) -> int:
    pool = engine.pool
    return pool.checkedout() if isinstance(pool, QueuePool) else 0


def follows_outlook(session: Session) -> bool:
    """Return whether the session is of a database that notes what Outlook must show."""
    return bool(session.info.get(Database))


def open_database(url: str) -> Database:
    """Open `sqlite:///file` (its folder is made) or `postgresql+psycopg://…`. Connects when first used.

    Raises ValueError for an address that cannot be read, another database, or SQLite in memory (threads cannot share
    that).
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise ValueError("the database address cannot be read") from None  # its own message would show the password
    # At a finer level the library logs what is stored: names and words of people. hide_parameters is for errors.
    logging.getLogger("sqlalchemy.engine").setLevel(logging.WARNING)
    match parsed.get_backend_name():
        case "sqlite":
            return _sqlite(parsed)
        case "postgresql" | "postgres":
            return _postgres(parsed.set(drivername="postgresql+psycopg"))
        case other:
            raise ValueError(f"the database must be sqlite or postgresql, not {other}")


def _sqlite(url: URL) -> Database:
    if not url.database or url.database == ":memory:" or url.query:
        raise ValueError("SQLite needs a plain file: sqlite:///data/hjemmebot.db")
    file = Path(url.database)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)  # what SQLite puts beside it gets the same mode
    writer = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=WAIT_SECONDS,
        # DBOS shares this engine and begins its own transactions, so only what writes begins one by itself.
        hide_parameters=True,
        connect_args={"timeout": WAIT_SECONDS, "isolation_level": "IMMEDIATE"},
    )
    readers = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=READERS,
        max_overflow=READERS,
        pool_timeout=WAIT_SECONDS,
        hide_parameters=True,
        connect_args={"timeout": WAIT_SECONDS},
    )
    event.listen(writer, "connect", _prepare_writer)
    event.listen(readers, "connect", _prepare_reader)
    event.listen(readers, "begin", _begin_snapshot)
    return Database(writer, readers)


def _prepare_writer(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")  # what is erased is overwritten; some builds of SQLite leave it


def _prepare_reader(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA query_only=ON")


def _begin_snapshot(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _postgres(url: URL) -> Database:
    engine = create_engine(
        url,
        pool_size=POSTGRES_POOL,
        max_overflow=POSTGRES_POOL,
        pool_timeout=WAIT_SECONDS,
        pool_pre_ping=True,
        pool_recycle=1800,
        hide_parameters=True,
        connect_args={"connect_timeout": 10, "application_name": "hjemmebot"},
    )
    readers = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Database(engine, readers)
