"""Grammar of stretches of time: "uge 49 og 50", "resten af ugen", "i december", "frem til jul"."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.dates.cursor import Cursor
from dialogs.dates.feast_names import season
from dialogs.dates.numbers import count, month, unit, year
from dialogs.dates.points import point
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
from dialogs.dates.sense import Sense
from dialogs.dates.weeks import WORDS_BETWEEN, and_with, numbered_week, numbered_weeks

_OFFSETS = {Sense.NEXT: 1, Sense.COMING: 1, Sense.THIS: 0, Sense.LAST: -1}


def periods(c: Cursor) -> tuple[Period, ...] | None:
    """Read one stretch of time, several numbered weeks, or a range of weeks or months."""
    c.take(Sense.BOTH)
    c.take(Sense.IN)
    c.take(Sense.BOTH)
    return c.first_of((numbered_weeks, _this_and_next, _one_or_two))


def _one_or_two(c: Cursor) -> tuple[Period, ...] | None:
    first = period(c)
    if first is None:
        return None
    found = [first]
    if isinstance(first, Week) and first.number is None and (second := c.attempt(_and_next)) is not None:
        return first, second
    while (another := c.attempt(_and_another)) is not None:
        found.append(another)
    last = c.attempt(_to_another)
    if last is not None:
        found[-1] = Bounds(found[-1], last)
    return tuple(found)


def period(c: Cursor) -> Period | None:
    """Read one stretch of time."""
    c.take(Sense.IN)
    if c.take(Sense.WHOLE, Sense.ALL):
        c.take(Sense.OF)
    return c.first_of((rest, _of_month, numbered_week, _week_beside, _coming, _near, _month, _year))


def _this_and_next(c: Cursor) -> tuple[Period, ...] | None:
    """Read "både denne og næste uge"."""
    if c.take(Sense.THIS) is None or c.take(Sense.AND) is None or c.take(Sense.NEXT) is None:
        return None
    return (Week(offset=0), Week(offset=1)) if c.take(Sense.WEEK) else None


def _and_next(c: Cursor) -> Week | None:
    if c.take(Sense.AND) is None:
        return None
    found = period(c)
    return found if isinstance(found, Week) and found.number is None else None


def _and_another(c: Cursor) -> Period | None:
    if c.take(*WORDS_BETWEEN) is None:
        return None
    c.take(Sense.AND)
    found = period(c)
    return found if isinstance(found, (Week, Month)) else None


def _to_another(c: Cursor) -> Period | None:
    if c.take(Sense.TO, Sense.DASH) is None:
        return None
    c.attempt(and_with)
    found = period(c)
    return found if isinstance(found, (Week, Month)) else None


def _week_beside(c: Cursor) -> Period | None:
    """Read "ugen efter næste", "ugen før jul", "ugen efter"."""
    c.take(Sense.THE)
    if c.take(Sense.THE_WEEK, Sense.WEEK) is None:
        return None
    up_to = c.take_word("op", "up") and c.take(Sense.TO)
    side = up_to or c.take(Sense.BEFORE, Sense.AFTER)
    if side is None:
        return None
    if c.take(Sense.NEXT):
        c.take(Sense.WEEK)
        return Week(offset=2 if side.sense is Sense.AFTER else 0)
    of = c.first_of(_BESIDE)
    if of is None and side.weak:
        return None
    return WeekBeside(1 if side.sense is Sense.AFTER else -1, of)


def _near(c: Cursor) -> Period | None:
    """Read "næste uge", "denne måned", "i weekenden", "hele ugen"."""
    whole = c.peek(-1).sense is Sense.WHOLE
    c.take(Sense.THE)
    lead = c.take(*_OFFSETS)
    offset = _OFFSETS[lead.sense] if lead else 0
    what = c.take(Sense.WEEK, Sense.THE_WEEK, Sense.WEEKEND, Sense.MONTHS, Sense.YEAR)
    if what is None:
        return None
    if lead is None and not (whole or what.sense is Sense.WEEKEND or what.word in ("ugens", "maneden", "aret", "ar")):
        return None
    if what.word == "ar" and lead is None and c.peek(-2).sense is not Sense.IN:
        return None
    match what.sense:
        case Sense.WEEKEND:
            return Weekend(offset)
        case Sense.MONTHS:
            return Month(offset=offset)
        case Sense.YEAR:
            return Year(offset=offset)
        case _:
            return Week(offset=offset)


def _of_month(c: Cursor) -> Period | None:
    """Read "første uge i december", "den sidste uge i januar"."""
    c.skip(Sense.THE)
    place = c.take(Sense.ORDINAL, Sense.LAST)
    if place is None or c.take(Sense.WEEK) is None or c.take(Sense.IN, Sense.OF) is None:
        return None
    named = _month(c) or _near(c)
    return WeekOf(place.value if place.sense is Sense.ORDINAL else -1, named) if isinstance(named, Month) else None


def _month(c: Cursor) -> Period | None:
    sure = c.peek(-1).sense in (Sense.IN, Sense.WHOLE, Sense.TO, Sense.UNTIL, Sense.DASH)
    if c.take(Sense.THIS, Sense.NEXT, Sense.COMING):
        sure = False
    number = month(c, sure=sure)
    if number is None:
        return None
    c.take(Sense.MONTHS)
    return Month(number, year(c))


def _year(c: Cursor) -> Period | None:
    number = c.take(Sense.NUMBER)
    if number is None or c.peek(-2).sense not in (Sense.IN, Sense.WHOLE) or not 2020 <= number.value <= 2099:
        return None
    return None if c.peek().sense is Sense.UNIT else Year(number.value)


def rest(c: Cursor) -> Period | None:
    """Read what is left of a week, month or year: "resten af ugen", "året ud"."""
    return c.first_of((_rest, _out))


def _rest(c: Cursor) -> Period | None:
    """Read "resten af ugen", "the rest of the year", "resten af december"."""
    c.take(Sense.THE)
    if c.take(Sense.REST) is None:
        return None
    c.take(Sense.OF)
    named = c.attempt(_month)
    if named is not None:
        return named
    c.skip(Sense.THE, Sense.THIS)
    what = c.take(Sense.THE_WEEK, Sense.WEEK, Sense.MONTHS, Sense.YEAR, Sense.DAY)
    if what is None or what.sense is Sense.DAY:
        return None
    return Rest(_unit_of(what.sense))


def _out(c: Cursor) -> Period | None:
    """Read "ugen ud", "året ud", "december ud"."""
    named = c.attempt(_month)
    if named is not None:
        return named if c.take(Sense.OUT) else None
    what = c.take(Sense.THE_WEEK, Sense.MONTHS, Sense.YEAR)
    return Rest(_unit_of(what.sense)) if what is not None and c.take(Sense.OUT) else None


def _unit_of(sense: Sense) -> Unit:
    return {Sense.MONTHS: Unit.MONTH, Sense.YEAR: Unit.YEAR}.get(sense, Unit.WEEK)


def _coming(c: Cursor) -> Period | None:
    """Read "de næste fire uger", "the next 14 days"."""
    c.take(Sense.THE)
    lead = c.take(Sense.NEXT, Sense.COMING)
    if lead is None:
        return None
    number = count(c)
    c.take(Sense.NEXT, Sense.COMING)
    if number is None:
        return None
    what = unit(c)
    return None if what is None or what is Unit.YEAR else Coming(number, what)


_BESIDE: tuple[Callable[[Cursor], Point | Season | None], ...] = (season, point)
