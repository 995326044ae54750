"""A feed is read back by two readers that know nothing of ours: icalendar and ical.js."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from bot.feed_file import Entry, written
from domain.calendars import FeedScope
from domain.home_days import Half, HomeDay, Status
from domain.people import Language
from domain.preferences import Preferences
from tests.storage.values import NOW, a_day

READER = Path(__file__).parents[2] / "node_modules/ical.js"
ANNA = Preferences("anna", "+45 12 34 56 78", time(8, 30), time(15), 2, NOW)
WHOLE = a_day("anna", on=date(2026, 12, 3), status=Status.APPROVED, decided_at=NOW)
HALF = a_day("anna", on=date(2026, 12, 4), half=Half.AFTERNOON, status=Status.APPROVED, decided_at=NOW, version=3)
AWKWARD = 'Bo; "Bobby", O\\Neil\r\nBEGIN:VEVENT æøå'


def _file(*days: HomeDay, own: Preferences = ANNA, name: str = "") -> bytes:
    scope = FeedScope.TEAM if name else FeedScope.OWN
    return written([Entry(day, own, name) for day in days], Language.DANISH, scope, "Nyborg Kommune")


def _by_ical_js(file: bytes) -> Any:
    if not READER.exists() or shutil.which("node") is None:
        pytest.skip("node and its modules are not installed")
    script = Path(__file__).with_name("feed.cjs")
    done = subprocess.run(["node", script], input=file, capture_output=True, check=True, timeout=30)
    return json.loads(done.stdout)


def test_icalendar_reads_the_days_back() -> None:
    whole, half = Calendar.from_ical(_file(WHOLE, HALF)).walk("VEVENT")
    assert (whole.decoded("dtstart"), whole.decoded("dtend")) == (date(2026, 12, 3), date(2026, 12, 4))
    assert (str(whole["uid"]), int(whole["sequence"])) == (f"{WHOLE.id}@hjemmebot", WHOLE.version + ANNA.version)
    assert str(whole["description"]) == "Tlf. +45 12 34 56 78, kl. 8.30–15.00"
    assert half.decoded("dtstart").isoformat() == "2026-12-04T11:00:00+00:00"  # noon in Denmark
    assert str(half["x-microsoft-cdo-busystatus"]) == "WORKINGELSEWHERE"


def test_ical_js_reads_the_days_back() -> None:
    found = _by_ical_js(_file(WHOLE, HALF))
    whole, half = found["events"]
    assert found["name"] == "Hjemmearbejde"
    assert (whole["start"], whole["end"]) == ("2026-12-03", "2026-12-04")
    assert (half["start"], half["end"]) == ("2026-12-04T11:00:00Z", "2026-12-04T15:00:00Z")
    assert whole["description"] == "Tlf. +45 12 34 56 78, kl. 8.30–15.00"
    assert whole["busy"] == "WORKINGELSEWHERE"


def test_no_name_writes_events_of_its_own() -> None:
    file = _file(WHOLE, name=AWKWARD)
    (event,) = _by_ical_js(file)["events"]
    assert "Bobby" in event["summary"]
    assert len(Calendar.from_ical(file).walk("VEVENT")) == 1


def test_the_same_days_give_the_same_bytes_and_a_change_gives_others() -> None:
    assert _file(WHOLE, HALF) == _file(WHOLE, HALF)
    assert _file(WHOLE) != _file(replace(WHOLE, version=2))
    assert _file(WHOLE) != _file(WHOLE, own=replace(ANNA, phone="7012", version=3))


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    lines = _file(WHOLE, name="Åse " * 60).split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
