"""One reading of the days that were mentioned: every doubt settled the same way, the likelier or the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dialogs.dates.days_read import DateError
from dialogs.dates.found import Context, Found
from dialogs.dates.meaning import meaning
from dialogs.dates.said import Calendar, Each, Group, Nth, Part, Weekday, Which
from dialogs.dates.sentence import Mention
from domain.home_days import Half, WantedDay

Halves = dict[date, Half | None]


@dataclass(slots=True)
class Reading:
    """The dates of all mentions, in the likelier sense or, for the `second` reading, in the other."""

    today: date
    second: bool = False
    wanted: Halves = field(default_factory=dict)
    ruled_out: Halves = field(default_factory=dict)
    alternatives: tuple[tuple[WantedDay, ...], ...] = ()  # "torsdag eller fredag"
    troubled: list[tuple[Found, Group]] = field(default_factory=list)
    doubtful: Group | None = None
    weekend: set[date] = field(default_factory=set)
    period: bool = False
    endless: bool = False
    series: bool = False
    last: date | None = None

    def add(self, mention: Mention) -> None:
        """Take in the days of a mention."""
        into = self.ruled_out if mention.no or mention.left else self.wanted
        context = Context(self.today, said=self.last)
        each: list[tuple[WantedDay, ...]] = []
        for part in mention.group.parts:
            found = self._of(part, mention.group, context)
            days = found.other if self.second and found.other is not None else found.days
            for on in days:
                into[on] = part.half if on not in into or into[on] == part.half else None
            each.append(tuple(WantedDay(on, part.half) for on in days))
            if days:
                self.last = days[-1]
                before = None if isinstance(part.element, (Each, Nth)) and not _has_own_time(part) else days[-1]
                context = Context(self.today, before, context.chained or _has_own_time(part), self.last)
        if mention.group.either and len(each) > 1 and all(each) and into is self.wanted:
            self.alternatives = tuple(each)

    def _of(self, part: Part, group: Group, context: Context) -> Found:
        found = _without(meaning(part.element, context), group.but, self.today)
        if found.error is not None:
            self.troubled.append((found, group))
        if found.other is not None:
            self.doubtful = group
        self.weekend |= set(found.weekend)
        self.period = self.period or found.period
        self.endless = self.endless or found.endless
        self.series = self.series or found.series
        return found

    def days(self) -> tuple[WantedDay, ...]:
        """Return the wanted days in order, or, where there are none, those that were ruled out."""
        kept = {on: half for on, half in self.wanted.items() if on not in self.ruled_out} or self.wanted
        return in_order(kept or self.ruled_out)


def in_order(halves: Halves) -> tuple[WantedDay, ...]:
    """Return days by date."""
    return tuple(WantedDay(on, half) for on, half in sorted(halves.items(), key=lambda pair: pair[0]))


def read_all(mentions: Sequence[Mention], today: date, second: bool = False) -> Reading:
    """Return one reading of all mentions."""
    reading = Reading(today, second)
    for mention in mentions:
        reading.add(mention)
    return reading


def _has_own_time(part: Part) -> bool:
    element = part.element
    return (isinstance(element, Each) and bool(element.within)) or (
        isinstance(element, Weekday) and element.which is Which.NEXT
    )


def _without(found: Found, but: Sequence[Part], today: date) -> Found:
    """Return what is left when the exceptions are taken out; a bare weekday or day number fits any such day."""
    days = found.days
    for part in but:
        match part.element:
            case Weekday(day):
                days = tuple(on for on in days if on.weekday() != day)
            case Calendar(day, None):
                days = tuple(on for on in days if on.day != day)
            case Each(weekdays, within=()):
                days = tuple(on for on in days if on.weekday() not in weekdays)
            case _:
                gone = set(meaning(part.element, Context(today, days[0] if days else None)).days)
                days = tuple(on for on in days if on not in gone)
    return replace(found, days=days) if days != found.days else found


def trouble_of(reading: Reading) -> tuple[DateError, Found, Group] | None:
    """Return what is wrong: an impossible date always, a past one unless other days stand beside it elsewhere."""
    for found, group in reading.troubled:
        if found.error is DateError.INVALID:
            return DateError.INVALID, found, group
    for found, group in reading.troubled:
        if found.error is DateError.PAST and (not reading.wanted or len(group.parts) > 1):
            return DateError.PAST, found, group
    return None
