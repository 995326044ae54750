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
        (day("2026-11-26", "2026-11-26T07:30"), "2026-11-26T07:35"),  # the same morning: five minutes
        (day("2026-11-26", "2026-11-26T11:00"), "2026-11-26T11:05"),  # in the middle of the day
        (day("2026-11-26", "2026-11-25T23:59"), "2026-11-26T00:14"),  # late in the evening; sent in the morning
        (day("2026-11-26", "2026-11-23T09:00", Half.AFTERNOON), "2026-11-26T10:00"),
        (day("2026-11-26", "2026-11-26T08:00", Half.AFTERNOON), "2026-11-26T10:00"),  # there is time yet
        (day("2026-11-26", "2026-11-26T10:30", Half.AFTERNOON), "2026-11-26T10:35"),
        (day("2026-11-26", "2026-11-23T09:00", Half.MORNING), "2026-11-25T14:00"),
    ],
)
def test_a_cancellation_is_overdue_two_working_hours_before_the_day(cancelled: HomeDay, due: str) -> None:
    assert overdue.unseen_at(cancelled, at("2026-11-23T10:00")) == at(due)


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.integers(0, 30 * 24 * 60))
def test_nobody_is_reminded_before_there_was_time_to_see_it(on: date, minutes: int) -> None:
    cancelled = datetime.combine(on, overdue.STARTS, HERE) - timedelta(minutes=minutes)
    one = HomeDay(ID, "a", on, ID, decided_at=cancelled)
    assert overdue.unseen_at(one, cancelled) - cancelled >= overdue.SAME_MORNING


NIGHT = day("2026-11-26", "2026-11-25T22:00")  # Thursday, cancelled late on Wednesday
EARLY = day("2026-11-26", "2026-11-26T04:30")
SUNDAY = day("2026-11-30", "2026-11-28T23:00")  # Monday, cancelled late on Saturday


@pytest.mark.parametrize(
    ("cancelled", "now", "again"),
    [
        (day("2026-11-26", "2026-11-23T09:00"), "2026-11-25T13:59", False),
        (day("2026-11-26", "2026-11-23T09:00"), "2026-11-25T14:00", True),
        (day("2026-11-26", "2026-11-25T20:40"), "2026-11-25T20:55", True),
        (NIGHT, "2026-11-25T22:15", False),  # everybody sleeps
        (NIGHT, "2026-11-26T05:59", False),
        (NIGHT, "2026-11-26T06:00", True),  # the day begins in two hours
        (EARLY, "2026-11-26T04:35", False),
        (EARLY, "2026-11-26T06:00", True),
        (SUNDAY, "2026-11-29T06:00", False),  # no day of home work: let people sleep
        (SUNDAY, "2026-11-29T08:00", True),
        (day("2026-11-26", "2026-11-23T09:00"), "2026-11-26T02:00", False),  # the bot was stopped in between
        (day("2026-11-26", "2026-11-23T09:00"), "2026-11-26T06:00", True),
        (day("2026-11-26", "2026-11-23T09:00"), "2026-11-26T16:00", False),  # the day is over
        (day("2026-11-26", "2026-11-23T09:00", Half.MORNING), "2026-11-26T12:00", False),
    ],
)
def test_it_is_sent_again_by_day_and_at_night_only_when_the_day_begins_soon(
    cancelled: HomeDay, now: str, again: bool
) -> None:
    assert overdue.is_overdue(cancelled, at(now)) is again


@given(
    st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.integers(-15 * 60, 14 * 24 * 60), st.sampled_from([None, *Half])
)
def test_each_cancellation_of_a_day_to_come_has_a_moment_in_which_it_is_sent_again(
    on: date, minutes: int, half: Half | None
) -> None:
    cancelled = datetime.combine(on, overdue.STARTS, HERE) - timedelta(minutes=minutes)
    one = HomeDay(ID, "a", on, ID, half=half, decided_at=cancelled)
    over = overdue.NOON if half is Half.MORNING else overdue.ENDS
    last = datetime.combine(on, over, HERE) - timedelta(minutes=1)
    assert overdue.is_overdue(one, last) or overdue.unseen_at(one, cancelled) > last


@pytest.mark.parametrize(
    ("cancelled", "last_minute"),
    [
        (day("2026-11-26", "2026-11-26T07:30"), True),
        (day("2026-11-26", "2026-11-26T00:10"), True),
        (day("2026-11-26", "2026-11-25T23:50"), False),
        (day("2026-11-26", "2026-11-26T16:30"), False),  # nothing is left of it
        (day("2026-11-26", "2026-11-26T08:00", Half.AFTERNOON), False),
        (day("2026-11-26", "2026-11-26T10:30", Half.AFTERNOON), True),
        (day("2026-11-26"), False),
    ],
)
def test_the_leader_is_told_at_once_when_the_day_has_come(cancelled: HomeDay, last_minute: bool) -> None:
    assert overdue.is_last_minute(cancelled, at("2026-11-26T09:00")) is last_minute


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
