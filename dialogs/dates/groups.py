"""Grammar of days said together: lists, ranges, and a time with the days in it."""

from __future__ import annotations

from dataclasses import replace

from dialogs.dates.bounds import bounds
from dialogs.dates.cursor import Cursor
from dialogs.dates.day_numbers import day_numbers
from dialogs.dates.feast_names import season
from dialogs.dates.halves import half, whole_day
from dialogs.dates.lists import Parts, day_range, listing
from dialogs.dates.numbers import count
from dialogs.dates.periods import periods
from dialogs.dates.placing import may_lie_in, placed
from dialogs.dates.points import point
from dialogs.dates.said import (
    Calendar,
    Each,
    Element,
    Group,
    Month,
    Nth,
    Part,
    Period,
    Range,
    Rest,
    Season,
    Weekday,
    Whole,
    Year,
)
from dialogs.dates.sense import Sense
from dialogs.dates.series import series, weekday_list, within

_JOINS = (Sense.AND, Sense.COMMA, Sense.PLUS, Sense.OR)
_LINKS = (Sense.COMMA, Sense.ON, Sense.IN_TIME, Sense.BOTH, Sense.STOP, Sense.FROM, Sense.IN)
_SOME = ("nogle", "some")
_SOMEWHERE = ("lobet", "midt", "starten", "begyndelsen", "slutningen", "engang", "middle", "beginning", "end", "midten")
_DAYISH = (
    Sense.WEEKDAY,
    Sense.RELATIVE,
    Sense.WRITTEN,
    Sense.ORDINAL,
    Sense.MONTH,
    Sense.THE,
    Sense.NEXT,
    Sense.SEASON,
)


def group(c: Cursor) -> Group | None:
    """Read the days that begin here, with their exceptions."""
    start = c.at
    c.skip(Sense.BOTH)
    found = c.first_of((_vague, _time_then_days, _to_a_time, listing, _only_bounds, _time))
    if found is None:
        return None
    parts, either = found
    but = c.attempt(_exceptions) or ()
    if but and len(parts) == 1:
        parts = (_sharing_time(c, parts[0], but[-1]),)
    return Group(parts, c.tokens[start].start, c.peek(-1).end, but, either)


def _sharing_time(c: Cursor, part: Part, last: Part) -> Part:
    """Let the time behind the exceptions hold for the whole: "alle dage undtagen onsdag i uge 49"."""
    if not isinstance(part.element, Each) or part.element.within:
        return part
    inside = last.element.within if isinstance(last.element, Each) else within(c)
    return replace(part, element=replace(part.element, within=inside))


def _to_a_time(c: Cursor) -> Parts | None:
    """Read "fra den 21. december til jul": a range that ends with a time, not with a day."""
    limits = bounds(c)
    if limits is None or limits.since is None or not isinstance(limits.until, (Season, Month, Rest)):
        return None
    return (Part(Whole(limits), half(c)),), False


def _time(c: Cursor) -> Parts | None:
    opening, start = c.peek(), c.at
    found = periods(c)
    if found is None:
        weeks = c.attempt(_holiday_weeks)
        return None if weeks is None else (_wholes(c, (weeks,)), False)
    if isinstance(found[0], Year) and opening.sense is not Sense.WHOLE:
        return None
    named = isinstance(found[0], Month) and found[0].number is not None and found[0].year is None
    if named and opening.sense is Sense.MONTH and not (start == 0 and c.at >= len(c.tokens) - 1):
        return None  # "August" may be a name
    return _wholes(c, found), False


def _holiday_weeks(c: Cursor) -> Season | None:
    """Read "i efterårsferien"."""
    c.take(Sense.IN)
    c.take(Sense.WHOLE)
    named = season(c)
    return named if named is not None and named.key.endswith("_holiday") else None


def _wholes(c: Cursor, found: tuple[Period, ...], vague: bool = False) -> tuple[Part, ...]:
    c.attempt(whole_day)
    said_half = half(c)
    return tuple(Part(Whole(one, vague), said_half) for one in found)


