"""Grammar of half days: "formiddag", "efter frokost", "kl. 9-12"."""

from __future__ import annotations

from dialogs.dates.cursor import Cursor
from dialogs.dates.sense import Sense
from domain.home_days import Half

_NOON = 12
_MORNING_HOURS = range(5, 12)
_EVENING = 19
_SIDES = {Sense.BEFORE: Half.MORNING, Sense.UNTIL: Half.MORNING, Sense.TO: Half.MORNING}


def half(c: Cursor) -> Half | None:
    """Read which half of the day was meant."""
    return c.first_of((_named, _noon, _hours, _bare_hours, _early))


def _named(c: Cursor) -> Half | None:
    c.skip(Sense.COMMA, Sense.ONLY)
    c.take(Sense.IN_TIME, Sense.IN)
    c.take(Sense.THE)
    found = c.take(Sense.HALF)
    if found is not None:
        return Half(found.key)
    place = c.take_word("forste", "first", "anden", "sidste", "second", "last")
    if place is None or c.take_word("halvdel", "half", "halvdag") is None:
        return None
    if c.take(Sense.OF):
        c.skip(Sense.THE, Sense.DAY)
    return Half.MORNING if place.word in ("forste", "first") else Half.AFTERNOON


def _early(c: Cursor) -> Half | None:
    if c.peek(-1).sense is Sense.MORNING and c.take(Sense.EARLY):
        return Half.MORNING  # "i morgen tidlig"
    c.take(Sense.IN_TIME)
    c.take(Sense.EARLY)
    found = c.take(Sense.MORNING)
    if found is None or c.peek(-2).word == "i":
        return None
    c.take(Sense.EARLY)
    return Half.MORNING


def _noon(c: Cursor) -> Half | None:
    """Read "efter frokost", "til middag", "fra kl. 12"."""
    c.take(Sense.COMMA)
    c.take(Sense.ONLY)
    c.take_word("frem")
    side = c.take(Sense.BEFORE, Sense.AFTER, Sense.UNTIL, Sense.TO, Sense.FROM)
    if side is None:
        return None
    hours = c.peek().written if c.peek().sense is Sense.HOURS else (0, 0, None)
    if c.take(Sense.NOON) is None and (hours[1] or not _NOON <= hours[0] <= _NOON + 1 or c.take(Sense.HOURS) is None):
        return None
    return _SIDES.get(side.sense, Half.AFTERNOON)


def _hours(c: Cursor) -> Half | None:
    c.take(Sense.COMMA)
    c.take(Sense.FROM)
    found = c.take(Sense.HOURS)
    return None if found is None else _half_of(found.written[0], found.written[1])


def _bare_hours(c: Cursor) -> Half | None:
    """Read "9-12" and "fra 8 til 12" right behind a day."""
    c.take(Sense.FROM)
    first = c.take(Sense.NUMBER)
    if first is None or (c.take(Sense.DASH, Sense.TO) or c.take_word("to")) is None:
        return None
    last = c.take(Sense.NUMBER)
    if last is None or c.peek().sense in (Sense.MONTH, Sense.UNIT, Sense.DAY, Sense.WEEK):
        return None
    return _half_of(first.value, last.value)


def _half_of(first: int, last: int) -> Half | None:
    if first in _MORNING_HOURS and first < last <= _NOON + 1:
        return Half.MORNING
    return Half.AFTERNOON if _NOON - 1 < first < last <= _EVENING else None


def whole_day(c: Cursor) -> bool | None:
    """Step over "hele dagen"."""
    c.take(Sense.COMMA)
    return True if c.take(Sense.WHOLE, Sense.ALL) and c.take_word("dagen", "dag", "day") else None
