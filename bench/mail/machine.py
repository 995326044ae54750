"""What a process of ours takes of the machine, and a database of its own for each scene."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

from bench import postgres
from storage.database import Database, open_database
from storage.migrate import migrate

_TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def database_of(engine: str) -> Iterator[tuple[str, Database]]:
    """Yield the address of a fresh, migrated database and the open database."""
    with tempfile.TemporaryDirectory() as folder:
        if engine == "sqlite":
            yield from _opened(f"sqlite:///{Path(folder) / 'bench.db'}")
            return
        with postgres.running(postgres.DURABLE) as server:
            admin = create_engine(server.format("postgres"), isolation_level="AUTOCOMMIT")
            with admin.connect() as connection:
                connection.execute(text("CREATE DATABASE bench"))
            admin.dispose()
            yield from _opened(server.format("bench"))


def _opened(url: str) -> Iterator[tuple[str, Database]]:
    database = open_database(url)
    migrate(database)
    yield url, database
    database.dispose()


def cpu_seconds(pid: int) -> float:
    """Return the processor time that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def megabytes(pid: int) -> float:
    """Return the memory that a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
