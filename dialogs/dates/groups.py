"""Grammar of days said together: lists, ranges, and a time with the days in it."""

from __future__ import annotations

from dataclasses import replace

from dialogs.dates.cursor import Cursor
from dialogs.dates.day_numbers import day_numbers
from dialogs.dates.halves import half, whole_day
from dialogs.dates.lexicon import Sense
from dialogs.dates.numbers import count
from dialogs.dates.periods import bounds, periods
from dialogs.dates.points import point
from dialogs.dates.said import (
    Bounds,
    Calendar,
    Each,
    Element,
    Group,
    Month,
    Nth,
    Part,
    Period,
    Range,
    Week,
    Weekday,
    Which,
    Whole,
)
from dialogs.dates.series import series, weekday_list, with_parity

_JOINS = (Sense.AND, Sense.COMMA, Sense.PLUS, Sense.OR)
_LINKS = (Sense.COMMA, Sense.ON, Sense.IN_TIME, Sense.BOTH, Sense.STOP, Sense.FROM, Sense.IN)
_SOME = ("nogle", "some")
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
    found = c.first_of((_vague, _time_then_days, _listing, _only_bounds, _time))
    if found is None:
        return None
    parts, either = found
    but = c.attempt(_exceptions) or ()
    return Group(parts, c.tokens[start].start, c.peek(-1).end, but, either)


Parts = tuple[tuple[Part, ...], bool]


def _time(c: Cursor) -> Parts | None:
    found = periods(c)
    return None if found is None else (_wholes(c, found), False)


def _wholes(c: Cursor, found: tuple[Period, ...], vague: bool = False) -> tuple[Part, ...]:
    c.attempt(whole_day)
    said_half = half(c)
    return tuple(Part(Whole(one, vague), said_half) for one in found)


def _vague(c: Cursor) -> Parts | None:
    """Read "to dage i næste uge" and "i løbet af uge 49": a time, but not which of its days."""
    c.take(Sense.IN)
    if c.take_word("lobet") is None:
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


def _only_bounds(c: Cursor) -> Parts | None:
    """Read "fra den 1. december til jul" and "frem til jul"."""
    opening = c.peek()
    limits = bounds(c)
    if limits is None or limits.until is None or limits.before is None:
        return None
    if limits.since is None and not (opening.sense is Sense.UNTIL or opening.word == "frem"):
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
    found = _range(c)
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


def _listing(c: Cursor) -> Parts | None:
    """Read elements joined by "og", commas and the like; a time behind them holds for all that have none."""
    parts: list[Part] = []
    either = False
    while (batch := c.attempt(_joined if parts else _first)) is not None:
        found, joined_by_or = batch
        either = either or joined_by_or
        parts += found
        _place_last(c, parts)
    return (tuple(_sharing_half(parts)), either) if parts else None


def _place_last(c: Cursor, parts: list[Part]) -> None:
    if not _takes_time(parts[-1].element):
        return
    inside = c.attempt(_inside)
    if inside is None:
        days = _trailing_weekdays(parts)
        each = with_parity(c, days) if days else None
        if each is not None:
            parts[-len(days) :] = [Part(each, parts[-1].half)]
        return
    said_half = half(c)
    for at in reversed(range(len(parts))):
        if not may_lie_in(parts[at].element, inside):
            break
        parts[at] = Part(placed(parts[at].element, inside), parts[at].half or said_half)


def _trailing_weekdays(parts: list[Part]) -> tuple[int, ...]:
    days: list[int] = []
    for part in reversed(parts):
        if not isinstance(part.element, Weekday) or part.element.which is not Which.PLAIN:
            break
        days.append(part.element.day)
    return tuple(reversed(days))


def _inside(c: Cursor) -> tuple[Period, ...] | None:
    comma = c.take(Sense.COMMA)
    if comma is not None and c.peek().sense not in (Sense.WEEK, Sense.IN):
        return None
    found = periods(c)
    if found is None or (comma is not None and not all(isinstance(one, (Week, Bounds)) for one in found)):
        return None
    return found


def _takes_time(element: Element) -> bool:
    match element:
        case Weekday():
            return element.which is not Which.GONE and not element.weeks
        case Range():
            return isinstance(element.first, Weekday) and isinstance(element.last, Weekday)
        case Calendar():
            return element.month is None
        case _:
            return False


def may_lie_in(element: Element, times: tuple[Period, ...]) -> bool:
    """Return whether a time narrows the element: a bare weekday, or a day's number in a month."""
    if isinstance(element, Calendar):
        return element.month is None and len(times) == 1 and isinstance(times[0], Month)
    return _takes_time(element) or (isinstance(element, (Each, Nth)) and not element.within)


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


def _joined(c: Cursor) -> tuple[list[Part], bool] | None:
    join = c.take(*_JOINS)
    if join is None:
        return None
    more = c.take(Sense.AND, Sense.OR)
    c.take_word("sa", "ogsa", "then")
    found = _first(c)
    if found is None:
        return None
    return found[0], Sense.OR in (join.sense, more.sense if more else None)


def _first(c: Cursor) -> tuple[list[Part], bool] | None:
    found = c.first_of((_several, _serial, _ranged, _pointed))
    if found is None:
        return None
    c.attempt(whole_day)
    said_half = half(c)
    return [Part(one, said_half) for one in found], False


def _several(c: Cursor) -> tuple[Element, ...] | None:
    return day_numbers(c)


def _serial(c: Cursor) -> tuple[Element, ...] | None:
    found = series(c)
    return None if found is None else (found,)


def _ranged(c: Cursor) -> tuple[Element, ...] | None:
    found = _range(c)
    return None if found is None else (found,)


def _pointed(c: Cursor) -> tuple[Element, ...] | None:
    c.take(Sense.FROM)
    found = point(c)
    return None if found is None else (found,)


def _range(c: Cursor) -> Range | None:
    lead = c.take(Sense.FROM, Sense.BETWEEN)
    first = point(c)
    if first is None or not _to(c, between=lead is not None and lead.sense is Sense.BETWEEN):
        return None
    last = point(c)
    return None if last is None else Range(first, last)


def _to(c: Cursor, between: bool) -> bool:
    c.take(Sense.COMMA)
    c.take_word("frem")
    if between and c.take(Sense.AND):
        return True
    word = c.take(Sense.TO, Sense.UNTIL, Sense.DASH)
    if word is None:
        return bool(c.peek().word == "to" and c.peek(1).sense in _DAYISH and c.take(Sense.COUNT))
    inclusive = c.take(Sense.AND) is not None and c.take_word("med") is not None
    return inclusive or not c.moving or word.sense is Sense.DASH


def _exceptions(c: Cursor) -> tuple[Part, ...] | None:
    """Read "undtagen den 23.", "på nær onsdag", "men ikke om fredagen"."""
    c.take(Sense.COMMA)
    if not _except(c):
        return None
    c.take(Sense.IN_TIME)
    found = _listing(c)
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


def _sharing_half(parts: list[Part]) -> list[Part]:
    """Let a half said behind the last hold for all, when no other was said: "mandag og onsdag formiddag"."""
    halves = [part.half for part in parts]
    if len(parts) > 1 and halves[-1] is not None and not any(halves[:-1]):
        return [Part(part.element, halves[-1]) for part in parts]
    return parts
