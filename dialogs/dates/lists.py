"""Grammar of days listed one after the other: "mandag, onsdag og fredag i uge 49", "fra torsdag til tirsdag"."""

from __future__ import annotations

from dialogs.dates.cursor import Cursor
from dialogs.dates.day_numbers import day_numbers
from dialogs.dates.halves import half, whole_day
from dialogs.dates.periods import period, periods, rest
from dialogs.dates.placing import may_lie_in, placed, takes_time
from dialogs.dates.points import point, weekday
from dialogs.dates.said import Bounds, Element, OfWeek, Part, Period, Range, Week, Weekday, Which, Whole
from dialogs.dates.sense import Sense
from dialogs.dates.series import recurring, series
from dialogs.dates.weeks import and_with

_JOINS = (Sense.AND, Sense.COMMA, Sense.PLUS, Sense.OR)
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

Parts = tuple[tuple[Part, ...], bool]


def listing(c: Cursor) -> Parts | None:
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
    if not takes_time(parts[-1].element):
        return
    inside = c.attempt(_inside)
    if inside is None:
        days = _trailing_weekdays(parts)
        each = recurring(c, days) if days else None
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


def _joined(c: Cursor) -> tuple[list[Part], bool] | None:
    joins = c.at
    c.take(*_JOINS)
    c.take(Sense.AND, Sense.OR)
    if c.at == joins and not _follows_at_once(c):
        return None
    either = any(token.sense is Sense.OR for token in c.tokens[joins : c.at])
    c.take_word("sa", "ogsa", "then")
    found = _first(c)
    return None if found is None else (found[0], either)


def _follows_at_once(c: Cursor) -> bool:
    """Return whether a list goes on without a comma, as in dictation: "mandag onsdag fredag", "1/12 3/12"."""
    before, here = c.peek(-1), c.peek()
    return before.sense is here.sense and here.sense in (Sense.WEEKDAY, Sense.WRITTEN) and not here.weak


def _first(c: Cursor) -> tuple[list[Part], bool] | None:
    found = c.first_of((_across_weeks, _several, _serial, _to_the_end, _ranged, _remaining, _pointed))
    if found is None:
        return None
    whole = c.attempt(whole_day) is not None
    said_half = half(c)
    return [Part(one, said_half, whole) for one in found], False


def _across_weeks(c: Cursor) -> tuple[Element, ...] | None:
    """Read "fra onsdag i uge 49 til tirsdag i uge 50"."""
    if c.take(Sense.FROM):
        c.attempt(and_with)
    first = _of_week(c)
    if not isinstance(first, OfWeek) or not _to(c, between=False):
        return None
    last = _of_week(c)
    return None if last is None else (Range(first, last),)


def _of_week(c: Cursor) -> OfWeek | Weekday | None:
    c.take(Sense.ON)
    day = weekday(c)
    if day is None:
        return None
    week = c.attempt(period)
    return OfWeek(day, week) if isinstance(week, Week) else Weekday(day)


def _several(c: Cursor) -> tuple[Element, ...] | None:
    return day_numbers(c)


def _serial(c: Cursor) -> tuple[Element, ...] | None:
    found = series(c)
    return None if found is None else (found,)


def _ranged(c: Cursor) -> tuple[Element, ...] | None:
    found = day_range(c)
    return None if found is None else (found,)


def _to_the_end(c: Cursor) -> tuple[Element, ...] | None:
    """Read "fra onsdag og ugen ud"."""
    c.take(Sense.FROM)
    first = point(c)
    if first is None or c.take(Sense.AND, Sense.COMMA) is None:
        return None
    end = rest(c)
    return None if end is None else (Whole(Bounds(since=first, until=end)),)


def _remaining(c: Cursor) -> tuple[Element, ...] | None:
    found = rest(c)
    return None if found is None else (Whole(found),)


def _pointed(c: Cursor) -> tuple[Element, ...] | None:
    c.take(Sense.FROM)
    found = point(c)
    return None if found is None else (found,)


def day_range(c: Cursor) -> Range | None:
    """Read "mandag til onsdag", "fra i morgen og til og med fredag", "mellem den 1. og den 3."."""
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
    if c.peek(1).sense is Sense.TO:
        c.take(Sense.AND)
    word = c.take(Sense.TO, Sense.UNTIL, Sense.DASH)
    if word is None:
        return bool(not c.moving and c.peek(1).sense in _DAYISH and c.take_word("to"))
    inclusive = c.take(Sense.AND) is not None and c.take_word("med") is not None
    return inclusive or not c.moving or word.sense is Sense.DASH


def _sharing_half(parts: list[Part]) -> list[Part]:
    """Let a half said behind the last hold for all, when no other was said: "mandag og onsdag formiddag"."""
    halves = [part.half for part in parts]
    if len(parts) > 1 and halves[-1] is not None and not any(halves[:-1]) and not any(part.whole for part in parts):
        return [Part(part.element, halves[-1]) for part in parts]
    return parts
