"""Which date a single day means, seen from today."""

from __future__ import annotations

from datetime import date, timedelta

from dialogs.dates.feasts import feast_day, season_days
from dialogs.dates.found import RECENT, Context, Found, add_months, days_in, year_of
from dialogs.dates.said import Beside, Calendar, Feast, Later, Point, Relative, Season, Unit, Weekday, Which

_WEEK = timedelta(days=7)
_MATCHES_AHEAD = 4  # months in which "mandag den 4." is looked for


def day_meant(point: Point, context: Context) -> Found:
    """Return the date of a single day."""
    match point:
        case Relative():
            found = Found.day(_relative(point, context.today))
        case Weekday():
            found = _weekday(point, context)
        case Calendar():
            return _calendar(point, context)
        case Feast():
            found = _feast(point, context.today)
        case Beside():
            found = _beside(point, context)
        case Later():
            start = day_meant(point.of, context)
            found = Found.day(start.days[0] + point.weeks * _WEEK) if start.days else start
    if found.days and found.days[0] < context.today:
        return Found.past()
    return found


def _relative(point: Relative, today: date) -> date:
    match point.unit:
        case Unit.MONTH:
            return add_months(today, point.count)
        case Unit.WEEK:
            return today + point.count * _WEEK
        case _:
            return today + timedelta(days=point.count)


def _weekday(point: Weekday, context: Context) -> Found:
    today = context.today
    if context.before is not None and context.chained and point.which is Which.PLAIN and not point.weeks:
        return Found.day(_next(point.day, context.before))
    ahead = (point.day - today.weekday()) % 7
    this_week = today + timedelta(days=point.day - today.weekday())
    coming = today + timedelta(days=ahead)
    if point.weeks:
        return Found.day(coming + point.weeks * _WEEK)
    match point.which:
        case Which.GONE:
            return Found.past()
        case Which.NEXT:
            return Found.day(this_week + _WEEK, coming if ahead else None)
        case Which.TO_COME:
            return Found.day(coming if ahead else coming + _WEEK)
        case Which.THIS:
            return Found.day(coming)
        case _:
            if ahead or (context.before is not None and context.before > today):
                return Found.day(coming if ahead else today + _WEEK)
            return Found.day(today + _WEEK, today)


def _next(day: int, after: date) -> date:
    """Return the first such weekday after a date."""
    return after + timedelta(days=(day - after.weekday() - 1) % 7 + 1)


def _calendar(point: Calendar, context: Context) -> Found:
    if point.months_on is not None:
        month = add_months(context.today.replace(day=1), point.months_on)
        return _dated(point, month.year, month.month, context)
    if point.month is None:
        return _day_of_month(point, context)
    if not 1 <= point.month <= 12:
        return Found.invalid()
    in_year = year_of(point.year, context.today)
    if in_year is not None:
        return _dated(point, in_year, point.month, context)
    return _coming(point, point.month, context)


def _dated(point: Calendar, in_year: int, month: int, context: Context) -> Found:
    on = _existing(in_year, month, point.day)
    if on is None:
        return Found.invalid(_nearest(in_year, month, point.day, context.today))
    if on < context.today:
        return Found.past()
    return _confirmed(on, point.weekday, context)


def _coming(point: Calendar, month: int, context: Context) -> Found:
    """Return the day in the year that is meant when none was said: the coming one, unless it passed just now."""
    start = context.before if context.before is not None and context.chained else context.today
    this_year = _existing(start.year, month, point.day)
    next_year = _existing(start.year + 1, month, point.day)
    if this_year is None and next_year is None:
        return Found.invalid(_nearest(start.year, month, point.day, context.today))
    if this_year is not None and this_year >= start:
        return _confirmed(this_year, point.weekday, context)
    if this_year is not None and (start - this_year).days <= RECENT and not context.chained:
        return Found.past(_same_day_in_coming_month(point.day, context.today))
    if next_year is None:
        return Found.invalid(_nearest(start.year, month, point.day, context.today))
    return _confirmed(next_year, point.weekday, context)


def _day_of_month(point: Calendar, context: Context) -> Found:
    """Return the next such day of a month: this month's or a coming one's."""
    start = context.before or context.today
    if not 1 <= point.day <= 31:
        return Found.invalid()
    ahead = [
        on
        for n in range(_MATCHES_AHEAD + 1)
        if (month := add_months(start.replace(day=1), n))
        and (on := _existing(month.year, month.month, point.day)) is not None
        and on >= start
    ]
    if point.weekday is not None:
        fitting = next((on for on in ahead[:3] if on.weekday() == point.weekday), None)
        if fitting is not None:
            return Found.day(fitting)
    return _confirmed(ahead[0], point.weekday, context)


def _confirmed(on: date, weekday: int | None, context: Context) -> Found:
    """Return the date, or, when another weekday was said beside it, that the two are at odds."""
    if weekday is None or on.weekday() == weekday:
        return Found.day(on)
    off = (weekday - on.weekday() + 3) % 7 - 3
    other = on + timedelta(days=off)
    if other < context.today:
        other += _WEEK
    return Found.day(on, other)


def _existing(in_year: int, month: int, day: int) -> date | None:
    if not 1 <= month <= 12 or not 1 <= day <= days_in(in_year, month):
        return None
    return date(in_year, month, day)


def _nearest(in_year: int, month: int, day: int, today: date) -> date | None:
    """Return the last day of the month when the day's number lies beyond it."""
    if not 28 < day <= 31:
        return None
    on = date(in_year, month, days_in(in_year, month))
    return on if on >= today else date(in_year + 1, month, days_in(in_year + 1, month))


def _same_day_in_coming_month(day: int, today: date) -> date | None:
    months = (add_months(today.replace(day=1), n) for n in (0, 1))
    days = (_existing(month.year, month.month, day) for month in months)
    return next((on for on in days if on is not None and on >= today), None)


def _feast(point: Feast, today: date) -> Found:
    in_year = year_of(point.year, today)
    if in_year is not None:
        return Found.day(feast_day(point.key, in_year))
    on = feast_day(point.key, today.year)
    return Found.day(on if on >= today else feast_day(point.key, today.year + 1))


def _beside(point: Beside, context: Context) -> Found:
    edge = _edge(point, context)
    if edge is None:
        return Found()
    if point.weekday is None:
        return Found.day(edge + timedelta(days=point.side))
    if point.side > 0:
        return Found.day(_next(point.weekday, edge))
    return Found.day(edge - timedelta(days=(edge.weekday() - point.weekday - 1) % 7 + 1))


def _edge(point: Beside, context: Context) -> date | None:
    match point.of:
        case None:
            return context.said or context.before
        case Season():
            first, last = season_ahead(point.of.key, context.today)
            return last if point.side > 0 else first
        case _:
            days = day_meant(point.of, context).days
            return days[0] if days else None


def season_ahead(key: str, today: date) -> tuple[date, date]:
    """Return the first and last day of the coming time of that name, or of the one that we are in."""
    for in_year in (today.year, today.year + 1):
        first, last = season_days(key, in_year)
        if last >= today:
            break
    return first, last
