"""A people file of 45,000 lines is read, shown and stored within half a minute."""

from __future__ import annotations

import time

from bench.directory import file_of, imported
from storage.database import open_database
from storage.directory import ImportReport


def test_forty_five_thousand_people_in_half_a_minute(sqlite_url: str) -> None:
    content = file_of(45_000)
    database = open_database(sqlite_url)
    began = time.perf_counter()
    report, shown = imported(database, content)
    assert time.perf_counter() - began < 30
    assert report == ImportReport(45_000, 0, 0)
    assert shown[0] == "45000 added:"
    database.dispose()
