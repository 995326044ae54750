"""200 people at once, ten turns each, over HTTP on each engine: nothing falls, nothing is lost, and how long it takes.

`python -m bench.crowd [--teams 20] [--pause 0]`. Everybody waits for the answer, then for `--pause` seconds, and says
the next; the connector and the people share the machine with the bot.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import orjson
from rich.console import Console
from rich.table import Table

from bench import postgres
from bench.contender import Contender, Stage
from bench.environments import ROOT
from bench.loopback import LoopbackConnector, talk
from bench.measure import Failed, free_port, log_of, running
from bench.ours.crowd import MEMBERS, lost, settle, turns
from storage.database import open_database
from storage.migrate import migrate

TEAMS = 20


@dataclass(frozen=True, slots=True)
class Crowd:
    """What so many people at once came to.

    `faults` are lines of the bot's log, `lost` is what does not stand in the database as it must.
    """

    people: int
    per_second: float
    median: float  # seconds a turn, as all others below
    p95: float
    longest: float
    faults: tuple[str, ...]
    lost: tuple[str, ...]


def main() -> int:
    """Print the table; 1 where something fell or was lost."""
    parser = argparse.ArgumentParser(prog="python -m bench.crowd", description=__doc__)
    parser.add_argument("--teams", type=int, default=TEAMS, help=f"teams of {MEMBERS + 2} people (20)")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds between an answer and the next turn (0)")
    asked = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 120)
    found: dict[str, Crowd] = {}
    with tempfile.TemporaryDirectory() as folder:
        found["SQLite"] = asyncio.run(crowd(f"sqlite:///{folder}/crowd.db", asked.teams, asked.pause))
    try:
        with postgres.running(postgres.DURABLE) as address:
            found["PostgreSQL"] = asyncio.run(crowd(address.format("postgres"), asked.teams, asked.pause))
    except postgres.NoPostgres:
        console.print("[yellow]PostgreSQL: none to start; skipped")
    console.print(_table(found, asked.pause))
    for one in found.values():
        console.print(*one.faults[:5], *one.lost[:5], sep="\n", end="")
    return int(any(one.faults or one.lost for one in found.values()))


async def crowd(url: str, teams: int, pause: float = 0.0) -> Crowd:
    """Have all people of so many teams talk at once, on a database without tables. Raises Failed."""
    async with LoopbackConnector() as connector:
        database = await asyncio.to_thread(open_database, url)
        await asyncio.to_thread(migrate, database)
        await asyncio.to_thread(settle, database, teams, connector.url)
        bodies = [[orjson.dumps(turn) for turn in one] for one in turns(teams, connector.url)]
        contender = Contender(f"crowd-{os.getpid()}", ("-m", "bench.ours.house", "--lexical"), ready="/readyz")
        with tempfile.TemporaryDirectory() as folder:
            port = free_port()
            clean = {name: value for name, value in os.environ.items() if not name.startswith("HJEMMEBOT_")}
            env = {
                **clean,
                "HJEMMEBOT_PORT": str(port),
                "PYTHONPATH": str(ROOT),
                "HJEMMEBOT_DATABASE_URL": url,
                "HJEMMEBOT_SERVICE_URLS": connector.url,
                "HJEMMEBOT_SEND_RATE": "100000",
            }
            stage = Stage(Path(folder), env, sum(map(len, bodies)), connector.url)
            async with running(contender, Path(sys.executable), stage, port):
                began = time.perf_counter()
                try:
                    spent = await asyncio.gather(*(talk(port, one, pause) for one in bodies))
                except ConnectionError as error:
                    raise Failed(str(error)) from error
                wall = time.perf_counter() - began
        amiss = await asyncio.to_thread(lost, database, teams)
        database.dispose()
    log = log_of(contender)
    faults = tuple(line for line in log.read_text("utf-8").splitlines() if " ERROR " in line or "fell with" in line)
    log.unlink()
    each = sorted(seconds for one in spent for seconds in one)
    p95 = each[int(len(each) * 0.95)]
    return Crowd(len(bodies), len(each) / wall, statistics.median(each), p95, each[-1], faults, tuple(amiss))


def _table(found: dict[str, Crowd], pause: float) -> Table:
    table = Table(title=f"ten turns each, {pause:g} s between them, ms a turn, {os.cpu_count()} cores")
    for heading in ("", "people", "turns/s", "median", "p95", "longest", "faults", "lost"):
        table.add_column(heading, justify="right")
    for name, one in found.items():
        times = (f"{seconds * 1000:,.0f}" for seconds in (one.median, one.p95, one.longest))
        row = (name, str(one.people), f"{one.per_second:,.0f}", *times, str(len(one.faults)), str(len(one.lost)))
        table.add_row(*row)
    return table


if __name__ == "__main__":
    sys.exit(main())
