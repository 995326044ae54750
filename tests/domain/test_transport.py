"""Working time for a journey: the smaller of the two, and kind to whatever is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.transport import MOST_MINUTES, minutes, working_time

TIMES = st.integers(0, MOST_MINUTES)


@given(TIMES, TIMES)
def test_the_smaller_counts_whichever_it_is(actual: int, from_workplace: int) -> None:
    counted = working_time(str(actual), str(from_workplace))
    assert counted is not None
    assert counted.counted in (actual, from_workplace)
    assert counted.counted <= actual
    assert counted.counted <= from_workplace
    turned = working_time(str(from_workplace), str(actual))
    assert turned is not None
    assert turned.counted == counted.counted


@pytest.mark.parametrize(("typed", "read"), [("25", 25), (" 25 min ", 25), ("25 minutter", 25), ("0", 0), ("600", 600)])
def test_minutes_are_read(typed: str, read: int) -> None:
    assert minutes(typed) == read


@pytest.mark.parametrize("typed", ["", " ", "-5", "10000", "601", "99999999999", "en time", "1,5", "²", "٣", "25 40"])
def test_what_cannot_be_meant_is_nothing(typed: str) -> None:
    assert minutes(typed) is None
    assert working_time(typed, "10") is None
    assert working_time("10", typed) is None


@given(st.text())
def test_nothing_typed_breaks_it(typed: str) -> None:
    read = minutes(typed)
    assert read is None or 0 <= read <= MOST_MINUTES
