"""The soak on each engine, and its figures.

`python -m bench.soak [--people 2500] [--days 5] [--engine sqlite] [--engine postgres] [--seed 1]`

Ends with 1 where an invariant is broken (bench.soak.invariants). The bot's log lies in build/bench.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import postgres
from bench.environments import BUILD
from bench.mail.machine import database_of
from bench.soak.invariants import INVARIANTS, doubles, problems
from bench.soak.running import Soaked, soak
from bench.soak.scenes import two_days, week

ENGINES = ("sqlite", "postgres")
SHOWN = 10


def main() -> int:
    """Run the soak on each engine and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__)
    parser.add_argument("--people", type=int, default=2_500)
    parser.add_argument("--days", type=int, default=5, help="working days: 5, or 2 for a short one")
    parser.add_argument("--engine", action="append", choices=ENGINES, help="both where none is named")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 120)
    worst = 0
    for engine in asked.engine or ENGINES:
        try:
            came = run(engine, asked.people, asked.days, asked.seed)
        except postgres.NoPostgres:
            console.print("[yellow]PostgreSQL: none to start; skipped")
            continue
        console.print(_table(f"{engine}, {asked.people} people, {asked.days} days, seed {asked.seed}", came))
        broken = problems(came.found)
        for name, lines in broken.items():
            console.print(f"[red]{name}: {len(lines)}", *lines[:SHOWN], sep="\n  ", markup=True)
        console.print(f"{len(INVARIANTS) - len(broken)} of {len(INVARIANTS)} invariants hold")
        worst = max(worst, int(bool(broken)))
    return worst


def run(engine: str, people: int, days: int, seed: int) -> Soaked:
    """Run one soak on a database of its own. Raises Failed and NoPostgres."""
    with tempfile.TemporaryDirectory() as folder, database_of(engine) as (url, database):
        try:
            return asyncio.run(soak(url, database, people, days, two_days if days == 2 else week, Path(folder), seed))
        finally:
            BUILD.mkdir(parents=True, exist_ok=True)
            if (log := Path(folder) / "soak.log").exists():
                shutil.copyfile(log, BUILD / f"soak-{engine}-{seed}.log")
            if database.is_sqlite:  # to look at what a broken invariant is about
                shutil.copyfile(url.removeprefix("sqlite:///"), BUILD / "soak.db")


def _table(title: str, came: Soaked) -> Table:
    each = sorted(came.walked.seconds)
    sent = sum(one.is_message for one in came.found.left)
    table = Table(title=title, show_header=False)
    for name, value in (
        ("seconds by the wall", f"{came.seconds:,.0f}"),
        ("turns", f"{len(each):,}, of which again after a kill {came.walked.again:,}"),
        ("a turn, p50 / p95 / longest", " / ".join(f"{one * 1000:,.0f} ms" for one in _quantiles(each))),
        ("notices", f"{len(came.found.left):,}, of which messages {sent:,}"),
        ("receivers of the broadcast", f"{len(came.found.receivers):,}, confirmed {came.found.tally.confirmed:,}"),
        ("twice, at most by in-flight", f"{doubles(came.found)} of {came.found.most_twice}"),
        ("requests to the connector", f"{came.requests:,}; 429: {came.refused:,}, 403: {came.forbidden:,}"),
        ("home days", f"{len(came.found.days):,}"),
        ("lines of the trail", f"{came.found.verdict.checked:,}"),
        ("hard stops", f"{came.kills}"),
        ("MB at the start, most, at the end", " / ".join(f"{one:,.0f}" for one in came.megabytes)),
        ("deeds", ", ".join(f"{name} {number:,}" for name, number in sorted(came.walked.deeds.items()))),
    ):
        table.add_row(name, value)
    return table


def _quantiles(each: list[float]) -> tuple[float, float, float]:
    return statistics.median(each), each[int(len(each) * 0.95)], each[-1]


if __name__ == "__main__":
    sys.exit(main())
