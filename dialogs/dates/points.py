"""Grammar of a single day: "i morgen", "på fredag om to uger", "onsdag d. 2. december", "dagen før juleaften"."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.dates.calendar_days import calendar_day
from dialogs.dates.cursor import Cursor
from dialogs.dates.feast_names import feast, season
from dialogs.dates.numbers import count, unit
from dialogs.dates.said import Beside, Later, Point, Relative, Season, Unit, Weekday, Which
from dialogs.dates.sense import Sense

_AFTER_I = {
    "dag": 0,
    "aften": 0,
    "nat": 0,
    "morges": 0,
    "morgen": 1,
    "morn": 1,
    "morra": 1,
    "overmorgen": 2,
    "gar": -1,
    "forgars": -2,
}
_WEEKS_IN_DAYS = {7: 1, 8: 1, 14: 2, 21: 3, 28: 4}
_MOST_NESTED = 3
_ABOUT = ("pracis", "cirka", "ca", "omkring", "about", "exactly", "kun", "bare", "lige")
_JOINS = (Sense.AND, Sense.COMMA, Sense.DASH, Sense.PLUS, Sense.TO, Sense.OR)
_BEFORE_WEEKDAY = (Sense.ON, Sense.NEXT, Sense.COMING, Sense.THIS, Sense.EVERY, Sense.NUMBER)


def point(c: Cursor) -> Point | None:
    """Read one day."""
    if c.nested >= _MOST_NESTED:
        return None
    c.nested += 1
    found = c.first_of(_POINTS)
    c.nested -= 1
    if found is None:
        return None
    weeks = c.attempt(_weeks_on)
    if weeks is None:
        return found
    if isinstance(found, Weekday) and found.which is not Which.GONE:
        return Weekday(found.day, found.which, found.weeks + weeks)
    return Later(found, weeks)


def weekday(c: Cursor) -> int | None:
    """Read the bare name of a weekday, whole or short; a weak one ("man", "fri") only beside its like."""
    token = c.peek()
    if token.sense is Sense.LAST_WEEKDAY and c.peek(-1).sense is not Sense.IN:
        c.at += 1
        return token.value
    if token.sense not in (Sense.WEEKDAY, Sense.THE_WEEKDAY) or (token.weak and not _among_weekdays(c)):
        return None
    c.at += 1
    short = token.sense is Sense.WEEKDAY and not token.word.endswith(("dag", "day"))
    if short and c.peek().sense is Sense.DOT and c.peek().start == token.end:
        c.at += 1
    return token.value


def _among_weekdays(c: Cursor) -> bool:
    before, after = c.peek(-1), c.peek(1)
    if before.sense in _BEFORE_WEEKDAY or after.sense is Sense.WRITTEN:
        return True
    if after.sense is Sense.DOT:
        after, behind = c.peek(2), c.peek(3)
    else:
        behind = c.peek(2)
    return (before.sense in _JOINS and c.peek(-2).sense is Sense.WEEKDAY) or (
        after.sense in _JOINS and behind.sense is Sense.WEEKDAY
    )


def _relative(c: Cursor) -> Point | None:
    return c.first_of((_today_or_so, _in_some_time, _some_time_from))


def _today_or_so(c: Cursor) -> Point | None:
    token = c.take(Sense.RELATIVE)
    if token is not None:
        return Relative(token.value)
    if c.take(Sense.THIS) and c.peek().sense is Sense.HALF:
        return Relative(0)
    if c.take(Sense.IN) is None:
        return None
    if c.peek().sense is Sense.HALF and c.peek(-1).word == "i":
        return Relative(0)
    days = _AFTER_I.get(c.peek().word)
    if days is None or c.peek(-1).word != "i":
        return None
    c.at += 1
    return Relative(days)


def _in_some_time(c: Cursor) -> Point | None:
    lead = c.take(Sense.IN_TIME, Sense.IN)
    if lead is None or lead.word == "i":
        return None
    c.take_word(*_ABOUT)
    if c.peek(1).sense is Sense.NUMBER:
        c.take_word("en")  # "om en 14 dages tid"
    number, what = count(c), unit(c)
    if number is None or what is None or what is Unit.YEAR:
        return None
    c.take_word("tid", "time")
    c.attempt(_from_now)
    if what is Unit.WEEK:
        day = c.attempt(_on_weekday)
        if day is not None:
            return Weekday(day, Which.PLAIN, number)
    return Relative(number, what)


def _from_now(c: Cursor) -> bool | None:
    return True if c.take_word("fra", "from") and c.take_word("nu", "now") else None


def _on_weekday(c: Cursor) -> int | None:
    c.take(Sense.ON)
    return weekday(c)


def _some_time_from(c: Cursor) -> Point | None:
    number, what = count(c), unit(c)
    if number is None or what is None:
        return None
    if c.take(Sense.FROM, Sense.AFTER) is None and c.peek().word not in ("today", "tomorrow"):
        return None
    if c.take_word("nu", "now"):
        return Relative(number, what)
    start = point(c)
    if start is None:
        return None
    if what is Unit.WEEK or (what is Unit.DAY and number % 7 == 0):
        return Later(start, number if what is Unit.WEEK else number // 7)
    return None


def _weeks_on(c: Cursor) -> int | None:
    """Read "om to uger", "om 14 dage" or the old "otte dage" behind a day."""
    lead = c.take(Sense.IN_TIME, Sense.IN)
    number, what = count(c), unit(c)
    if number is None or what not in (Unit.WEEK, Unit.DAY):
        return None
    c.take_word("tid")
    if what is Unit.DAY and number in _WEEKS_IN_DAYS:
        return _WEEKS_IN_DAYS[number]
    return number if what is Unit.WEEK and lead is not None and lead.word != "i" else None


def _beside(c: Cursor) -> Point | None:
    """Read "dagen efter i morgen", "fredagen før jul", and "dagen efter" without an object."""
    c.take(Sense.THE)
    definite = c.peek().sense is Sense.THE_WEEKDAY or c.peek().word in ("dagen", "day")
    days = c.attempt(_so_many_days)
    of_week = None if days is not None else weekday(c)
    if days is None and of_week is None:
        return None
    side = c.take(Sense.BEFORE, Sense.AFTER)
    if side is None or (c.moving and side.weak):  # "swap Thursday for Tuesday" names two days
        return None
    of = c.first_of(_EDGES)
    if of is None and (side.weak or not definite):
        return None
    return Beside((days or 1) * (1 if side.sense is Sense.AFTER else -1), of, of_week)


def _so_many_days(c: Cursor) -> int | None:
    number = count(c) or 1
    return number if c.take_word("dag", "dagen", "dage", "day", "days") else None


def _gone(c: Cursor) -> Point | None:
    if c.take(Sense.IN) and c.peek().sense is Sense.LAST_WEEKDAY:
        return Weekday(_step(c), Which.GONE)
    if c.take(Sense.LAST) is None:
        return None
    day = weekday(c)
    return None if day is None else Weekday(day, Which.GONE)


def _step(c: Cursor) -> int:
    value = c.peek().value
    c.at += 1
    return value


def _named_weekday(c: Cursor) -> Point | None:
    """Read a weekday with what stands before it: "på", "den kommende", "næste"."""
    which = Which.PLAIN
    if c.take(Sense.ON):
        which = Which.TO_COME
    c.take(Sense.THE)
    marked = c.take(Sense.NEXT, Sense.COMING, Sense.THIS)
    if marked is not None:
        which = {Sense.NEXT: Which.NEXT, Sense.COMING: Which.TO_COME, Sense.THIS: Which.THIS}[marked.sense]
    day = weekday(c)
    return None if day is None else Weekday(day, which)


_POINTS: tuple[Callable[[Cursor], Point | None], ...] = (
    _relative,
    _beside,
    feast,
    calendar_day,
    _gone,
    _named_weekday,
)
_EDGES: tuple[Callable[[Cursor], Point | Season | None], ...] = (point, season)
