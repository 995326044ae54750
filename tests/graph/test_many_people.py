"""A tenant of many pages is read whole and then by what changed (45,000: python -m bench.people_of_graph)."""

from __future__ import annotations

from bench.people_of_graph import runs
from storage.database import open_database
from storage.directory import ImportReport


async def test_ten_thousand_people_in_fifty_pages(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    everybody, moved, nothing = await runs(database, 10_000)
    database.dispose()
    assert everybody.done.report == ImportReport(10_000, 0, 0)
    assert moved.done.report == ImportReport(0, 100, 0)
    assert nothing.done.report == ImportReport(0, 0, 0)
    assert not nothing.done.whole
    assert everybody.seconds < 30
