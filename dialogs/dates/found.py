"""Dates found for something said, with what is wrong or unsure about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dialogs.dates.days_read import DateError

RECENT = 90  # days: a date without a year that passed so lately is meant as past, an older one as next year's


@dataclass(frozen=True, slots=True)
class Found:
    """The dates of one thing said. `other` is its second meaning, when it has two."""

    days: tuple[date, ...] = ()
    other: tuple[date, ...] | None = None
    error: DateError | None = None
    nearest: date | None = None
    weekend: tuple[date, ...] = ()
    period: bool = False
    endless: bool = False
    series: bool = False

    @staticmethod
    def day(on: date, other: date | None = None) -> Found:
        """Return a single date, with its second meaning if it has one."""
        return Found((on,), None if other is None or other == on else (other,))

    @staticmethod
    def invalid(nearest: date | None = None) -> Found:
        """Return that no such date exists."""
        return Found(error=DateError.INVALID, nearest=nearest)

    @staticmethod
    def past(nearest: date | None = None) -> Found:
        """Return that the date has passed."""
        return Found(error=DateError.PAST, nearest=nearest)


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is counted from: today, and the date said before it in the same list, if any."""

    today: date
    before: date | None = None
    chained: bool = False  # the date before had a time of its own, so what follows comes after it
    said: date | None = None  # the last date said before, in this list or elsewhere: what "dagen efter" is after


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day of a time, both included."""

    first: date
    last: date
    every_day: bool = False  # a month or year, of which weekends are meant too
    endless: bool = False


def days_between(first: date, last: date) -> list[date]:
    """Return every day from the first to the last."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def year_of(said: int | None, today: date) -> int | None:
    """Return the year that was said; below 100 it counts on from this one."""
    if said is None or said >= 100:
        return said
    return today.year + said


def add_months(today: date, months: int) -> date:
    """Return the same day so many months on, or that month's last day."""
    index = today.year * 12 + today.month - 1 + months
    in_year, month = divmod(index, 12)
    return date(in_year, month + 1, min(today.day, days_in(in_year, month + 1)))


def days_in(in_year: int, month: int) -> int:
    """Return how many days a month has."""
    following = date(in_year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day
