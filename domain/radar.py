"""The two-day radar: how many days a week somebody works from home on average over about a month.

Above two, the law's demands of a screen workplace hold at home too (policy p. 6: apv-to-dage; Arbejdstilsynet). About a
month is four whole weeks, Monday to Sunday; half a day counts half; a holiday nobody works and a day that was
cancelled, declined or given up count nothing. Halves of days are counted, so that no sum is ever rounded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.home_days import HomeDay, Status, WantedDay

WEEKS = 4
LIMIT = 2  # days a week; the demands begin above it
PASSAGE = "apv-to-dage"
_WEEK = timedelta(weeks=1)
_MONTH = timedelta(weeks=WEEKS - 1)


@dataclass(frozen=True, slots=True)
class Average:
    """The home work of four weeks: `last_week` is the Monday of the last, `halves` the half days in all of them."""

    last_week: date
    halves: int

    @property
    def first_week(self) -> date:
        """The Monday of the first of the four weeks."""
        return self.last_week - _MONTH

    @property
    def days(self) -> float:
        """Days at home in the four weeks, exact to the half."""
        return self.halves / 2

    @property
    def a_week(self) -> float:
        """Days a week on average."""
        return self.halves / 2 / WEEKS

    @property
    def is_over(self) -> bool:
        """Return whether the law's demands of the workplace hold; two days exactly are not more than two."""
        return self.halves > LIMIT * WEEKS * 2


@dataclass(frozen=True, slots=True)
class Outlook:
    """The average as it stands this week, and the first week in which it passes the limit, if it does.

    `demands_met` tells that a checklist of the home workplace is in place.
    """

    now: Average
    crossing: Average | None = None
    demands_met: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """What days would do to the average, in the four weeks where it becomes highest, and the first week over."""

    before: Average
    after: Average
    crossing: Average | None = None
    demands_met: bool = False  # a checklist of the home workplace is in place


def monday_of(on: date) -> date:
    """Return the Monday of the date's week."""
    return on - timedelta(days=on.weekday())


def reach(dates: Iterable[date]) -> tuple[date, date]:
    """Return the first and the last date that share some four weeks with one of these dates."""
    mondays = [monday_of(on) for on in dates]
    return min(mondays) - _MONTH, max(mondays) + _MONTH + timedelta(days=6)


def counted(days: Iterable[HomeDay], today: date | None = None) -> tuple[WantedDay, ...]:
    """Return the days that count: the approved and, where today is told, those asked for that may yet be approved."""
    return tuple(
        WantedDay(day.on, day.half)
        for day in days
        if day.status is Status.APPROVED or (today is not None and day.status is Status.ASKED and day.on >= today)
    )


def average(days: Iterable[WantedDay], last_week: date) -> Average:
    """Return the average of the four weeks that end with the week of this Monday."""
    first, after = last_week - _MONTH, last_week + _WEEK
    return Average(last_week, sum(_halves(day) for day in days if first <= day.on < after))


def outlook(days: Iterable[WantedDay], today: date) -> Outlook:
    """Return how the average stands and when it first passes the limit, this week or later."""
    known = tuple(days)
    this_week = monday_of(today)
    furthest = max((monday_of(day.on) for day in known), default=this_week)
    crossing = next((one for one in _averages(known, this_week, furthest) if one.is_over), None)
    return Outlook(average(known, this_week), crossing)


def effect(before: Sequence[WantedDay], added: Sequence[WantedDay], given_up: Iterable[date] = ()) -> Effect | None:
    """Return what the added days do to the average, `given_up` being dates that fall away; None without any days."""
    if not added:
        return None
    left = set(given_up) | {day.on for day in added}
    after = (*(day for day in before if day.on not in left), *added)
    mondays = [monday_of(day.on) for day in added]
    touched = _averages(after, min(mondays), max(mondays) + _MONTH)
    highest = max(touched, key=lambda one: (one.halves, -one.last_week.toordinal()))
    crossing = next((one for one in touched if one.is_over), None)
    return Effect(average(before, highest.last_week), highest, crossing)


def _averages(days: Iterable[WantedDay], first: date, last: date) -> list[Average]:
    """Return the average of each week from first to last, both Mondays, in one walk through the days."""
    of_week: Counter[date] = Counter()
    for day in days:
        of_week[monday_of(day.on)] += _halves(day)
    weeks = [first + _WEEK * number for number in range((last - first).days // 7 + 1)]
    return [Average(week, sum(of_week[week - _WEEK * back] for back in range(WEEKS))) for week in weeks]


def _halves(day: WantedDay) -> int:
    return 2 if day.half is None else 1
