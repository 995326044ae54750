"""Measure all contenders and print one table: `python -m bench [--turns 400] [--only WORD]`."""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.contender import Contender
from bench.contenders import CONTENDERS
from bench.environments import NoInterpreter, python_for
from bench.measure import Failed, Figures, measure

console = Console(width=None if sys.stdout.isatty() else 120)


def main() -> int:
    """Run the benchmark; 1 when a contender of ours failed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--turns", type=int, default=400, help="turns in each of three rounds (400)")
    parser.add_argument("--only", default="", help="only contenders whose name holds this word, and the first one")
    asked = parser.parse_args()
    if not Path("/proc/self/schedstat").exists():
        console.print("The benchmark reads /proc and runs on Linux only.")
        return 2
    results: dict[str, Figures] = {}
    failed = False
    for contender in _chosen(asked.only):
        outcome = _measured(contender, asked.turns)
        if isinstance(outcome, Figures):
            results[contender.name] = outcome
        else:
            console.print(f"[yellow]{contender.name}: {outcome}")
            failed = failed or not contender.peer
    if results:
        console.print(_table(results))
    return int(failed)


def _chosen(word: str) -> list[Contender]:
    return [one for number, one in enumerate(CONTENDERS) if not number or word.lower() in one.name.lower()]


def _measured(contender: Contender, turns: int) -> Figures | str:
    try:
        with console.status(f"{contender.name}: making its environment"):
            python = python_for(contender.peer, contender.python) if contender.peer else Path(sys.executable)
        with console.status(f"{contender.name}: measuring"):
            return asyncio.run(measure(contender, python, turns))
    except NoInterpreter:
        return f"needs Python {contender.python[0]}.{contender.python[1]}; skipped"
    except subprocess.CalledProcessError as error:
        return f"its packages could not be installed: {error.stderr.decode(errors='replace').strip()[-200:]}"
    except (Failed, ConnectionError) as error:
        return f"no figures: {error}"


def _table(results: dict[str, Figures]) -> Table:
    first = next(iter(results.values()))
    table = Table(title=f"One process each, loopback, no tokens, {os.cpu_count()} cores")
    table.add_column("", no_wrap=True)
    for heading in ("CPU ms/turn", "÷ first", "turns/s", "÷ first", "ready s", "RSS MB", "TCP"):
        table.add_column(heading, justify="right")
    for name, one in results.items():
        table.add_row(
            name,
            f"{one.cpu_ms:.2f}",
            f"{one.cpu_ms / first.cpu_ms:.2f}",
            f"{one.per_second:,.0f}",
            f"{one.per_second / first.per_second:.1f}",
            f"{one.ready_s:.2f}",
            f"{one.rss_mb:.0f}",
            f"{one.connections:,}",
        )
    return table


if __name__ == "__main__":
    sys.exit(main())
