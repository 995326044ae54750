"""When a cancellation is overdue to be seen, and when a leader or deputy is reminded of what waits."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import overdue
from domain.home_days import Half, HomeDay

HERE = ZoneInfo("Europe/Copenhagen")
ID = UUID(int=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


def day(on: str, decided: str | None = None, half: Half | None = None, asked: str | None = None) -> HomeDay:
    decided_at = at(decided).astimezone(UTC) if decided else None
    asked_at = at(asked).astimezone(UTC) if asked else None
    return HomeDay(ID, "a", date.fromisoformat(on), ID, half=half, decided_at=decided_at, asked_at=asked_at)


@pytest.mark.parametrize(
    ("cancelled", "due"),
    [
        (day("2026-11-26", "2026-11-23T09:00"), "2026-11-25T14:00"),  # two working hours before Thursday begins
        (day("2026-11-30", "2026-11-23T09:00"), "2026-11-27T14:00"),  # a Monday: on the Friday before
        (day("2027-01-04", "2026-12-28T09:00"), "2026-12-31T14:00"),  # New Year's Day is a Friday
        (day("2026-11-26", "2026-11-25T15:00"), "2026-11-25T15:15"),  # later than that: a quarter of an hour
        (day("2026-11-26", "2026-11-26T07:30"), "2026-11-26T07:45"),  # the same morning
        (day("2026-11-26", "2026-11-23T09:00", Half.AFTERNOON), "2026-11-26T10:00"),
        (day("2026-11-26", "2026-11-23T09:00", Half.MORNING), "2026-11-25T14:00"),
    ],
)
def test_a_cancellation_is_overdue_two_working_hours_before_the_day(cancelled: HomeDay, due: str) -> None:
    assert overdue.unseen_at(cancelled, at("2026-11-23T10:00")) == at(due)


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.integers(0, 30 * 24 * 60))
def test_nobody_is_reminded_before_there_was_time_to_see_it(on: date, minutes: int) -> None:
    cancelled = datetime.combine(on, overdue.STARTS, HERE) - timedelta(minutes=minutes)
    one = HomeDay(ID, "a", on, ID, decided_at=cancelled)
    assert overdue.unseen_at(one, cancelled) - cancelled >= overdue.GRACE


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.integers(1, 10))
def test_working_days_before_a_date_are_counted(on: date, count: int) -> None:
    before = overdue.workday_before(on, count)
    between = [before + timedelta(days=number) for number in range((on - before).days)]
    assert overdue.is_workday(before)
    assert sum(map(overdue.is_workday, between)) == count


@pytest.mark.parametrize(
    ("now", "is_time"),
    [
        ("2026-11-23T08:00", True), ("2026-11-23T07:59", False), ("2026-11-23T16:00", False),
        ("2026-11-22T09:00", False), ("2026-12-25T09:00", False),
    ],
)  # fmt: skip
def test_a_leader_is_reminded_on_working_mornings(now: str, is_time: bool) -> None:
    assert overdue.is_digest_time(at(now)) is is_time


@pytest.mark.parametrize(
    ("asked", "on", "leader", "deputy"),
    [
        ("2026-11-23T07:00", "2026-12-10", False, False),  # this morning
        ("2026-11-22T23:59", "2026-12-10", True, False),
        ("2026-11-20T23:59", "2026-12-10", True, False),  # Friday evening: one working day
        ("2026-11-19T09:00", "2026-12-10", True, True),  # Thursday: two
        ("2026-11-22T10:00", "2026-11-24", True, True),  # the day itself is next
    ],
)
def test_the_leader_hears_what_is_from_before_today_and_the_deputy_what_waits_too_long(
    asked: str, on: str, leader: bool, deputy: bool
) -> None:
    now, one = at("2026-11-23T08:30"), day(on, asked=asked)
    assert (overdue.waits_since_yesterday(one, now), overdue.waits_too_long(one, now)) == (leader, deputy)
