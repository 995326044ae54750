"""Grammar of a day by its number: "onsdag d. 2. december 2026", "3/12", "den 15.", "December 2nd"."""

from __future__ import annotations

from dialogs.dates.cursor import Cursor
from dialogs.dates.numbers import day_number, month, year
from dialogs.dates.said import Calendar
from dialogs.dates.sense import Sense
from dialogs.dates.tokens import Token

_MIDDLE = 12  # a bare number up to here, after a weekday, may be an hour
_FIRST_SURE = 3  # "den første" and "den anden" are more often something else
# what may follow "den tredje" when it is a date
_ENDS = (Sense.STOP, Sense.COMMA, Sense.AND, Sense.TO, Sense.UNTIL, Sense.DASH, Sense.DOT, Sense.HALF, Sense.EXCEPT)


def calendar_day(c: Cursor) -> Calendar | None:
    """Read a day by its number."""
    return c.first_of((_written, _numbered, _month_first))


def _written(c: Cursor) -> Calendar | None:
    lead = _lead(c)
    token = c.take(Sense.WRITTEN)
    if token is None or (c.peek().sense is Sense.UNIT) or _is_part_of_something(c, token, lead):
        return None
    day, in_month, in_year = token.written
    return Calendar(day, in_month, in_year, _confirming(c, lead.weekday))


def _is_part_of_something(c: Cursor, token: Token, lead: _Lead) -> bool:
    """Return whether "1/2" or "24/7" is a share or a saying and no date."""
    if lead.weekday is not None or lead.the:
        return False
    if token.word.replace(" ", "") == "24/7" or c.peek(-2).sense is Sense.LABEL:
        return True
    return "/" in token.word and c.peek().sense in (Sense.DAY, Sense.OF, Sense.WEEK, Sense.YEAR)


def _numbered(c: Cursor) -> Calendar | None:
    lead = _lead(c)
    token = day_number(c)
    if token is None:
        return None
    in_month = c.attempt(_of_month)
    if in_month is not None:
        return Calendar(token.value, in_month, year(c), _confirming(c, lead.weekday))
    return Calendar(token.value, weekday=lead.weekday) if _stands_alone(c, token, lead) else None


def _of_month(c: Cursor) -> int | None:
    """Read the month after a day: its name, or its number as in "den 3. i 12."."""
    c.take(Sense.DOT)
    c.take(Sense.OF)
    named = month(c, sure=True)
    if named is not None:
        return named
    if c.take(Sense.IN) is None and not (c.peek().sense is Sense.ORDINAL and c.peek(-1).sense is Sense.ORDINAL):
        return None
    named = month(c, sure=True)
    if named is not None:
        return named
    number = c.take(Sense.ORDINAL)
    if number is None or not 1 <= number.value <= 12 or c.peek().sense in (Sense.WEEKDAY, Sense.SEASON):
        return None
    return number.value


def _stands_alone(c: Cursor, token: Token, lead: _Lead) -> bool:
    following = c.peek()
    if following.sense in (Sense.UNIT, Sense.DAY, Sense.WEEK, Sense.YEAR, Sense.MONTHS, Sense.NUMBER):
        return False
    if following.sense in (Sense.WEEKDAY, Sense.WEEKDAYS, Sense.WORKDAYS) and token.sense is Sense.ORDINAL:
        return False  # "den 2. mandag"
    if not token.word[:1].isdigit():
        in_month = following.sense is Sense.IN and c.peek(1).sense in (
            Sense.NEXT,
            Sense.THIS,
            Sense.MONTH,
            Sense.MONTHS,
        )
        return lead.the and (in_month or (token.value >= _FIRST_SURE and (c.done or following.sense in _ENDS)))
    if lead.the:
        return True
    if lead.weekday is None:
        return False
    return token.sense is Sense.ORDINAL or token.value > _MIDDLE


def _month_first(c: Cursor) -> Calendar | None:
    """Read "December 2nd, 2026" and "december den 2."."""
    weekday = _lead(c).weekday
    named = c.peek()
    in_month = month(c, sure=True)
    if in_month is None:
        return None
    the = c.take(Sense.THE)
    token = day_number(c)
    if token is None or (named.weak and token.sense is not Sense.ORDINAL):
        return None
    if the is None and token.sense is Sense.NUMBER and c.peek().sense in (Sense.DAY, Sense.WEEK, Sense.WEEKDAYS):
        return None
    return Calendar(token.value, in_month, year(c), weekday)


class _Lead:
    """What stood before a day's number."""

    def __init__(self, weekday: int | None, the: bool) -> None:
        self.weekday = weekday
        self.the = the


def _lead(c: Cursor) -> _Lead:
    """Step over "på", "onsdag", ",", "d." before a day's number."""
    start = c.at
    c.take(Sense.ON)
    c.take(Sense.THE)
    c.take(Sense.NEXT, Sense.COMING)
    day = c.take(Sense.WEEKDAY, Sense.LAST_WEEKDAY, Sense.THE_WEEKDAY)
    if day is None:
        c.at = start
        c.take(Sense.ON)
    else:
        c.take(Sense.DOT)
        c.take(Sense.COMMA)
    the = c.take(Sense.THE)
    if the is not None:
        c.take(Sense.DOT)
    return _Lead(day.value if day else None, the is not None)


def _confirming(c: Cursor, before: int | None) -> int | None:
    """Read a weekday that follows its date: "2/12 (onsdag)"."""
    if before is not None or c.peek().sense is Sense.COMMA:
        return before
    start = c.at
    c.take(Sense.STOP)
    day = c.take(Sense.WEEKDAY)
    if day is None or day.weak:
        c.at = start
        return before
    c.take(Sense.STOP)
    return day.value
