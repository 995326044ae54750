"""Which dates a series means, and the n-th of something, seen from today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from dateutil.rrule import MO, MONTHLY, WEEKLY, rrule, weekday

from dialogs.dates.found import Context, Found, Span
from dialogs.dates.said import Each, Nth, Period
from dialogs.dates.time_meaning import time_meant

LONGEST_SPAN = timedelta(days=800)
_AHEAD = timedelta(weeks=8)  # how far a series without an end is read
_MONTHS_AHEAD = timedelta(weeks=26)  # the same for one that comes once a month
_COUNTED_AHEAD = timedelta(weeks=104)  # within which a counted series must have come to its end

FIXED = 3  # weeks


def each_meant(element: Each, context: Context) -> Found:
    """Return the dates of a series from today on."""
    spans = _spans(element.within, context) or [_open_span(element, context.today)]
    if isinstance(spans, Found):
        return spans
    days: set[date] = set()
    for span in spans:
        days |= set(_in_span(element, span, context.today))
    if not days:
        return Found.past() if all(span.last < context.today for span in spans) else _all_gone(element, spans)
    endless = any(span.endless for span in spans)
    return Found(tuple(sorted(days))[: element.count], endless=endless, series=not element.count and _comes_again(days))


def _all_gone(element: Each, spans: Sequence[Span]) -> Found:
    """Return what it means that nothing is left: the days of this week that were named have passed."""
    named = [on for span in spans for on in _weekly(element, span.first, span.last)]
    return Found.past() if named else Found()


def _spans(within: Iterable[Period], context: Context) -> list[Span] | Found:
    spans = []
    for period in within:
        span = time_meant(period, context)
        if isinstance(span, Found):
            return span
        spans.append(span)
    return spans


def _open_span(element: Each, today: date) -> Span:
    if element.count:
        return Span(today + timedelta(days=1), today + _COUNTED_AHEAD)
    return Span(today, today + (_MONTHS_AHEAD if element.monthly else _AHEAD), endless=True)


def _in_span(element: Each, span: Span, today: date) -> list[date]:
    first = max(span.first, today)
    if span.last - first > LONGEST_SPAN:
        raise ValueError("a series may not run for so long")
    if span.last < first:
        return []
    if element.monthly is not None:
        days = [weekday(day, element.monthly) for day in element.weekdays]
        return _dates(rrule(MONTHLY, dtstart=_moment(first), until=_moment(span.last), byweekday=days))
    return _weekly(element, first, span.last)


def _comes_again(days: Iterable[date]) -> bool:
    """Return whether a weekday comes often enough to be a fixed home day; two weeks of it are no habit yet."""
    return max(Counter(on.weekday() for on in days).values(), default=0) >= FIXED


def _weekly(element: Each, first: date, last: date) -> list[date]:
    """Return the days between two dates; with a step they are counted from the first one's week."""
    start = next((on for n in range(7) if (on := first + timedelta(days=n)).weekday() in element.weekdays), first)
    rule = rrule(
        WEEKLY,
        interval=element.step,
        dtstart=_moment(start),
        until=_moment(last),
        byweekday=element.weekdays,
        wkst=MO,
    )
    return [on for on in _dates(rule) if element.parity is None or on.isocalendar().week % 2 == element.parity]


def nth_meant(element: Nth, context: Context) -> Found:
    """Return the n-th of some weekdays within a time."""
    spans = _spans(element.within, context)
    if isinstance(spans, Found):
        return spans
    days = [on for span in spans for on in _weekly(Each(element.weekdays), span.first, span.last)]
    start = element.place - 1 if element.place > 0 else len(days) + element.place
    chosen = days[max(start, 0) : max(start, 0) + element.count] if start < len(days) else []
    if not chosen:
        return Found.invalid()
    kept = tuple(on for on in chosen if on >= context.today)
    return Found(kept) if kept else Found.past()


def _dates(rule: rrule) -> list[date]:
    return [moment.date() for moment in rule]


def _moment(on: date) -> datetime:
    return datetime.combine(on, time())
