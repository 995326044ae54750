"""What has waited too long: a cancellation that nobody saw, a request that nobody answered. Pure.

A leader may cancel "til enhver tid og med kort varsel" (policy p. 3), so the bot must make sure that it was seen.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from domain.holidays import holiday_name
from domain.home_days import Half, HomeDay

STARTS, NOON, ENDS = time(8), time(12), time(16)  # of an ordinary working day
AHEAD = timedelta(hours=2)  # working hours before the day starts
GRACE = timedelta(minutes=15)  # to see what was cancelled later than that
SAME_MORNING = timedelta(minutes=5)  # to see what is cancelled when the day itself has come
WAKING, QUIET = time(8), time(21)  # of any day: in between nobody is written to again
RISING = time(6)  # of the day itself, for then it begins in two hours
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

    That is two working hours before the day starts; what was cancelled later than that gets a quarter of an hour, and
    what was cancelled when the day had come five minutes, for the same message twice in a second helps nobody.
    """
    planned = _planned(day, now)
    if day.decided_at is None:
        return planned
    return max(planned, day.decided_at + (SAME_MORNING if is_last_minute(day, now) else GRACE))


def is_last_minute(day: HomeDay, now: datetime) -> bool:
    """Return whether the day had come when it was cancelled, too late for the two working hours and not yet over.

    Then whoever cancels is told at once that it has not been seen: on the card that answers the press.
    """
    if day.decided_at is None:
        return False
    decided = day.decided_at.astimezone(now.tzinfo)
    return decided.date() == day.on and _planned(day, now) < decided < _over(day, now)


def is_overdue(day: HomeDay, now: datetime) -> bool:
    """Return whether a cancelled day is to be sent again now.

    Not at night, unless the day begins within two hours; and not when the day is over.
    """
    opens = RISING if day.on == now.date() else WAKING
    return unseen_at(day, now) <= now < _over(day, now) and opens <= now.time() < QUIET


def _planned(day: HomeDay, now: datetime) -> datetime:
    if day.half is Half.AFTERNOON:
        return datetime.combine(day.on, NOON, now.tzinfo) - AHEAD
    return datetime.combine(workday_before(day.on), ENDS, now.tzinfo) - AHEAD


def _over(day: HomeDay, now: datetime) -> datetime:
    return datetime.combine(day.on, NOON if day.half is Half.MORNING else ENDS, now.tzinfo)


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
