"""Frames written into a form and read back; what cannot be read is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.frame_form import FrameProblem, TypedFrame, read_frame, written
from domain.frames import LONGEST_TEXT, Approval, LocalFrame

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = NOW.date()
GOOD = TypedFrame(med_on="2026-10-28")
texts = st.text(max_size=LONGEST_TEXT).map(lambda text: " ".join(text.split()))
frames = st.builds(
    LocalFrame,
    st.just("lars"),
    st.integers(1, 99),
    st.just(NOW),
    st.dates(date(2000, 1, 1), TODAY),
    st.sampled_from(Approval),
    st.sets(st.integers(1, 5)).map(lambda days: tuple(sorted(days))),
    st.sets(st.dates(date(2026, 1, 1), date(2030, 1, 1)), max_size=30).map(lambda days: tuple(sorted(days))),
    st.none() | st.integers(1, 5),
    st.integers(0, 20),
    texts,
    texts,
    st.booleans(),
    st.none() | st.dates(TODAY + timedelta(days=1), date(2100, 1, 1)),
)


@given(frames)
def test_reading_what_was_written_gives_the_same_frames(frame: LocalFrame) -> None:
    assert read_frame(written(frame), "lars", frame.version - 1, NOW) == frame


@given(st.builds(TypedFrame, *[st.text(max_size=700)] * 10))
def test_anything_typed_is_frames_or_problems(typed: TypedFrame) -> None:
    outcome = read_frame(typed, "lars", 0, NOW)
    assert isinstance(outcome, LocalFrame) or outcome


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"med_on": ""}, FrameProblem.MED_DATE),
        ({"med_on": "2026-11-24"}, FrameProblem.MED_DATE),  # frames are discussed first
        ({"med_on": "31-11-2026"}, FrameProblem.MED_DATE),
        ({"med_on": "0001-01-01"}, FrameProblem.MED_DATE),
        ({"dates": "17-12-2026, jul"}, FrameProblem.DATES),
        ({"dates": " ".join(["17-12-2026"] * 31)}, FrameProblem.DATES),
        ({"most_a_week": "6"}, FrameProblem.NUMBER),
        ({"notice": "21"}, FrameProblem.NUMBER),
        ({"notice": "-1"}, FrameProblem.NUMBER),
        ({"notice": "²"}, FrameProblem.NUMBER),
        ({"hours": "x" * 501}, FrameProblem.TEXT),
        ({"meetings": "x" * 501}, FrameProblem.TEXT),
        ({"discuss_on": "2026-11-23"}, FrameProblem.DISCUSS_DATE),
        ({"discuss_on": "snart"}, FrameProblem.DISCUSS_DATE),
    ],
)
def test_what_must_be_put_right_is_named(typed: dict[str, str], problem: FrameProblem) -> None:
    assert read_frame(replace(GOOD, **typed), "lars", 0, NOW) == (problem,)


def test_dates_are_read_as_people_write_them() -> None:
    read = read_frame(replace(GOOD, dates="17.12.2026; 1/2/2027 2027-03-04"), "lars", 0, NOW)
    assert isinstance(read, LocalFrame)
    assert read.dates == (date(2026, 12, 17), date(2027, 2, 1), date(2027, 3, 4))


def test_an_empty_form_is_the_policy_as_it_is() -> None:
    read = read_frame(GOOD, "lars", 0, NOW)
    assert read == LocalFrame("lars", 1, NOW, date(2026, 10, 28))
