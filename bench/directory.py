"""45,000 people imported from a file, on each engine: read, compared with who is here, stored.

`python -m bench.directory [--people 45000]`. The first import, then one in which everybody changes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from bench import postgres
from bot.cli.people_preview import preview
from domain.people_changes import changes
from domain.people_file import read_people_file
from storage import people
from storage.database import Database, open_database
from storage.migrate import migrate

TEAM = 12
console = Console(width=None if sys.stdout.isatty() else 120)


def file_of(count: int, moved: int = 0) -> bytes:
    """Return a people file as Danish Excel writes it, in teams of twelve; `moved` shifts everybody's department."""

    def line(number: int) -> str:
        leader = _id((number - 1) // TEAM) if number else ""
        return f"{_id(number)};Søren Ågård {number};p{number}@example.dk;{leader};;Afdeling {number // 60 + moved};;da;"

    lines = ["id;name;email;leader;deputy;department;roles;language;workplace", *map(line, range(count))]
    return "\r\n".join(lines).encode("cp1252")


def imported(database: Database, content: bytes) -> tuple[people.ImportReport, list[str]]:
    """Import a file as the command does; return what came of it and what was shown before."""
    read = read_people_file(content)
    assert not read.problems
    with database.reading() as session:
        here = people.as_listed(session)
    shown = list(preview(changes(here, read.people), [*here, *read.people]))
    with database.writing() as session:
        return people.replace_all(session, read.people), shown


def main() -> int:
    """Print the seconds of each import on each engine."""
    parser = argparse.ArgumentParser(prog="python -m bench.directory", description=__doc__)
    parser.add_argument("--people", type=int, default=45_000, help="lines of the file (45000)")
    count: int = parser.parse_args().people
    for engine, url in engines():
        database = open_database(url)
        migrate(database)
        for what, content in (("the first", file_of(count)), ("all change", file_of(count, 1))):
            began = time.perf_counter()
            report, _ = imported(database, content)
            console.print(f"{engine}, {what}: {time.perf_counter() - began:.1f} s ({report})", highlight=False)
        database.dispose()
    return 0


def engines() -> Iterator[tuple[str, str]]:
    """Yield each engine with the address of an empty database; PostgreSQL only where it can be started."""
    with tempfile.TemporaryDirectory() as folder:
        yield "SQLite", f"sqlite:///{Path(folder) / 'bench.db'}"
    try:
        with postgres.running() as address:
            yield "PostgreSQL", address.format("postgres")
    except postgres.NoPostgres:
        console.print("no PostgreSQL 15 or newer to start")


def _id(number: int) -> str:
    return f"{number:08x}-0000-4000-8000-000000000000"


if __name__ == "__main__":
    sys.exit(main())
