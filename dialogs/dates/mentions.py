"""What the mentions of days in one text do to one another: a week holds weekdays, one day gives way to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dialogs.dates.found import Context
from dialogs.dates.meaning import meaning
from dialogs.dates.placing import may_lie_in, placed
from dialogs.dates.said import Bounds, Calendar, Each, Part, Period, Rest, Whole
from dialogs.dates.sentence import Mention


def in_their_times(mentions: Sequence[Mention], today: date) -> list[Mention]:
    """Put bare weekdays into the week that the same sentence names elsewhere: "i næste uge … onsdag og fredag".

    A time that only says where named dates lie ("i december … den 3/12"), and a series whose dates are then told one
    by one, give way to those dates.
    """
    kept = list(mentions)
    for time in mentions:
        if time not in kept:
            continue
        others = [one for one in kept if one is not time and one.sentence == time.sentence and _fit(one, time)]
        periods = _periods(time)
        if _is_endless(time) and any(_tells_dates(one) for one in kept if one is not time):
            kept.remove(time)
        elif periods and not time.joined:
            kept = _placed(kept, time, [one for one in others if not one.joined], periods, today)
    return kept


def _placed(
    kept: list[Mention], time: Mention, others: Sequence[Mention], periods: tuple[Period, ...], today: date
) -> list[Mention]:
    fitting = [one for one in others if all(may_lie_in(part.element, periods) for part in one.group.parts)]
    if fitting:
        return [_within(one, periods) if one in fitting else one for one in kept if one is not time]
    within = _days(time, today)
    if any(days <= within for one in others if (days := _days(one, today)) and not _periods(one)):
        return [one for one in kept if one is not time]
    return kept


def _within(mention: Mention, periods: tuple[Period, ...]) -> Mention:
    parts = tuple(Part(placed(part.element, periods), part.half) for part in mention.group.parts)
    return replace(mention, group=replace(mention.group, parts=parts))


def _fit(one: Mention, other: Mention) -> bool:
    """Return whether two mentions are not said of different places, one of home and one of work."""
    return None in (one.home, other.home) or one.home == other.home


def _periods(mention: Mention) -> tuple[Period, ...]:
    """Return the times that a mention consists of; none when it holds anything else, or what is left of a time."""
    found = tuple(part.element.period for part in mention.group.parts if isinstance(part.element, Whole))
    if len(found) != len(mention.group.parts) or any(isinstance(one, (Rest, Bounds)) for one in found):
        return ()
    return found


def _days(mention: Mention, today: date) -> set[date]:
    elements = (replace(e, vague=False) if isinstance(e := part.element, Whole) else e for part in mention.group.parts)
    return {on for element in elements for on in meaning(element, Context(today)).days}


def _is_endless(mention: Mention) -> bool:
    return all(isinstance(part.element, Each) and not part.element.within for part in mention.group.parts)


def _tells_dates(mention: Mention) -> bool:
    return len(mention.group.parts) > 1 and all(isinstance(part.element, Calendar) for part in mention.group.parts)


def with_moves(mentions: Sequence[Mention], moving: bool) -> list[Mention]:
    """Mark the days that are left for others: "flyt torsdag til fredag", "drop torsdag, jeg tager fredag"."""
    found = [replace(one, no=True) if one.home is False and _some_at_home(mentions) else one for one in mentions]
    if any(one.left or one.no for one in found):
        return found
    targets = [one for one in found if one.target]
    if moving and targets and len(targets) < len(found):
        return [one if one in targets else replace(one, left=True) for one in found]
    after = [one for one in found if one.moving]
    if moving and len(after) > 1:
        return [replace(one, left=True) if one is after[0] else one for one in found]
    if any(one.dropped for one in found) and not all(one.dropped for one in found):
        return [replace(one, left=True) if one.dropped else one for one in found]
    return found


def _some_at_home(mentions: Sequence[Mention]) -> bool:
    """Return whether some days are said of home and others of the workplace: only the former are meant then."""
    return len({one.home for one in mentions} & {True, False}) == 2
