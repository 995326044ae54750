from __future__ import annotations

from datetime import date

from storage import counts
from storage.database import Database

MONDAY = date(2026, 11, 23)


def test_counts_add_up_over_days(database: Database) -> None:
    with database.writing() as session:
        counts.add(session, MONDAY, "turn.Help")
        counts.add(session, MONDAY, "turn.Help", by=2)
        counts.add(session, date(2026, 11, 24), "turn.Help")
        counts.add(session, MONDAY, "helped")
    with database.reading() as session:
        assert counts.totals(session) == {"helped": 1, "turn.Help": 4}


def test_nothing_counted(database: Database) -> None:
    with database.reading() as session:
        assert counts.totals(session) == {}
