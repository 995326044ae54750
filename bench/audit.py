"""What the line of the audit trail costs of a whole turn: `python -m bench.audit [--rounds 40] [--turns 25]`.

Each turn presses Send on a day: HTTP in, the rules, the day and the notice stored, the line sealed and chained, HTTP
out. Three servers run at once, each with a database of its own: with the line, without it, and with it again, which
shows how far two that are alike differ. They are asked in turns, a few at a time and in changing order, so that what
else the machine does meets all of them. The ratio is the median over the rounds, between brackets where 95 of 100
draws of the rounds put it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import orjson
from rich.console import Console
from rich.table import Table
from sqlalchemy import create_engine, text

from bench import postgres
from bench.contender import Contender, Stage
from bench.environments import ROOT
from bench.loopback import LoopbackConnector, drive
from bench.measure import Failed, Server, cpu_of, free_port, running, until
from bench.ours.turns import mark
from bot.tracing import span
from storage import audit
from storage.database import open_database

HOUSE = ("-m", "bench.ours.house", "--lexical")
VARIANTS = {"with": HOUSE, "without": (*HOUSE, "--without-audit"), "with again": HOUSE}
WARM_UP = 100
DRAWS = 2_000
UrlOf = Callable[[str], str]
GOAL = 1.05


@dataclass(slots=True)
class Runner:
    """A server, the turns that it is still to take, and what each round took: seconds a turn, of wall and of CPU."""

    server: Server
    connector: LoopbackConnector
    bodies: list[bytes]
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    async def take(self, turns: int, at_once: int) -> tuple[float, float]:
        """Take so many turns and wait for the notices; return the seconds of a turn until its answer, and of CPU."""
        now, self.bodies = self.bodies[:turns], self.bodies[turns:]
        due, cpu, began = self.connector.messages + turns, cpu_of(self.server.pid), time.perf_counter()
        if await drive(self.server.port, now, at_once) < turns:
            raise Failed("turns were not answered with 2xx")
        wall = time.perf_counter() - began
        await until(lambda: self.connector.messages >= due, "notices are missing at the connector")
        return wall / turns, (cpu_of(self.server.pid) - cpu) / turns


def main() -> int:
    """Print the table; 1 where the line costs more than the goal, by the lower end of the bracket."""
    parser = argparse.ArgumentParser(prog="python -m bench.audit", description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--turns", type=int, default=25, help="turns of each server a round (25)")
    asked = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 140)
    table = Table(
        "", "ms a turn, without", "with ÷ without", "CPU, with ÷ without", "alike ÷ alike", title="The audit line"
    )
    dear = False
    for at_once in (1, 16):
        for engine, opened in (("SQLite", _sqlite), ("PostgreSQL", _postgres)):
            with opened() as url_of:
                found = asyncio.run(_measured(url_of, asked.rounds, asked.turns, at_once))
            ratio = _ratio(found["with"].wall, found["without"].wall)
            dear |= ratio[1] > GOAL
            table.add_row(
                f"{engine}, {at_once} at once",
                f"{statistics.median(found['without'].wall) * 1000:.2f}",
                _told(ratio),
                _told(_ratio(found["with"].cpu, found["without"].cpu)),
                _told(_ratio(found["with again"].wall, found["with"].wall)),
            )
    console.print(table)
    console.print(f"A span that nobody asked for: {_span_ns():.0f} ns")
    return int(dear)


@contextmanager
def _sqlite() -> Iterator[UrlOf]:
    with tempfile.TemporaryDirectory() as folder:
        yield lambda name: f"sqlite:///{folder}/{name.replace(' ', '-')}.db"


@contextmanager
def _postgres() -> Iterator[UrlOf]:
    with postgres.running(postgres.DURABLE) as address:
        engine = create_engine(address.format("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for name in VARIANTS:
                connection.execute(text(f'CREATE DATABASE "{name}"'))
        engine.dispose()
        yield lambda name: address.format(name.replace(" ", "%20"))


async def _measured(url_of: UrlOf, rounds: int, turns: int, at_once: int) -> dict[str, Runner]:
    async with AsyncExitStack() as stack:
        runners = {name: await _started(stack, name, url_of(name), WARM_UP + rounds * turns) for name in VARIANTS}
        for one in runners.values():
            await one.take(WARM_UP, at_once)
        for _ in range(rounds):
            for name in random.sample(list(runners), len(runners)):
                wall, cpu = await runners[name].take(turns, at_once)
                runners[name].wall.append(wall)
                runners[name].cpu.append(cpu)
    for name in runners:
        lines, due = _lines(url_of(name)), 0 if name == "without" else WARM_UP + rounds * turns
        if lines != due:
            raise Failed(f"{name}: {lines} lines in the trail, not {due}")
    return runners


async def _started(stack: AsyncExitStack, name: str, url: str, turns: int) -> Runner:
    connector = await stack.enter_async_context(LoopbackConnector())
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    port = free_port()
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("HJEMMEBOT_", "OTEL_"))}
    ours = {"HJEMMEBOT_PORT": str(port), "HJEMMEBOT_DATABASE_URL": url, "PYTHONPATH": str(ROOT)}
    stage = Stage(folder, clean | ours, turns, connector.url)
    make = await asyncio.to_thread(mark, stage)
    bodies = [orjson.dumps(make(number)) for number in range(turns)]
    contender = Contender(f"audit {name}", VARIANTS[name], ready="/readyz")
    server = await stack.enter_async_context(running(contender, Path(sys.executable), stage, port))
    return Runner(server, connector, bodies)


def _lines(url: str) -> int:
    database = open_database(url)
    with database.reading() as session:
        number, _ = audit.newest(session)
    database.dispose()
    return number


def _ratio(of: list[float], to: list[float]) -> tuple[float, float, float]:
    """Return the median ratio of the rounds, and where 95 of 100 draws of the rounds put it."""
    ratios = [one / other for one, other in zip(of, to, strict=True)]
    draws = sorted(statistics.median(random.choices(ratios, k=len(ratios))) for _ in range(DRAWS))
    return statistics.median(ratios), draws[DRAWS // 40], draws[-DRAWS // 40]


def _told(ratio: tuple[float, float, float]) -> str:
    return f"{ratio[0]:.3f} [{ratio[1]:.3f} – {ratio[2]:.3f}]"


def _span_ns(times: int = 1_000_000) -> float:
    """Return the nanoseconds that a span costs where there are no traces, the empty loop taken off."""
    began = time.perf_counter_ns()
    for _ in range(times):
        pass
    empty = time.perf_counter_ns() - began
    began = time.perf_counter_ns()
    for _ in range(times):
        with span("gate", command="mark_days"):
            pass
    return (time.perf_counter_ns() - began - empty) / times


if __name__ == "__main__":
    sys.exit(main())
