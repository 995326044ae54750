"""Quiet hours: when somebody does not want to hear from the bot unasked. Pure; hours are the municipality's clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from domain.drafts import ZONE
from domain.home_days import Half, HomeDay
from domain.overdue import NOON, STARTS, is_workday

USUAL = (time(17), time(7))  # what the card proposes
SHORT_NOTICE = timedelta(hours=24)  # a cancelled day that begins sooner is told at once
_LONGEST_RUN = 15  # days; longer than any row of weekends and public holidays
_MIDNIGHT, _SPRING = time(0), time(3)  # the clock jumps from 2 to 3 when summer time begins


@dataclass(frozen=True, slots=True)
class Quiet:
    """When it is quiet: from one hour to another, over midnight too, and perhaps all of each day off.

    `start` and `end` are both set, and differ, or neither is.
    """

    start: time | None = None
    end: time | None = None
    free_days: bool = False  # Saturdays, Sundays and public holidays from midnight to midnight

    def covers(self, at: datetime) -> bool:
        """Return whether it is quiet at this moment. Aware."""
        here = at.astimezone(ZONE)
        if self.free_days and not is_workday(here.date()):
            return True
        if self.start is None or self.end is None:
            return False
        clock = here.time()
        if self.start < self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end

    def until(self, now: datetime) -> datetime | None:
        """Return the moment (UTC) at which it stops being quiet, or None when it is not quiet now."""
        if not self.covers(now):
            return None
        today = now.astimezone(ZONE).date()
        clocks = sorted({_MIDNIGHT, _SPRING, self.end or _MIDNIGHT})
        moments = (
            datetime.combine(today + timedelta(days=ahead), clock, ZONE).replace(fold=fold).astimezone(UTC)
            for ahead in range(_LONGEST_RUN)
            for clock in clocks
            for fold in (0, 1)
        )
        return min((at for at in moments if at > now and not self.covers(at)), default=None)


def begins(day: HomeDay) -> datetime:
    """Return when a home day begins (UTC)."""
    return datetime.combine(day.on, NOON if day.half is Half.AFTERNOON else STARTS, ZONE).astimezone(UTC)


def held_until(quiet: Quiet, now: datetime, first: HomeDay | None = None) -> datetime | None:
    """Return until when a message waits (UTC), or None when it leaves now.

    `first` is the first day that it cancels: it leaves 24 hours before that begins, however quiet it is.
    """
    until = quiet.until(now)
    if until is not None and first is not None:
        until = min(until, begins(first) - SHORT_NOTICE)
    return until if until is not None and until > now else None
