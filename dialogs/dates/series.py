"""Grammar of days that come back and of the n-th of something: "hver anden fredag", "de næste tre onsdage"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogs.dates.bounds import bounds
from dialogs.dates.cursor import Cursor
from dialogs.dates.feast_names import season
from dialogs.dates.numbers import count
from dialogs.dates.periods import periods
from dialogs.dates.points import point, weekday
from dialogs.dates.said import WORKDAYS, Bounds, Each, Nth, Period, Point, Rest, Season, Week, WeekBeside, WeekOf
from dialogs.dates.sense import Sense

_ALL_WEEK = tuple(range(7))
_JOINS = (Sense.AND, Sense.COMMA, Sense.PLUS)
_EVERY_DAY = ("dag", "dage", "dagene", "dagen", "day", "days")
_LINKS = (Sense.ON, Sense.IN_TIME, Sense.IN)


def series(c: Cursor) -> Each | Nth | None:
    """Read a series or the n-th of something, with the time that it lies in."""
    found = c.first_of(_SERIES)
    if found is None:
        return None
    found = _with_parity(c, found)
    inside = within(c)
    return replace(found, within=found.within + inside) if inside else found


def within(c: Cursor) -> tuple[Period, ...]:
    """Read the times and limits behind a series: "i december", "fra 1/12 til 31/12", "resten af året"."""
    c.attempt(_comma_before_bound)
    limits = c.attempt(bounds)
    if limits is not None:
        more = c.attempt(bounds)
        if more is not None and limits.until is None:
            limits = replace(limits, until=more.until, before=more.before)
        return (limits,)
    return c.attempt(periods) or ()


def _comma_before_bound(c: Cursor) -> bool | None:
    if c.take(Sense.COMMA) is None:
        return None
    return True if c.peek().word in ("frem", "fra", "indtil") or c.peek().sense is Sense.UNTIL else None


def weekday_list(c: Cursor, plural: bool = False) -> tuple[int, ...] | None:
    """Read "tirsdag og torsdag", "mandage, onsdage"; `plural` demands that the first is one."""
    first = _one(c)
    if first is None or (plural and not first[1]):
        return None
    days = [first[0]]
    while (another := c.attempt(_another)) is not None:
        days.append(another)
    return tuple(dict.fromkeys(days))


def _one(c: Cursor) -> tuple[int, bool] | None:
    c.take(Sense.EVERY, Sense.ALL)
    many = c.take(Sense.WEEKDAYS)
    if many is not None:
        return many.value, True
    day = weekday(c)
    return None if day is None else (day, False)


def _another(c: Cursor) -> int | None:
    if c.take(*_JOINS) is None:
        return None
    c.take(Sense.AND)
    c.skip(*_LINKS, Sense.EVERY)
    found = _one(c)
    if found is None or c.peek().sense in (Sense.THE, Sense.ORDINAL, Sense.WRITTEN):
        return None
    return found[0]


def _every(c: Cursor) -> Each | None:
    """Read "hver anden fredag", "hver uge på tirsdag", "alle hverdage", "hver 14. dag om fredagen"."""
    c.take_word("fast")
    every = c.take(Sense.ALL)
    step = 1 if every else _step(c)
    if step is None or (every and c.peek().word in ("dag", "day")):
        return None
    c.take_word("faste")
    if step == 14 and c.take(Sense.DAY):
        return _on_days(c, 2)
    if c.take(Sense.WEEK):
        return _on_days(c, step)
    if c.take(Sense.WORKDAYS) or (step == 1 and c.take_word(*_EVERY_DAY)):
        return Each(WORKDAYS)
    days = weekday_list(c)
    return None if days is None else Each(days, step)


def _on_days(c: Cursor, step: int) -> Each | None:
    inside = within(c)
    c.skip(*_LINKS)
    days = weekday_list(c)
    return None if days is None else Each(days, step, within=inside)


def _plural(c: Cursor) -> Each | None:
    """Read "mandage i december", "om mandagen", "på hverdage"; "fast mandag" too."""
    fixed = c.take_word("fast")
    c.take_word("faste")
    c.skip(Sense.ALL)
    c.take(Sense.ON)
    if c.take_word("hverdage", "hverdagene", "arbejdsdage", "arbejdsdagene", "weekdays", "workdays", "ugedage"):
        return Each(WORKDAYS)
    habitual = c.take(Sense.IN_TIME) if c.peek(1).sense is Sense.THE_WEEKDAY else None
    c.take(Sense.IN_TIME)
    days = weekday_list(c, plural=fixed is None and habitual is None)
    return None if days is None else Each(days)


def _parity_first(c: Cursor) -> Each | None:
    """Read "ulige uger om fredagen", "i lige uger på mandage"."""
    parity = _parity(c)
    if parity is None:
        return None
    c.take(Sense.COMMA)
    c.skip(*_LINKS, Sense.EVERY, Sense.ALL)
    days = weekday_list(c)
    return None if days is None else Each(days, parity=parity)


def _parity(c: Cursor) -> int | None:
    c.take(Sense.IN)
    c.skip(Sense.ALL, Sense.THE)
    found = c.take(Sense.EVEN, Sense.ODD) or c.take_word("even", "odd")
    if found is None or c.take(Sense.WEEK) is None:
        return None
    return 0 if found.word in ("lige", "even") else 1


def _with_parity(c: Cursor, found: Each | Nth) -> Each | Nth:
    if isinstance(found, Each) and found.parity is None:
        parity = c.attempt(_parity)
        if parity is not None:
            return replace(found, parity=parity)
    return found


def recurring(c: Cursor, days: tuple[int, ...]) -> Each | None:
    """Read "i lige uger frem til februar" or "hver anden uge" behind weekdays that were said one by one."""
    parity = c.attempt(_parity)
    if parity is not None:
        return Each(days, parity=parity, within=within(c))
    step = c.attempt(_every_so_many_weeks)
    return None if step is None else Each(days, step, within=within(c))


def _every_so_many_weeks(c: Cursor) -> int | None:
    c.take(Sense.IN)
    step = _step(c)
    return step if step is not None and c.take(Sense.WEEK) else None


def _step(c: Cursor) -> int | None:
    """Read "hver", "hver anden", "hveranden", "every other", "hver 3."."""
    if c.take_word("hveranden"):
        return 2
    if c.take(Sense.EVERY) is None:
        return None
    c.take_word("eneste", "single")
    if c.take_word("other", "hveranden"):
        return 2
    number = c.take(Sense.ORDINAL)
    return number.value if number else 1


def _next_few(c: Cursor) -> Each | None:
    """Read "de næste tre onsdage", "the next three Wednesdays", "fem onsdage i træk"."""
    c.skip(Sense.THE)
    lead = c.take(Sense.NEXT, Sense.COMING)
    number = count(c)
    lead = lead or c.take(Sense.NEXT, Sense.COMING)
    if number is None or lead is None:
        return None
    days: tuple[int, ...] | None = WORKDAYS if c.take(Sense.WORKDAYS) else weekday_list(c, plural=True)
    return None if days is None else Each(days, count=number)


def _nth(c: Cursor) -> Nth | None:
    """Read "den første mandag i januar", "de sidste to fredage før jul", "sidste hverdag i november"."""
    c.take(Sense.ON)
    c.skip(Sense.THE)
    place, number = _place(c)
    if place is None:
        return None
    days: tuple[int, ...] | None = WORKDAYS if c.take(Sense.WORKDAYS) else None
    if c.take(Sense.DAY):
        days = _ALL_WEEK
    if days is None:
        many = c.take(Sense.WEEKDAYS)
        day = many.value if many else weekday(c)
        days = None if day is None else (day,)
    if days is None:
        return None
    inside = c.attempt(_where)
    if inside is None:
        return None
    if len(days) == len(_ALL_WEEK) and all(isinstance(one, (Week, WeekBeside, WeekOf, Rest)) for one in inside):
        days = WORKDAYS  # "de sidste to dage i ugen" are Thursday and Friday
    return Nth(place, days, number, inside)


def _place(c: Cursor) -> tuple[int | None, int]:
    before = count(c) if c.peek(1).sense in (Sense.ORDINAL, Sense.LAST) else None
    ordinal = c.take(Sense.ORDINAL)
    last = None if ordinal else c.take(Sense.LAST)
    if ordinal is None and last is None:
        return None, 1
    number = before or count(c) or 1
    return (ordinal.value if ordinal else -number), number


def _where(c: Cursor) -> tuple[Period, ...] | None:
    """Read where the n-th is counted: in a month or year, or before or after a day."""
    side = c.take(Sense.BEFORE, Sense.AFTER)
    if side is not None:
        edge = c.first_of(_EDGES)
        if edge is None:
            return None
        return (Bounds(since=edge, after=True),) if side.sense is Sense.AFTER else (Bounds(until=edge, before=True),)
    c.take(Sense.OF)
    return periods(c)


def _monthly(c: Cursor) -> Each | None:
    """Read "den første mandag i hver måned", "hver første mandag i måneden"."""
    leading = c.take(Sense.EVERY)
    c.skip(Sense.THE)
    place, number = _place(c)
    if place is None or number != 1 or abs(place) > 5:  # no month has a sixth Monday
        return None
    day = weekday(c)
    c.take(Sense.IN, Sense.OF)
    every = c.take(Sense.EVERY) or leading
    if day is None or not every or c.take_word("maned", "maneden", "month") is None:
        return None
    return Each((day,), monthly=place)


_SERIES: tuple[Callable[[Cursor], Each | Nth | None], ...] = (
    _monthly,
    _nth,
    _next_few,
    _every,
    _parity_first,
    _plural,
)
_EDGES: tuple[Callable[[Cursor], Point | Season | None], ...] = (season, point)
