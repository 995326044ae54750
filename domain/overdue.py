"""What has waited too long: a cancellation that nobody saw, a request that nobody answered. Pure.

A leader may cancel "til enhver tid og med kort varsel" (policy p. 3), so the bot must make sure that it was seen.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from domain.holidays import holiday_name
from domain.home_days import Half, HomeDay

STARTS, NOON, ENDS = time(8), time(12), time(16)  # of an ordinary working day
AHEAD = timedelta(hours=2)  # working hours before the day starts
GRACE = timedelta(minutes=15)  # to see what was cancelled at the last moment
DIGEST_AT = time(8)
PATIENCE_DAYS = 2  # working days, before the deputy is reminded of what the leader has not answered


def is_workday(on: date) -> bool:
    """Return whether people in a Danish municipality work on this date."""
    return on.isoweekday() < 6 and holiday_name(on) is None


def workday_before(on: date, count: int = 1) -> date:
    """Return the working day that lies so many working days before a date."""
    while count:
        on -= timedelta(days=1)
        count -= is_workday(on)
    return on


def unseen_at(day: HomeDay, now: datetime) -> datetime:
    """Return the moment from which a cancelled day is overdue, in the zone of `now`.

    That is two working hours before the day starts; what was cancelled later than that gets a quarter of an hour.
    """
    zone = now.tzinfo
    if day.half is Half.AFTERNOON:
        planned = datetime.combine(day.on, NOON, zone) - AHEAD
    else:
        planned = datetime.combine(workday_before(day.on), ENDS, zone) - AHEAD
    return planned if day.decided_at is None else max(planned, day.decided_at + GRACE)


def is_digest_time(now: datetime) -> bool:
    """Return whether a leader may be told this morning what waits: on working days, within working hours."""
    return is_workday(now.date()) and DIGEST_AT <= now.time() < ENDS


def waits_since_yesterday(day: HomeDay, now: datetime) -> bool:
    """Return whether the day was asked for before today: the leader's card of this morning is reminder enough."""
    return day.asked_at is not None and day.asked_at.astimezone(now.tzinfo).date() < now.date()


def waits_too_long(day: HomeDay, now: datetime) -> bool:
    """Return whether the deputy may be reminded: two working days without an answer, or the day itself is next."""
    if day.asked_at is None:
        return False
    asked = day.asked_at.astimezone(now.tzinfo).date()
    return asked <= workday_before(now.date(), PATIENCE_DAYS) or workday_before(day.on) <= now.date()
