"""Which days a stretch of time covers, seen from today."""

from __future__ import annotations

from datetime import date, timedelta

from dialogs.dates.day_meaning import day_meant, season_ahead
from dialogs.dates.found import RECENT, Context, Found, Span, add_months, days_between, days_in, year_of
from dialogs.dates.said import (
    Bounds,
    Coming,
    Month,
    Period,
    Point,
    Rest,
    Season,
    Unit,
    Week,
    WeekBeside,
    Weekend,
    WeekOf,
    Year,
)

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_THURSDAY = 3
_ENDLESS = timedelta(weeks=8)  # how far a series without an end is looked at
_PERIODS = (Season, Week, WeekBeside, WeekOf, Month, Year, Weekend, Rest, Coming, Bounds)


def time_meant(period: Period, context: Context) -> Span | Found:
    """Return the days of a stretch of time; Found says what is wrong with it. Past days are not cut off here."""
    today = context.today
    monday = today - timedelta(days=today.weekday())
    match period:
        case Week():
            return _week(period, monday, today)
        case WeekBeside():
            return _week_beside(period, context)
        case WeekOf():
            return _week_of(period, today)
        case Weekend():
            saturday = monday + timedelta(days=5) + period.offset * _WEEK
            return Span(saturday, saturday + _DAY, every_day=True)
        case Month():
            return _month(period, today)
        case Year():
            in_year = period.number or today.year + period.offset
            return Span(date(in_year, 1, 1), date(in_year, 12, 31), every_day=True)
        case Rest():
            return _rest(period, today, monday)
        case Coming():
            return _coming(period, today)
        case Season():
            return Span(*season_ahead(period.key, today))
        case Bounds():
            return _bounds(period, context)


def _week(period: Week, monday: date, today: date) -> Span | Found:
    if period.number is None:
        start = monday + period.offset * _WEEK
        return Span(start, start + timedelta(days=6))
    in_year = year_of(period.year, today) or today.isocalendar().year
    start_or_none = iso_monday(in_year, period.number)
    if start_or_none is None and period.year is None and period.number == 53:
        start_or_none = iso_monday(in_year + 1, period.number)
    if start_or_none is None:
        return Found.invalid()
    if period.year is None and start_or_none + 4 * _DAY < today - RECENT * _DAY:
        start_or_none = iso_monday(in_year + 1, period.number) or start_or_none
    return Span(start_or_none, start_or_none + 6 * _DAY)


def iso_monday(in_year: int, number: int) -> date | None:
    """Return the Monday of an ISO week, or None when the year has no such week."""
    try:
        return date.fromisocalendar(in_year, number, 1)
    except ValueError:
        return None


def _week_beside(period: WeekBeside, context: Context) -> Span | Found:
    today = context.today
    match period.of:
        case None:
            edge: date | None = context.said or context.before or today
        case Season():
            first, last = season_ahead(period.of.key, today)
            edge = last if period.side > 0 else first
        case _:
            days = day_meant(period.of, context).days
            edge = days[0] if days else None
    if edge is None:
        return Found()
    start = edge - timedelta(days=edge.weekday()) + period.side * _WEEK
    return Span(start, start + 6 * _DAY)


def _week_of(period: WeekOf, today: date) -> Span | Found:
    month = _month(period.month, today)
    thursdays = [on for on in days_between(month.first, month.last) if on.weekday() == _THURSDAY]
    at = period.place - 1 if period.place > 0 else period.place
    if not -len(thursdays) <= at < len(thursdays):
        return Found.invalid()
    start = thursdays[at] - _THURSDAY * _DAY
    return Span(start, start + 6 * _DAY)


def _month(period: Month, today: date) -> Span:
    if period.number is None:
        first = add_months(today.replace(day=1), period.offset)
    else:
        in_year = year_of(period.year, today) or today.year
        first = date(in_year, period.number, 1)
        if period.year is None and _last_of(first) < today - RECENT * _DAY:
            first = date(in_year + 1, period.number, 1)
    return Span(first, _last_of(first), every_day=True)


def _last_of(first: date) -> date:
    return first.replace(day=days_in(first.year, first.month))


def _rest(period: Rest, today: date, monday: date) -> Span:
    match period.unit:
        case Unit.MONTH:
            return Span(today, _last_of(today.replace(day=1)))
        case Unit.YEAR:
            return Span(today, date(today.year, 12, 31))
        case _:
            return Span(today, monday + 6 * _DAY)


def _coming(period: Coming, today: date) -> Span:
    match period.unit:
        case Unit.WEEK:
            return Span(today, today + period.count * _WEEK - _DAY)
        case Unit.MONTH:
            return Span(today, add_months(today, period.count) - _DAY)
        case _:
            return Span(today + min(period.count, 1) * _DAY, today + period.count * _DAY)


def _bounds(period: Bounds, context: Context) -> Span | Found:
    today = context.today
    first, last = today, today + _ENDLESS
    if period.since is not None:
        since = _edge(period.since, context)
        if isinstance(since, Found):
            return since
        first = since.last + _DAY if period.after else since.first
        last = first + _ENDLESS
    if period.until is not None:
        until = _edge(period.until, Context(today, first, chained=True) if period.since is not None else Context(today))
        if isinstance(until, Found):
            return until
        last = until.first - _DAY if period.before else until.last
    return Span(first, last, endless=period.until is None)


def _edge(edge: Point | Period, context: Context) -> Span | Found:
    if isinstance(edge, _PERIODS):
        return time_meant(edge, context)
    found = day_meant(edge, context)
    return Span(found.days[0], found.days[0]) if found.days else found
