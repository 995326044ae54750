"""Counts, years and days of the month, as far as they are parts of a date."""

from __future__ import annotations

from dialogs.dates.cursor import Cursor
from dialogs.dates.said import Unit
from dialogs.dates.sense import Sense
from dialogs.dates.tokens import Token

HIGHEST_COUNT = 400
_UNITS = {Sense.DAY: Unit.DAY, Sense.WEEK: Unit.WEEK, Sense.MONTHS: Unit.MONTH, Sense.YEAR: Unit.YEAR}
_LOWEST_YEAR, _HIGHEST_YEAR = 2000, 2099  # a command can name no later day
_HIGHEST_DAY = 39  # "den 32." is a date, if an impossible one; "den 50" is none


def count(c: Cursor) -> int | None:
    """Read "14", "fjorten", "et par"."""
    first = c.take(Sense.NUMBER, Sense.COUNT)
    if first is None:
        return None
    pair = c.take_word("par", "couple")
    if pair is not None:
        c.take(Sense.OF)
    number = 2 if pair else first.value
    return number if 0 < number <= HIGHEST_COUNT else None


def unit(c: Cursor) -> Unit | None:
    """Read "dage", "uger", "måneder", "år"."""
    token = c.take(*_UNITS)
    return _UNITS[token.sense] if token else None


def year(c: Cursor) -> int | None:
    """Read the year after a month: "2027", "i år", "næste år". A value below 100 counts on from this year."""

    def rule(c: Cursor) -> int | None:
        c.skip(Sense.COMMA)
        c.take(Sense.IN, Sense.OF, Sense.TO)
        number = c.take(Sense.NUMBER)
        if number is not None:
            return number.value if _LOWEST_YEAR <= number.value <= _HIGHEST_YEAR else None
        near = c.take(Sense.NEXT, Sense.THIS)
        if c.take(Sense.YEAR) is None:
            return None
        return 1 if near is not None and near.sense is Sense.NEXT else 0

    return c.attempt(rule)


def month(c: Cursor, sure: bool = False) -> int | None:
    """Read the name of a month; a weak one ("maj", "jan", "may") only where the place is `sure` to want a month."""
    token = c.peek()
    if token.sense is not Sense.MONTH or (token.weak and not sure):
        return None
    c.at += 1
    if len(token.word) <= 4 and c.peek().sense is Sense.DOT and c.peek().start == token.end:
        c.at += 1
    return token.value


def day_number(c: Cursor) -> Token | None:
    """Read the number of a day in a month, possible or not."""
    token = c.peek()
    if token.sense not in (Sense.ORDINAL, Sense.NUMBER) or token.value > _HIGHEST_DAY:
        return None
    if c.peek(1).sense is Sense.UNIT or (c.peek(-1).sense is Sense.LABEL and c.peek(-1).word not in ("at",)):
        return None
    c.at += 1
    return token
