"""Grammar of weeks by their number: "uge 49, 50 og 52", "uge 49 til og med 51", "week 2 in 2027"."""

from __future__ import annotations

from dialogs.dates.cursor import Cursor
from dialogs.dates.numbers import year
from dialogs.dates.said import Bounds, Period, Week
from dialogs.dates.sense import Sense

WORDS_BETWEEN = (Sense.AND, Sense.COMMA, Sense.PLUS)
_HIGHEST_WEEK = 99


def numbered_week(c: Cursor) -> Period | None:
    """Read one week by its number: "uge 49", "u. 49", "week 2 in 2027"."""
    c.take(Sense.THE)
    if c.take(Sense.WEEK) is None:
        return None
    number = _week_number(c)
    return None if number is None else Week(number, year(c))


def _week_number(c: Cursor) -> int | None:
    c.take_word("nr", "nummer", "no")
    c.take(Sense.DOT)
    token = c.take(Sense.NUMBER, Sense.ORDINAL)
    if token is None or not token.word[:1].isdigit() or token.value > _HIGHEST_WEEK or c.peek().sense is Sense.UNIT:
        return None
    return token.value


def numbered_weeks(c: Cursor) -> tuple[Period, ...] | None:
    """Read "uge 49, 50 og 52", "uge 49-51", "uge 49 til og med uge 51"."""
    c.take(Sense.WHOLE)
    first = numbered_week(c)
    if not isinstance(first, Week):
        return None
    found: list[Period] = [first]
    while (step := c.attempt(_next_week)) is not None:
        ranged, week = step
        if ranged:
            found[-1] = Bounds(found[-1], week)
        else:
            found.append(week)
    years = [one.year for one in found if isinstance(one, Week) and one.year is not None]
    if not years:
        return tuple(found)
    return tuple(Week(one.number, years[-1]) if isinstance(one, Week) else one for one in found)


def _next_week(c: Cursor) -> tuple[bool, Week] | None:
    ranged = c.take(Sense.TO, Sense.DASH) is not None
    if ranged:
        c.attempt(and_with)
    elif not c.take(*WORDS_BETWEEN):
        return None
    else:
        c.take(Sense.AND)
        c.take(Sense.IN)
    named = c.take(Sense.WEEK)
    number = _week_number(c)
    if number is None or (not named and c.peek().sense in (Sense.MONTH, Sense.DAY, Sense.WEEK, Sense.DOT)):
        return None
    if not named and c.peek(-1).sense is Sense.ORDINAL and not c.done and c.peek().sense is not Sense.STOP:
        return None
    return ranged, Week(number, year(c))


def and_with(c: Cursor) -> bool | None:
    """Step over "og med" in "til og med"."""
    return True if c.take(Sense.AND) and c.take_word("med") else None
