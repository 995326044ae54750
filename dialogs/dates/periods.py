"""Grammar of stretches of time: "uge 49 og 50", "resten af ugen", "i december", "frem til jul"."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.dates.cursor import Cursor
from dialogs.dates.feast_names import season
from dialogs.dates.lexicon import Sense
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
    Year,
)

_HIGHEST_WEEK = 99
_OFFSETS = {Sense.NEXT: 1, Sense.COMING: 1, Sense.THIS: 0, Sense.LAST: -1}
_WORDS_BETWEEN = (Sense.AND, Sense.COMMA, Sense.PLUS)


def periods(c: Cursor) -> tuple[Period, ...] | None:
    """Read one stretch of time, several numbered weeks, or a range of weeks or months."""
    c.take(Sense.BOTH)
    c.take(Sense.IN)
    c.take(Sense.BOTH)
    return c.first_of((_numbered_weeks, _one_or_two))


def _one_or_two(c: Cursor) -> tuple[Period, ...] | None:
    first = period(c)
    if first is None:
        return None
    found = [first]
    while (another := c.attempt(_and_another)) is not None:
        found.append(another)
    last = c.attempt(_to_another)
    if last is not None:
        found[-1] = Bounds(found[-1], last)
    return tuple(found)


def period(c: Cursor) -> Period | None:
    """Read one stretch of time."""
    c.take(Sense.IN)
    c.take(Sense.WHOLE)
    return c.first_of((_rest, _out, _week, _week_beside, _coming, _near, _month, _year, _between_seasons))


def _and_another(c: Cursor) -> Period | None:
    if c.take(*_WORDS_BETWEEN) is None:
        return None
    c.take(Sense.AND)
    found = period(c)
    return found if isinstance(found, (Week, Month)) else None


def _to_another(c: Cursor) -> Period | None:
    if c.take(Sense.TO, Sense.DASH) is None:
        return None
    c.attempt(_and_with)
    found = period(c)
    return found if isinstance(found, (Week, Month)) else None


def _and_with(c: Cursor) -> bool | None:
    """Step over "og med" in "til og med"."""
    return True if c.take(Sense.AND) and c.take_word("med") else None


def _week(c: Cursor) -> Period | None:
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


def _numbered_weeks(c: Cursor) -> tuple[Period, ...] | None:
    """Read "uge 49, 50 og 52", "uge 49-51", "uge 49 til og med uge 51"."""
    c.take(Sense.WHOLE)
    first = _week(c)
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
        c.attempt(_and_with)
    elif not c.take(*_WORDS_BETWEEN):
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


def _week_beside(c: Cursor) -> Period | None:
    """Read "ugen efter næste", "ugen før jul", "ugen efter"."""
    c.take(Sense.THE)
    if c.take(Sense.THE_WEEK, Sense.WEEK) is None:
        return None
    side = c.take(Sense.BEFORE, Sense.AFTER)
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


def _month(c: Cursor) -> Period | None:
    sure = c.peek(-1).sense in (Sense.IN, Sense.WHOLE, Sense.TO, Sense.UNTIL, Sense.DASH)
    if c.take(Sense.THIS, Sense.NEXT, Sense.COMING):
        sure = False
    number = month(c, sure=sure)
    return None if number is None else Month(number, year(c))


def _year(c: Cursor) -> Period | None:
    number = c.take(Sense.NUMBER)
    if number is None or c.peek(-2).sense not in (Sense.IN, Sense.WHOLE) or not 2020 <= number.value <= 2100:
        return None
    return None if c.peek().sense is Sense.UNIT else Year(number.value)


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


def _between_seasons(c: Cursor) -> Period | None:
    if c.take(Sense.BETWEEN) is None:
        return None
    first = season(c)
    if first is None or c.take(Sense.AND) is None:
        return None
    last = season(c)
    return None if last is None else Bounds(first, last, after=True, before=True)


def bounds(c: Cursor) -> Bounds | None:
    """Read what limits a series: "frem til jul", "fra 1/12 til 31/12", "indtil februar", "efter nytår"."""
    since, after = c.attempt(_since) or (None, False)
    until, before = c.attempt(_until) or (None, False)
    if since is None and until is None:
        return None
    return Bounds(since, until, after, before)


def _since(c: Cursor) -> tuple[Point | Period, bool] | None:
    lead = c.take(Sense.FROM, Sense.AFTER, Sense.BETWEEN)
    if lead is None:
        return None
    c.attempt(_and_with)
    if c.take_word("nu", "now"):
        c.take(Sense.OF)
        return Coming(0, Unit.DAY), False
    edge = _edge(c)
    if edge is None:
        return None
    if lead.sense is Sense.BETWEEN and c.peek().sense is not Sense.AND:
        return None
    c.take_word("af")
    c.attempt(_and_onwards)
    return edge, lead.sense is Sense.AFTER


def _and_onwards(c: Cursor) -> bool | None:
    return True if c.take(Sense.AND) and c.take_word("frem", "fremefter", "fremad", "onwards") else None


def _until(c: Cursor) -> tuple[Point | Period, bool] | None:
    if c.peek(1).word in ("frem", "indtil"):
        c.skip(Sense.COMMA, Sense.AND)
    between = c.peek().sense is Sense.AND
    c.take_word("frem", "helt")
    lead = c.take(Sense.UNTIL, Sense.TO, Sense.BEFORE, Sense.DASH) or (c.take(Sense.AND) if between else None)
    if lead is None or (lead.sense is Sense.BEFORE and lead.weak):
        return None
    inclusive = c.attempt(_and_with) is not None
    end = c.take_word("udgangen", "slutningen", "end")
    c.take(Sense.OF)
    c.take(Sense.THE)
    edge = _edge(c)
    if edge is None:
        return None
    whole = inclusive or end is not None or (between and lead.sense is Sense.AND)
    early = lead.sense is Sense.BEFORE or (isinstance(edge, (Month, Season)) and not whole)
    return edge, early


def _edge(c: Cursor) -> Point | Period | None:
    return c.first_of(_EDGES)


_BESIDE: tuple[Callable[[Cursor], Point | Season | None], ...] = (season, point)
_EDGES: tuple[Callable[[Cursor], Point | Period | None], ...] = (season, point, period)
