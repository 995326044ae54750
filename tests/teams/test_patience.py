from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.teams.patience import Patience, retry_after


@given(st.integers(1, 3), st.none() | st.floats(0, 10))
def test_waits_are_bounded_and_never_shorter_than_asked(attempt: int, asked: float | None) -> None:
    wait = Patience().wait(attempt, asked)
    assert wait is not None
    if asked is None:
        assert 0.25 <= wait <= 4
    else:
        assert asked <= wait <= asked * 1.1


@pytest.mark.parametrize(("attempt", "asked"), [(4, None), (4, 1.0), (5, None), (1, 10.5)])
def test_it_ends(attempt: int, asked: float | None) -> None:
    assert Patience().wait(attempt, asked) is None


def test_not_all_come_back_in_the_same_moment() -> None:
    assert len({Patience().wait(1, None) for _ in range(20)}) > 10


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("3", 3.0), ("0", 0.0), ("1.5", 1.5), ("Mon, 23 Nov 2020 07:00:00 GMT", 0.0), ("Mon, 23 Nov 2020 07:00:00", 0.0)],
)
def test_retry_after(header: str, seconds: float) -> None:
    assert retry_after(header) == seconds


@pytest.mark.parametrize("header", [None, "", "soon", "-1", "nan", "inf", "1e999"])
def test_retry_after_that_means_nothing(header: str | None) -> None:
    assert retry_after(header) is None


@given(st.text())
def test_any_header_can_be_read(header: str) -> None:
    retry_after(header)
