"""What a growing table costs on each engine: the same turns at 1,000 and at 1,000,000 stored days, in turns.

`python -m bench.growth [--days 1000000]`. One team of ten in each; the rest of the days belong to other teams.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from rich.console import Console
from rich.table import Table
from sqlmodel import Session

from bench import postgres
from bot.shelf import Shelf
from bot.usecases.gate import Gate
from domain import commands as c
from domain.holidays import holiday_name
from domain.notices import Notice
from domain.people import Person
from storage import deliveries, people
from storage.database import Database, open_database
from storage.migrate import migrate

SMALL = 1_000
EACH = 100  # days of one person
TEAM = 10
ROUNDS = 150
GOAL = 1.3
TODAY = date(2026, 11, 23)
NEW_YEAR = date(2027, 1, 4)  # the first week in which nothing is stored, after four in which each day is
AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
MEMBER, LEADER = Person("p3", "p3", leader_id="l0"), Person("l0", "l0")
_SPACE = UUID(int=11)
_INTO = 'INSERT INTO home_day (id, person_id, "on", request_id, status, version, reason, recurring)'
_FILL_SQLITE = f"""
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?) {_INTO}
SELECT printf('%032x', i), 'p' || (i / {EACH}), date('{TODAY}', (i % {EACH} - 60) || ' days'), printf('%032x', i),
       CASE WHEN i % 7 THEN 'approved' ELSE 'asked' END, 1, '', 0 FROM n
"""
_FILL_POSTGRES = f"""
{_INTO}
SELECT lpad(to_hex(i), 32, '0')::uuid, 'p' || (i / {EACH}), date '{TODAY}' + (mod(i, {EACH}) - 60),
       lpad(to_hex(i), 32, '0')::uuid, CASE WHEN mod(i, 7) = 0 THEN 'asked' ELSE 'approved' END, 1, '', false
FROM generate_series(0, %s - 1) AS n(i)
"""
Turn = Callable[[Gate, int], object]


class Outbox:
    """Stores notices and sends none."""

    def leave(self, session: Session, notices: Sequence[Notice]) -> None:
        """Store the notices in this transaction."""
        deliveries.leave(session, notices, datetime.now(UTC))


def _workday(number: int) -> date:
    on = TODAY + timedelta(days=EACH)
    for _ in range(number + 1):
        on += timedelta(days=1)
        while on.isoweekday() > 5 or holiday_name(on):
            on += timedelta(days=1)
    return on


def _mark(gate: Gate, number: int) -> object:
    wanted = (c.Wanted(on=_workday(number)),)
    return gate.run(c.MarkDays(request_id=uuid5(_SPACE, str(number)), days=wanted), MEMBER, AT)


def _proposal(number: int) -> c.ProposeDays:
    """The card before asking: it shows the average of the weeks around the day, before and with it."""
    return c.ProposeDays(days=(c.Wanted(on=NEW_YEAR + timedelta(days=number % 5)),))


TURNS: dict[str, Turn] = {
    "mark": _mark,
    "two-day radar": lambda gate, number: gate.run(_proposal(number), MEMBER, AT),
    "my days": lambda gate, _: gate.run(c.ShowMyDays(), MEMBER, AT),
    "team week": lambda gate, _: gate.run(c.ShowTeam(week_of=TODAY), LEADER, AT),
    "who is home": lambda gate, _: gate.run(c.WhoIsHome(on=TODAY), MEMBER, AT),
}


def main() -> int:
    """Print a table for each engine; 1 where a turn costs more than the goal allows."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("--days", type=int, default=1_000_000, help="stored days of the larger one (1,000,000)")
    large = parser.parse_args().days
    console = Console(width=None if sys.stdout.isatty() else 120)
    with tempfile.TemporaryDirectory() as folder:
        good = _show(console, "SQLite", [f"sqlite:///{folder}/{days}.db" for days in (SMALL, large)], large)
    try:
        with postgres.running(postgres.DURABLE) as address:
            names = ("postgres", "template1")  # two that are there from the start
            good &= _show(console, "PostgreSQL", [address.format(name) for name in names], large)
    except postgres.NoPostgres:
        console.print("[yellow]PostgreSQL: none to start; skipped")
    return int(not good)


def _show(console: Console, engine: str, urls: Sequence[str], large: int) -> bool:
    gates = [gate_on(filled(url, days)) for url, days in zip(urls, (SMALL, large), strict=True)]
    costs = {name: _costs(turn, gates) for name, turn in TURNS.items()}
    table = Table(title=f"ms a command through the gate, median, {engine}")
    for heading in ("", f"{SMALL:,} days", f"{large:,} days", "ratio", f"≤ {GOAL}"):
        table.add_column(heading, justify="right")
    for name, (small, big) in costs.items():
        table.add_row(name, f"{small:.2f}", f"{big:.2f}", f"{big / small:.2f}", "yes" if big / small <= GOAL else "NO")
    console.print(table)
    return all(big / small <= GOAL for small, big in costs.values())


def filled(url: str, days: int) -> Database:
    """Return a migrated database with so many days in it."""
    database = open_database(url)
    migrate(database)
    number = days // EACH
    staff = [Person(f"p{one}", f"p{one}", leader_id=f"l{one // TEAM}") for one in range(number)]
    leaders = [Person(f"l{one}", f"l{one}") for one in range((number + TEAM - 1) // TEAM)]
    with database.writing() as session:
        people.replace_all(session, [*staff, *leaders])
        fill = _FILL_SQLITE if database.is_sqlite else _FILL_POSTGRES
        session.connection().exec_driver_sql(fill, (days,))
        if not database.is_sqlite:
            session.connection().exec_driver_sql("ANALYZE")  # a server that runs for a while has done so by itself
    return database


def gate_on(database: Database) -> Gate:
    """Return the one door on this database."""
    return Gate(database, Shelf(database, None), Outbox(), "http://127.0.0.1/calendar")


def _costs(turn: Turn, gates: list[Gate]) -> tuple[float, float]:
    spent: list[list[float]] = [[], []]
    for number in range(ROUNDS):
        for gate, times in zip(gates, spent, strict=True):
            began = time.perf_counter()
            turn(gate, number)
            times.append((time.perf_counter() - began) * 1000)
    small, large = (statistics.median(times[10:]) for times in spent)
    return small, large


if __name__ == "__main__":
    sys.exit(main())
