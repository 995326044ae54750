"""Quiet hours: by the municipality's clock, over midnight, weekends and the nights when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.drafts import ZONE
from domain.home_days import Half, HomeDay
from domain.notice_settings import NoticeProblem, NoticeSettings, TypedHours, typed_hours, with_hours
from domain.overdue import is_workday
from domain.quiet import SHORT_NOTICE, Quiet, begins, held_until

EVENINGS = Quiet(time(17), time(7))
OFF = Quiet(time(17), time(7), free_days=True)
moments = st.timedeltas(timedelta(), timedelta(days=1_000)).map(lambda later: datetime(2026, 1, 1, tzinfo=UTC) + later)
clocks = st.times().map(lambda at: at.replace(second=0, microsecond=0))
hours = st.tuples(clocks, clocks).filter(lambda two: two[0] != two[1])
quiets = st.builds(lambda two, free: Quiet(*two, free), hours, st.booleans()) | st.just(Quiet(free_days=True))


def here(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("quiet", "now", "until"),
    [
        (EVENINGS, "2026-11-23T16:59", None),
        (EVENINGS, "2026-11-23T17:00", "2026-11-24T07:00"),
        (EVENINGS, "2026-11-24T06:59", "2026-11-24T07:00"),
        (EVENINGS, "2026-11-24T07:00", None),
        (EVENINGS, "2026-11-28T12:00", None),  # a Saturday, and only the evenings are quiet
        (OFF, "2026-11-27T18:00", "2026-11-30T07:00"),
        (OFF, "2026-11-28T12:00", "2026-11-30T07:00"),
        (OFF, "2027-03-24T18:00", "2027-03-30T07:00"),  # over all of Easter, and the clocks change
        (Quiet(time(12), time(13)), "2026-11-23T12:30", "2026-11-23T13:00"),
        (Quiet(time(12), time(13), True), "2026-11-28T12:30", "2026-11-30T00:00"),
        (Quiet(free_days=True), "2026-12-25T09:00", "2026-12-28T00:00"),
        (EVENINGS, "2027-03-27T23:00", "2027-03-28T07:00"),  # nine hours later, for the night has one less
        (Quiet(time(22), time(2, 30)), "2027-03-28T01:00", "2027-03-28T03:00"),  # there is no half past two
        (Quiet(time(17), time(7)), "2027-10-30T23:00", "2027-10-31T07:00"),  # and here nine
    ],
)
def test_when_it_ends(quiet: Quiet, now: str, until: str | None) -> None:
    assert quiet.until(here(now)) == (here(until) if until else None)


@given(quiets, moments)
def test_it_is_quiet_until_it_ends_and_not_then(quiet: Quiet, now: datetime) -> None:
    until = quiet.until(now)
    assert (until is not None) == quiet.covers(now)
    if until is not None:
        assert now < until < now + timedelta(days=8)
        assert not quiet.covers(until)
        step = (until - now) / 40
        assert all(quiet.covers(now + step * part) for part in range(40))
        assert quiet.covers(until - timedelta(microseconds=1))


@given(quiets, moments, st.integers(0, 10), st.none() | st.sampled_from(Half))
def test_a_cancelled_day_is_never_told_later_than_a_day_before(
    quiet: Quiet, now: datetime, ahead: int, half: Half | None
) -> None:
    day = HomeDay(uuid4(), "anna", now.astimezone(ZONE).date() + timedelta(days=ahead), uuid4(), half)
    until = held_until(quiet, now, day)
    if begins(day) - now <= SHORT_NOTICE or not quiet.covers(now):
        assert until is None
    else:
        assert until is not None
        assert now < until <= begins(day) - SHORT_NOTICE
        assert until == begins(day) - SHORT_NOTICE or not quiet.covers(until)


def test_a_day_cancelled_on_friday_night_is_told_before_monday_begins() -> None:
    monday = HomeDay(uuid4(), "anna", date(2026, 11, 30), uuid4())
    assert held_until(OFF, here("2026-11-27T18:00"), monday) == here("2026-11-29T08:00")
    assert held_until(OFF, here("2026-11-29T09:00"), monday) is None
    assert held_until(OFF, here("2026-11-27T18:00")) == here("2026-11-30T07:00")


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)))
def test_days_off_are_quiet_from_midnight_to_midnight(on: date) -> None:
    noon = datetime.combine(on, time(12), ZONE)
    assert Quiet(free_days=True).covers(noon) != is_workday(on)


@given(quiets, st.booleans())
def test_what_is_shown_reads_back_equal(quiet: Quiet, advice: bool) -> None:
    settings = NoticeSettings(quiet, advice)
    assert with_hours(settings, typed_hours(settings), free_days=quiet.free_days) == settings


@pytest.mark.parametrize(
    "typed", [("17:00", ""), ("", "7"), ("17", "7"), ("25:00", "7:00"), ("07:00", "7.00"), ("x", "y")]
)
def test_hours_that_cannot_be_read_are_told(typed: tuple[str, str]) -> None:
    assert with_hours(NoticeSettings(), TypedHours(*typed), free_days=False) is NoticeProblem.HOURS


def test_no_hours_are_no_quiet_hours() -> None:
    before = NoticeSettings(EVENINGS, advice=True)
    assert with_hours(before, TypedHours(" ", ""), free_days=False) == NoticeSettings(None, advice=True)
    assert with_hours(before, TypedHours(), free_days=True) == NoticeSettings(Quiet(free_days=True), advice=True)
    assert with_hours(before, TypedHours("17.30", "7:00"), free_days=False) == NoticeSettings(
        Quiet(time(17, 30), time(7)), advice=True
    )
