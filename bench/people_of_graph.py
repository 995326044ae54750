"""45,000 people read from Microsoft Graph, on each engine: everybody, then a day's changes, then nothing new.

`python -m bench.people_of_graph [--people 45000]`. Graph is a server on loopback: what is measured is ours. "Held" is
the longest that another transaction waited for its turn to write meanwhile.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from rich.console import Console

from bench.directory import TEAM, engines
from bot.graph.client import GraphClient
from bot.graph.directory import GraphDirectory
from bot.graph.people_sync import PeopleSync, Synced
from storage.database import Database, open_database
from storage.migrate import migrate
from tests.fakes.graph_directory import FakeDirectory

PAGE = 200
LOOK = 0.01  # seconds between two looks of who else wants to write
console = Console(width=None if sys.stdout.isatty() else 120)


@dataclass(frozen=True, slots=True)
class Run:
    """One reading: how long, what came of it, and how long another writer waited at most."""

    what: str
    seconds: float
    held: float
    done: Synced


class NoToken:
    """A Graph on loopback asks for none."""

    async def bearer(self) -> str:
        """Return nothing."""
        return ""

    def forget(self) -> None:
        """There is nothing to forget."""


def fill(graph: FakeDirectory, count: int) -> None:
    """Let so many people work in the tenant, in teams of twelve."""
    for number in range(count):
        leader = _id((number - 1) // TEAM) if number else None
        name, department = f"Søren Ågård {number}", f"Afdeling {number // 60}"
        graph.change(_id(number), displayName=name, mail=f"p{number}@n.dk", department=department, manager=leader)


async def runs(database: Database, count: int) -> list[Run]:
    """Read everybody, then what changed when one in a hundred moved, then nothing new."""
    found = []
    async with FakeDirectory(PAGE) as graph:
        fill(graph, count)
        sync = PeopleSync(database, GraphDirectory(GraphClient(graph.url, NoToken())), timedelta(minutes=30))
        await sync.open()
        for what in ("everybody", "one in a hundred moved", "nothing new"):
            if what.startswith("one"):
                for number in range(0, count, 100):
                    graph.change(_id(number), department="Nyt sted")
            began = time.perf_counter()
            with _waiting(database) as waits:
                done = await sync.run()
            found.append(Run(what, time.perf_counter() - began, max(waits, default=0.0), done))
        await sync.stop()
    return found


@contextmanager
def _waiting(database: Database) -> Iterator[list[float]]:
    waits: list[float] = []
    over = threading.Event()

    def write() -> None:
        while not over.wait(LOOK):
            began = time.perf_counter()
            with database.writing() as session:
                session.connection().exec_driver_sql("UPDATE graph_sync SET here = here")
            waits.append(time.perf_counter() - began)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield waits
    finally:
        over.set()
        thread.join()


def main() -> int:
    """Print the seconds of each reading on each engine."""
    parser = argparse.ArgumentParser(prog="python -m bench.people_of_graph", description=__doc__)
    parser.add_argument("--people", type=int, default=45_000, help="people in the tenant (45000)")
    count: int = parser.parse_args().people
    for engine, url in engines():
        database = open_database(url)
        migrate(database)
        for one in asyncio.run(runs(database, count)):
            said = f"{one.seconds:.1f} s, held {one.held * 1000:.0f} ms ({one.done.report})"
            console.print(f"{engine}, {one.what}: {said}", highlight=False)
        database.dispose()
    return 0


def _id(number: int) -> str:
    return f"{number:08x}-0000-4000-8000-000000000000"


if __name__ == "__main__":
    sys.exit(main())
