"""The two-day rule as a table, and what holds whatever the days are."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.home_days import Half, HomeDay, Status, WantedDay
from domain.radar import Average, average, counted, effect, monday_of, outlook, reach

MONDAY = date(2026, 11, 23)  # of week 48
WEEK = timedelta(weeks=1)


def weeks(*homes: str, last: date = MONDAY) -> tuple[WantedDay, ...]:
    """Return the days of weeks that end with `last`: a letter a day, H home, f and e half of it, - none."""
    halves = {"H": None, "f": Half.MORNING, "e": Half.AFTERNOON}
    first = last - WEEK * (len(homes) - 1)
    return tuple(
        WantedDay(first + WEEK * number + timedelta(days=weekday), halves[letter])
        for number, week in enumerate(homes)
        for weekday, letter in enumerate(week)
        if letter != "-"
    )


@pytest.mark.parametrize(
    ("homes", "days", "over"),
    [
        ((), 0, False),
        (("HH---", "HH---", "HH---", "HH---"), 8, False),  # two a week are not more than two
        (("HH---", "HH---", "HH---", "HHf--"), 8.5, True),  # half a day is enough to be more
        (("HH---", "HH---", "HH---", "Hef--"), 8, False),  # half days count half
        (("HHHHH", "HHH--", "-----", "-----"), 8, False),  # much in one week, nothing in another: on average
        (("HHHHH", "HHHH-", "-----", "-----"), 9, True),
        (("HHH--", "HHH--", "HHH--", "-----"), 9, True),  # a week of vacation, and still more than two
        (("HHH--", "HH---", "HHH--", "-----"), 8, False),  # the vacation brings it down
        (("HHHHH", "HH---", "HH---", "HH---", "HH---"), 8, False),  # five weeks ago is no part of the month
    ],
)
def test_the_rule_is_a_table(homes: tuple[str, ...], days: float, over: bool) -> None:
    stands = average(weeks(*homes) if homes else (), MONDAY)
    assert (stands.days, stands.is_over) == (days, over)
    assert stands.a_week == days / 4


def test_only_what_is_approved_counts_and_what_may_yet_be() -> None:
    def day(status: Status, on: date) -> HomeDay:
        return HomeDay(UUID(int=1), "anna", on, UUID(int=2), status=status)

    later, before = MONDAY + timedelta(days=2), MONDAY - timedelta(days=3)
    assert [len(counted([day(status, later)])) for status in Status] == [0, 1, 0, 0, 0]
    assert [len(counted([day(status, later)], MONDAY)) for status in Status] == [1, 1, 0, 0, 0]
    assert counted([day(Status.ASKED, before)], MONDAY) == ()  # nobody answered, and the day has passed


def test_the_week_that_crosses_is_named_before_it_comes() -> None:
    planned = weeks("HH---", "HH---", "HH---", "HH---") + weeks("HH---", "HHH--", last=MONDAY + 2 * WEEK)
    seen = outlook(planned, MONDAY)
    assert seen.now == Average(MONDAY, 16)
    assert seen.crossing == Average(date(2026, 12, 7), 18)  # week 50


def test_a_wanted_day_is_seen_where_the_average_becomes_highest() -> None:
    done = effect(weeks("HH---", "HH---", "HH---", "H----"), [WantedDay(MONDAY + timedelta(days=1))])
    assert done is not None
    assert (done.before.halves, done.after.halves, done.crossing) == (14, 16, None)
    more = effect(weeks("HH---", "HH---", "HH---", "HH---"), [WantedDay(MONDAY + timedelta(days=2))])
    assert more is not None
    assert more.crossing == Average(MONDAY, 18)


def test_a_day_that_is_moved_changes_nothing() -> None:
    moved = effect(weeks("HH---"), [WantedDay(MONDAY + timedelta(days=3))], [MONDAY])
    assert moved is not None
    assert moved.before.halves == moved.after.halves
    assert effect(weeks("HH---"), []) is None


_dates = st.dates(date(2026, 1, 1), date(2027, 12, 31))
_wanted = st.dictionaries(_dates, st.none() | st.sampled_from(Half), max_size=60).map(
    lambda days: tuple(WantedDay(on, half) for on, half in days.items())
)


@given(_wanted, _dates)
def test_the_sum_is_the_plain_sum_of_its_weeks(days: tuple[WantedDay, ...], on: date) -> None:
    monday = monday_of(on)
    plain = sum(2 if day.half is None else 1 for day in days if 0 <= (monday - monday_of(day.on)).days <= 21)
    assert average(days, monday).halves == plain
    assert outlook(days, on).now.halves == plain


@given(_wanted, _wanted)
def test_more_days_never_bring_the_average_down_and_reach_is_enough(
    known: tuple[WantedDay, ...], added: tuple[WantedDay, ...]
) -> None:
    known = tuple(day for day in known if day.on not in {one.on for one in added})
    done = effect(known, added)
    assert (done is None) == (not added)
    if done is None:
        return
    assert done.after.halves >= done.before.halves
    assert (done.crossing is not None) == done.after.is_over
    first, last = reach(day.on for day in added)
    assert effect([day for day in known if first <= day.on <= last], added) == done


@given(_wanted, _dates)
def test_the_first_crossing_is_the_first(days: tuple[WantedDay, ...], today: date) -> None:
    crossing = outlook(days, today).crossing
    week = monday_of(today)
    furthest = max([week, *(monday_of(day.on) for day in days)])
    slow = next(
        (one for n in range((furthest - week).days // 7 + 1) if (one := average(days, week + WEEK * n)).is_over), None
    )
    assert crossing == slow
