"""Grammar of what limits a time: "frem til jul", "fra 1/12 til 31/12", "indtil februar", "mellem jul og nytår"."""

from __future__ import annotations

from collections.abc import Callable

from dialogs.dates.cursor import Cursor
from dialogs.dates.feast_names import season
from dialogs.dates.periods import period
from dialogs.dates.points import point
from dialogs.dates.said import Bounds, Coming, Month, Period, Point, Season, Unit
from dialogs.dates.sense import Sense
from dialogs.dates.weeks import and_with


def bounds(c: Cursor) -> Bounds | None:
    """Read where a time begins, ends or both."""
    gap = c.attempt(_between_seasons)
    if gap is not None:
        return gap
    since, after, between = c.attempt(_since) or (None, False, False)
    until, before = c.attempt(_to_the_other if between else _until) or (None, False)
    if since is None and until is None:
        return None
    if isinstance(since, Month) and isinstance(until, Month):
        before = False  # "fra januar til februar" is both months
    return Bounds(since, until, after, before)


def _between_seasons(c: Cursor) -> Bounds | None:
    """Read "mellem jul og nytår"."""
    if c.take(Sense.BETWEEN) is None:
        return None
    first = season(c)
    if first is None or c.take(Sense.AND) is None:
        return None
    last = season(c)
    return None if last is None else Bounds(first, last, after=True, before=True)


def _since(c: Cursor) -> tuple[Point | Period, bool, bool] | None:
    lead = c.take(Sense.FROM, Sense.AFTER, Sense.BETWEEN)
    if lead is None:
        return None
    c.attempt(and_with)
    if c.take_word("nu", "now"):
        c.take(Sense.OF)
        return Coming(0, Unit.DAY), False, False
    edge = _edge(c)
    if edge is None:
        return None
    if lead.sense is Sense.BETWEEN and c.peek().sense is not Sense.AND:
        return None
    c.take_word("af")
    c.attempt(_and_onwards)
    return edge, lead.sense is Sense.AFTER, lead.sense is Sense.BETWEEN


def _and_onwards(c: Cursor) -> bool | None:
    return True if c.take(Sense.AND) and c.take_word("frem", "fremefter", "fremad", "onwards") else None


def _until(c: Cursor) -> tuple[Point | Period, bool] | None:
    if c.peek(1).word == "frem" or c.peek(1).sense in (Sense.TO, Sense.UNTIL):
        c.skip(Sense.COMMA, Sense.AND)
    c.take_word("frem", "helt")
    lead = c.take(Sense.UNTIL, Sense.TO, Sense.BEFORE, Sense.DASH)
    if lead is None or (lead.sense is Sense.BEFORE and lead.weak):
        return None
    inclusive = c.attempt(and_with) is not None
    end = c.take_word("udgangen", "slutningen", "end")
    c.take(Sense.OF)
    c.take(Sense.THE)
    edge = _edge(c)
    if edge is None:
        return None
    whole = inclusive or end is not None
    early = lead.sense is Sense.BEFORE or (isinstance(edge, (Month, Season)) and not whole)
    return edge, early


def _to_the_other(c: Cursor) -> tuple[Point | Period, bool] | None:
    """Read the "og …" of "mellem …"."""
    if c.take(Sense.AND) is None:
        return None
    edge = _edge(c)
    return None if edge is None else (edge, isinstance(edge, Season))


def _edge(c: Cursor) -> Point | Period | None:
    return c.first_of(_EDGES)


_EDGES: tuple[Callable[[Cursor], Point | Period | None], ...] = (season, point, period)
