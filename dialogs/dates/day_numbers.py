"""Grammar of several days of a month: "den 1., 3. og 8. december", "1.-4. december", "7-9/12"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogs.dates.cursor import Cursor
from dialogs.dates.numbers import day_number, month, year
from dialogs.dates.said import Calendar, Element, Range
from dialogs.dates.sense import Sense

_NOT_BEHIND = (Sense.UNIT, Sense.DAY, Sense.WEEK, Sense.MONTHS, Sense.YEAR, Sense.WORKDAYS, Sense.WEEKDAYS)
_MOST_ITEMS = 31
_JOINS = (Sense.AND, Sense.COMMA, Sense.PLUS)


@dataclass(frozen=True, slots=True)
class _Item:
    """A day's number; `to` when it ends a range that the item before it begins; `sure` when it cannot be an amount."""

    day: Calendar
    to: bool = False
    sure: bool = False


def day_numbers(c: Cursor) -> tuple[Element, ...] | None:
    """Read two or more days of a month that share its name."""
    lead = c.take(Sense.FROM, Sense.BETWEEN)
    ahead = c.attempt(_month_ahead)
    first = _item(c)
    if first is None:
        return None
    items = [first]
    between = lead is not None and lead.sense is Sense.BETWEEN
    while len(items) < _MOST_ITEMS and (another := c.attempt(_next)) is not None:
        ranged = another.to or (between and len(items) == 1)
        items.append(replace(another, to=ranged))
    if ahead is not None:
        items = [replace(one, day=replace(one.day, month=one.day.month or ahead)) for one in items]
    if len(items) == 1 or not _is_sure(items, lead is not None):
        return None
    return tuple(_elements(_with_months(items)))


def _month_ahead(c: Cursor) -> int | None:
    """Read the month of "December 1, 3 and 8"."""
    c.take(Sense.ON)
    found = None if c.peek().weak else month(c)
    return found if c.peek().sense in (Sense.NUMBER, Sense.ORDINAL) else None


def _is_sure(items: list[_Item], led: bool) -> bool:
    if items[-1].day.month is not None:
        return True
    return items[0].sure or (led and all(one.sure for one in items[1:]))


def _item(c: Cursor) -> _Item | None:
    c.take(Sense.ON)
    day = c.take(Sense.WEEKDAY, Sense.WEEKDAYS, Sense.THE_WEEKDAY)
    if day is not None:
        c.take(Sense.DOT)
        c.take(Sense.COMMA)
    the = c.take(Sense.THE)
    if the is not None:
        c.take(Sense.DOT)
    weekday = day.value if day else None
    written = c.take(Sense.WRITTEN)
    if written is not None:
        return _Item(Calendar(*written.written, weekday), sure=True)
    token = day_number(c)
    if token is None:
        return None
    spelt = not token.word[:1].isdigit()
    if spelt and the is None and day is None and c.peek().sense not in _JOINS:
        return None
    in_month = c.attempt(_month)
    if in_month is None and c.peek().sense in _NOT_BEHIND:
        return None
    in_year = year(c) if in_month else None
    sure = the is not None or (token.sense is Sense.ORDINAL and day is not None)
    return _Item(Calendar(token.value, in_month, in_year, weekday), sure=sure)


def _month(c: Cursor) -> int | None:
    c.take(Sense.DOT)
    c.take(Sense.OF, Sense.IN)
    return month(c, sure=True)


def _next(c: Cursor) -> _Item | None:
    ranged = False
    c.take_word("frem")
    if c.take(Sense.TO, Sense.DASH, Sense.UNTIL):
        if c.moving and c.peek().sense is not Sense.AND:
            return None
        ranged = True
        if c.take(Sense.AND):
            c.take_word("med")
    elif c.take(*_JOINS):
        c.take(Sense.AND)
    else:
        return None
    item = _item(c)
    return None if item is None else replace(item, to=ranged)


def _with_months(items: list[_Item]) -> list[_Item]:
    """Give each day the month that was said after it, or, for the last ones, before it."""
    found: list[_Item] = []
    following: Calendar | None = None
    for item in reversed(items):
        day = item.day
        if day.month is not None:
            following = day
        elif following is not None:
            day = _before(day, following)
        found.append(replace(item, day=day))
    return found[::-1]


def _before(day: Calendar, following: Calendar) -> Calendar:
    """Return the day in the month of the one that follows it, or in the month before that ("28. til 3. december")."""
    if day.day <= following.day or following.month is None:
        return replace(day, month=following.month, year=following.year)
    earlier = (following.month - 2) % 12 + 1
    in_year = following.year - 1 if following.year and following.month == 1 and following.year > 99 else following.year
    return replace(day, month=earlier, year=in_year)


def _elements(items: list[_Item]) -> list[Element]:
    found: list[Element] = []
    for item in items:
        if item.to and found and isinstance(found[-1], Calendar):
            found[-1] = Range(found[-1], item.day)
        else:
            found.append(item.day)
    return found
