"""Which dates the things said mean, seen from today."""

from __future__ import annotations

from datetime import date, timedelta

from dialogs.dates.day_meaning import day_meant
from dialogs.dates.found import Context, Found, Span, days_between
from dialogs.dates.said import Bounds, Each, Element, Nth, OfWeek, Period, Point, Range, Weekday, Whole
from dialogs.dates.series_meaning import LONGEST_SPAN, each_meant, nth_meant
from dialogs.dates.time_meaning import time_meant

_SATURDAY = 5


def meaning(element: Element, context: Context) -> Found:
    """Return the dates from today on that an element means; a far or impossible date is an error, not an exception."""
    try:
        return _meant(element, context)
    except (OverflowError, ValueError):
        return Found.invalid()


def _meant(element: Element, context: Context) -> Found:
    match element:
        case Range():
            return _range(element, context)
        case Each():
            return each_meant(element, context)
        case Nth():
            return nth_meant(element, context)
        case Whole():
            return Found() if element.vague else _whole(element.period, context)
        case _:
            return day_meant(element, context)


def _range(element: Range, context: Context) -> Found:
    first = _end_meant(element.first, context)
    if not first.days:
        return first
    found = _until(element, first.days[0], context)
    if found.error is not None or first.other is None:
        return found
    return Found(found.days, _until(element, first.other[0], context).days, weekend=found.weekend)


def _end_meant(end: Point | OfWeek, context: Context) -> Found:
    if isinstance(end, OfWeek):
        return each_meant(Each((end.weekday,), within=(end.week,)), context)
    return day_meant(end, context)


def _until(element: Range, first: date, context: Context) -> Found:
    chained = Context(context.today, first, chained=True)
    last = _end_meant(element.last, chained)
    if not last.days:
        return last
    on = last.days[0]
    if isinstance(element.last, Weekday) and on <= first:
        on += timedelta(days=7)
    return _workdays(Span(min(first, on), max(first, on)), context.today, ends=(first, on))


def _workdays(span: Span, today: date, ends: tuple[date, ...] = ()) -> Found:
    """Return the working days of a span from today on, and the ends that were named, whatever day they are."""
    if span.last - span.first > LONGEST_SPAN:
        return Found.invalid()
    days = [on for on in days_between(span.first, span.last) if on >= today]
    if not days:
        return Found.past()
    kept = tuple(on for on in days if on.weekday() < _SATURDAY or on in ends or span.every_day)
    left = tuple(on for on in days if on not in kept)
    return Found(kept, weekend=left, period=span.every_day, endless=span.endless)


def _whole(period: Period, context: Context) -> Found:
    span = time_meant(period, context)
    if isinstance(span, Found):
        return span
    if not isinstance(period, Bounds) and not span.every_day:
        days = tuple(on for on in days_between(span.first, span.last) if on.weekday() < _SATURDAY)
        days = tuple(on for on in days if on >= context.today)
        return Found(days) if days else Found.past()
    return _workdays(span, context.today)
