"""How bad a thing is, judged from plain values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.health import (
    Check,
    Finding,
    Note,
    Verdict,
    of_certificate,
    of_clock,
    of_disk,
    of_notices,
    of_people,
    of_permissions,
    of_tables,
    worst,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("found", "note"),
    [
        (of_disk(199_999_999), Note.DISK_FULL),
        (of_disk(200_000_000), Note.DISK_LOW),
        (of_disk(2_000_000_000), Note.DISK_FREE),
        (of_clock(NOW, NOW + timedelta(seconds=59)), Note.CLOCK_RIGHT),
        (of_clock(NOW, NOW - timedelta(seconds=60)), Note.CLOCK_OFF),
        (of_clock(NOW, NOW + timedelta(seconds=300)), Note.CLOCK_WRONG),
        (of_certificate(NOW, NOW), Note.CERTIFICATE_OVER),
        (of_certificate(NOW + timedelta(days=29), NOW), Note.CERTIFICATE_ENDS),
        (of_certificate(NOW + timedelta(days=30), NOW), Note.CERTIFICATE_HOLDS),
        (of_notices(None, 0, NOW), Note.NOTICES_FLOW),
        (of_notices(NOW + timedelta(hours=3), 2, NOW), Note.NOTICES_FLOW),
        (of_notices(NOW - timedelta(minutes=10), 2, NOW), Note.NOTICES_LATE),
        (of_notices(NOW - timedelta(minutes=60), 2, NOW), Note.NOTICES_STUCK),
        (of_tables("0023", "0023"), Note.TABLES_FIT),
        (of_tables("", "0023"), Note.TABLES_BEHIND),
        (of_tables("0024", "0023"), Note.TABLES_AHEAD),
    ],
)
def test_bounds(found: Finding, note: Note) -> None:
    assert found.note is note


@given(st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("abcdef")))
def test_permissions_are_told_by_name_too_few_and_too_many(wanted: set[str], given_: set[str]) -> None:
    told = {one.note: one.values for one in of_permissions(wanted, given_)}
    assert (Note.GRAPH_FITS in told) == (wanted == given_)
    assert set(str(told.get(Note.GRAPH_LACKS, {}).get("names", "")).replace(", ", "")) == wanted - given_
    assert set(str(told.get(Note.GRAPH_TOO_MUCH, {}).get("names", "")).replace(", ", "")) == given_ - wanted


def test_what_the_settings_do_not_tell_the_use_of_may_be_there_and_may_lack() -> None:
    for given_ in (["a"], ["a", "b"]):
        assert [one.note for one in of_permissions(["a"], given_, ["b"])] == [Note.GRAPH_FITS]
    assert [one.note for one in of_permissions(["a", "b"], ["a"], ["b"])] == [Note.GRAPH_LACKS]


def test_people() -> None:
    assert [one.note for one in of_people(0, 0, 0)] == [Note.PEOPLE_NONE]
    assert [one.note for one in of_people(9, 0, 3)] == [Note.PEOPLE_NO_HR, Note.PEOPLE_UNLED]
    assert [one.note for one in of_people(9, 1, 1)] == [Note.PEOPLE_KNOWN]  # somebody is at the top


@given(st.lists(st.sampled_from(Note)))
def test_the_worst_decides_and_what_was_not_seen_is_not_fine(notes: list[Note]) -> None:
    findings = [Finding(Check.SETTINGS, note) for note in notes]
    verdicts = {one.verdict for one in findings}
    verdict = worst(findings)
    assert (verdict is Verdict.FAULT) == (Verdict.FAULT in verdicts)
    assert (verdict is Verdict.FINE) == (verdicts <= {Verdict.FINE})
