"""What a growing table costs on SQLite: the same turns at 1,000 and at 1,000,000 stored days, in turns.

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
AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
MEMBER, LEADER = Person("p3", "p3", leader_id="l0"), Person("l0", "l0")
_SPACE = UUID(int=11)
_FILL = f"""
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
INSERT INTO home_day (id, person_id, "on", request_id, status, version, reason)
SELECT printf('%032x', i), 'p' || (i / {EACH}), date('{TODAY}', (i % {EACH} - 60) || ' days'), printf('%032x', i),
       CASE WHEN i % 7 THEN 'approved' ELSE 'asked' END, 1, '' FROM n
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


TURNS: dict[str, Turn] = {
    "mark": _mark,
    "my days": lambda gate, _: gate.run(c.ShowMyDays(), MEMBER, AT),
    "team week": lambda gate, _: gate.run(c.ShowTeam(week_of=TODAY), LEADER, AT),
    "who is home": lambda gate, _: gate.run(c.WhoIsHome(on=TODAY), MEMBER, AT),
}


def main() -> int:
    """Print the table; 1 where a turn costs more than the goal allows."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("--days", type=int, default=1_000_000, help="stored days of the larger one (1,000,000)")
    large = parser.parse_args().days
    with tempfile.TemporaryDirectory() as folder:
        gates = [gate_on(filled(f"sqlite:///{folder}/{days}.db", days)) for days in (SMALL, large)]
        costs = {name: _costs(turn, gates) for name, turn in TURNS.items()}
    table = Table(title="ms a command through the gate, median, SQLite")
    for heading in ("", f"{SMALL:,} days", f"{large:,} days", "ratio", f"≤ {GOAL}"):
        table.add_column(heading, justify="right")
    for name, (small, big) in costs.items():
        table.add_row(name, f"{small:.2f}", f"{big:.2f}", f"{big / small:.2f}", "yes" if big / small <= GOAL else "NO")
    Console(width=None if sys.stdout.isatty() else 120).print(table)
    return int(any(big / small > GOAL for small, big in costs.values()))


def filled(url: str, days: int) -> Database:
    """Return a migrated database with so many days in it."""
    database = open_database(url)
    migrate(database)
    number = days // EACH
    staff = [Person(f"p{one}", f"p{one}", leader_id=f"l{one // TEAM}") for one in range(number)]
    leaders = [Person(f"l{one}", f"l{one}") for one in range((number + TEAM - 1) // TEAM)]
    with database.writing() as session:
        people.replace_all(session, [*staff, *leaders])
        session.connection().exec_driver_sql(_FILL, (days,))
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
