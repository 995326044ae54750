"""Look at wanted days before they are asked for. Stores nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from bot.usecases.demands import with_demands
from bot.usecases.ports import Desk
from domain import home_days as rules
from domain.commands import CorrectDays, ProposeDays
from domain.facts import DayOnCard, Refused, UnderstoodDays
from domain.holidays import holiday_name
from domain.home_days import Half, HomeDay, WantedDay
from domain.people import Standing
from domain.radar import counted, effect, reach
from domain.refusals import Refusal, Rule
from storage import home_days, people


def propose_days(command: ProposeDays, desk: Desk) -> UnderstoodDays | Refused:
    """Return the days as understood, each with what stands in its way or is there already."""
    looked = _look_at([WantedDay(day.on, day.half) for day in command.days], desk)
    if isinstance(looked, UnderstoodDays):
        looked = replace(looked, recurring=command.recurring)
    if isinstance(looked, Refused) or not command.instead_of:
        return _with_effect(looked, desk)
    instead = home_days.live_on(desk.session, desk.by.id, set(command.instead_of) - {day.on for day in command.days})
    return _with_effect(replace(looked, instead_of=tuple(instead)), desk)


def correct_days(command: CorrectDays, desk: Desk) -> UnderstoodDays | Refused:
    """Return the one day that was set on the card, looked at anew."""
    return _with_effect(
        _look_at([WantedDay(command.on, None if command.half == "whole" else command.half)], desk), desk
    )


def _with_effect(looked: UnderstoodDays | Refused, desk: Desk) -> UnderstoodDays | Refused:
    """Return what was understood with what it does to the average of home days a week."""
    if isinstance(looked, Refused) or not looked.sendable:
        return looked
    first, last = reach(day.on for day in looked.sendable)
    known = counted(home_days.between(desk.session, [desk.by.id], first, last), desk.at.date())
    given_up = [day.on for day in looked.instead_of]
    change = effect(known, looked.sendable, given_up)
    return replace(looked, effect=change and with_demands(desk.session, desk.by.id, desk.at.date(), change))


def _look_at(wanted: Sequence[WantedDay], desk: Desk) -> UnderstoodDays | Refused:
    standing = people.standing(desk.session, desk.by.id)
    if standing is None or standing.decider is None:
        return Refused(Refusal(Rule.NO_LEADER, passage_id="ramme-koordinering"))
    asked = merged(wanted)
    holidays = tuple((on, name) for on in _dates(asked) if (name := holiday_name(on)) and on.isoweekday() < 6)
    weekend = tuple(on for on in _dates(asked) if on.isoweekday() > 5)
    if len(asked) > 1:  # a series goes round weekends and holidays and says so; a single day gets its refusal
        asked = [day for day in asked if day.on not in weekend and day.on not in dict(holidays)]
    live = {day.on: day for day in home_days.live_on(desk.session, desk.by.id, _dates(asked))}
    seen = tuple(_on_card(day, standing, live.get(day.on), desk) for day in asked)
    several = len(wanted) > 1
    return UnderstoodDays(uuid4(), seen, standing.decider, weekend if several else (), holidays if several else ())


def merged(wanted: Iterable[WantedDay]) -> list[WantedDay]:
    """Return one wanted day a date: a morning and an afternoon are the whole day."""
    halves: dict[date, set[Half | None]] = {}
    for day in wanted:
        halves.setdefault(day.on, set()).add(day.half)
    return [WantedDay(on, next(iter(parts)) if len(parts) == 1 else None) for on, parts in sorted(halves.items())]


def _on_card(wanted: WantedDay, standing: Standing, existing: HomeDay | None, desk: Desk) -> DayOnCard:
    if existing is not None:
        return DayOnCard(wanted, existing=existing)
    outcome = rules.ask(wanted, standing, uuid4(), uuid4(), desk.at)
    return DayOnCard(wanted, refusal=outcome if isinstance(outcome, Refusal) else None)


def _dates(days: Iterable[WantedDay]) -> list[date]:
    return sorted({day.on for day in days})