def _vague(c: Cursor) -> Parts | None:
    """Read "to dage i næste uge" and "i løbet af uge 49": a time, but not which of its days."""
    c.take(Sense.IN)
    if c.attempt(_one_of) is None and c.take_word(*_SOMEWHERE) is None:
        if c.take_word(*_SOME) is None:
            c.attempt(count)
        if c.take(Sense.OR):
            c.take(Sense.ORDINAL)
        counted = c.peek(-1).sense in (Sense.NUMBER, Sense.COUNT, Sense.ORDINAL) or c.peek(-1).word in _SOME
        if not counted or c.take(Sense.DAY, Sense.UNIT) is None:
            return None
    c.take(Sense.OF)
    found = periods(c)
    return None if found is None else (_wholes(c, found, vague=True), False)


def _one_of(c: Cursor) -> bool | None:
    """Read "en af dagene"."""
    return True if count(c) and c.take(Sense.OF) and c.take(Sense.THE, Sense.DAY) else None


def _only_bounds(c: Cursor) -> Parts | None:
    """Read "fra den 1. december til jul" and "frem til jul"."""
    opening, start = c.peek(), c.at
    limits = bounds(c)
    if limits is None or limits.until is None:
        return None
    inclusive = opening.sense is Sense.TO and c.tokens[start + 1].sense is Sense.AND
    if limits.since is None and not (opening.sense is Sense.UNTIL or opening.word == "frem" or inclusive):
        return None
    return (Part(Whole(limits), half(c)),), False


def _time_then_days(c: Cursor) -> Parts | None:
    """Read "i næste uge tirsdag", "uge 51 man-ons", "i december den 3. og 8."."""
    found = periods(c)
    if found is None:
        return None
    c.skip(*_LINKS)
    days = c.first_of((_range_of_weekdays, _repeated, _numbers, _weekdays))
    if days is None or not all(may_lie_in(one, found) for one in days):
        return None
    said_half = half(c)
    return tuple(Part(placed(one, found), said_half) for one in days), False


def _range_of_weekdays(c: Cursor) -> tuple[Element, ...] | None:
    found = day_range(c)
    return (found,) if isinstance(found, Range) and isinstance(found.first, Weekday) else None


def _repeated(c: Cursor) -> tuple[Element, ...] | None:
    found = series(c)
    return (found,) if isinstance(found, (Each, Nth)) and not found.within else None


def _numbers(c: Cursor) -> tuple[Element, ...] | None:
    several = c.attempt(day_numbers)
    if several is not None:
        return several
    single = point(c)
    return (single,) if isinstance(single, Calendar) else None


def _weekdays(c: Cursor) -> tuple[Element, ...] | None:
    days = weekday_list(c)
    if days is None or c.peek().sense in (Sense.THE, Sense.WRITTEN, Sense.ORDINAL):
        return None
    if c.peek().sense is Sense.IN and c.peek(1).sense in (Sense.WEEK, Sense.NEXT, Sense.THIS):
        return None  # that weekday has a time of its own
    return tuple(Weekday(day) for day in days)


def _exceptions(c: Cursor) -> tuple[Part, ...] | None:
    """Read "undtagen den 23.", "på nær onsdag", "men ikke om fredagen"."""
    c.take(Sense.COMMA)
    if not _except(c):
        return None
    c.take(Sense.IN_TIME)
    found = listing(c)
    return None if found is None else found[0]


def _except(c: Cursor) -> bool:
    if c.take(Sense.EXCEPT) or c.take_word("uden", "without"):
        c.take_word("for", "fra")
        return True
    if c.take_word("bortset", "fraregnet", "apart", "foruden"):
        return c.take(Sense.FROM) is not None or True
    if c.peek().word == "pa" and c.peek(1).word == "nar":
        c.at += 2
        return True
    c.skip(Sense.ONLY)
    return c.peek(-1).sense in (Sense.ONLY, Sense.COMMA) and c.take(Sense.NOT) is not None
