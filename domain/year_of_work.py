"""One employee's home work of a year by month, for the yearly talk (policy p. 12: KOM). Counts only, never a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.home_days import HomeDay, Status

MONTHS = 12


@dataclass(frozen=True, slots=True)
class MonthOfWork:
    """A month by its first day: half days worked at home, and how many days ended in each state."""

    first: date
    halves: int
    statuses: tuple[tuple[Status, int], ...] = ()

    @property
    def days(self) -> float:
        """Days at home, exact to the half."""
        return self.halves / 2

    def count(self, status: Status) -> int:
        """Return how many days of the month are in this state."""
        return dict(self.statuses).get(status, 0)


def first_of_year(today: date) -> date:
    """Return the first day of the twelve months that end with this one."""
    return _back(today.replace(day=1), MONTHS - 1)


def by_month(days: Iterable[HomeDay], today: date) -> tuple[MonthOfWork, ...]:
    """Return the twelve months up to and with today, oldest first; a day at home is an approved one that has come."""
    start = first_of_year(today)
    known = [day for day in days if start <= day.on <= today]
    statuses: dict[date, Counter[Status]] = {}
    halves: Counter[date] = Counter()
    for day in known:
        month = day.on.replace(day=1)
        statuses.setdefault(month, Counter())[day.status] += 1
        if day.status is Status.APPROVED:
            halves[month] += 2 if day.half is None else 1
    months = [_back(today.replace(day=1), number) for number in reversed(range(MONTHS))]
    return tuple(MonthOfWork(one, halves[one], tuple(sorted(statuses.get(one, Counter()).items()))) for one in months)


def _back(first: date, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 - months, 12)
    return date(year, month + 1, 1)
