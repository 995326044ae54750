"""Putting days into the time that was named for them: "tirsdag" and "i uge 49" make one day."""

from __future__ import annotations

from dataclasses import replace

from dialogs.dates.said import Calendar, Each, Element, Month, Nth, Period, Range, Weekday, Which


def may_lie_in(element: Element, times: tuple[Period, ...]) -> bool:
    """Return whether a time narrows the element: a bare weekday, or a day's number in a month."""
    if isinstance(element, Calendar):
        return element.month is None and len(times) == 1 and isinstance(times[0], Month)
    return takes_time(element) or (isinstance(element, (Each, Nth)) and not element.within)


def placed(element: Element, times: tuple[Period, ...]) -> Element:
    """Return the element within those times."""
    match element:
        case Each() | Nth():
            return replace(element, within=times)
        case Weekday(day):
            return Each((day,), within=times)
        case Range(Weekday(first), Weekday(last)):
            span = range(first, last + 1) if first <= last else (*range(first, 7), *range(last + 1))
            return Each(tuple(span), within=times)
        case Calendar():
            month = times[0] if isinstance(times[0], Month) else Month(offset=0)
            if month.number is None:
                return replace(element, months_on=month.offset)
            return replace(element, month=month.number, year=month.year)
        case _:
            return element


def takes_time(element: Element) -> bool:
    """Return whether an element is bare, so that a time behind it belongs to it."""
    match element:
        case Weekday():
            return element.which is not Which.GONE and not element.weeks
        case Range():
            return isinstance(element.first, Weekday) and isinstance(element.last, Weekday)
        case Calendar():
            return element.month is None
        case _:
            return False
