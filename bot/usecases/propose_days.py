"""Look at wanted days before they are asked for. Stores nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from bot.usecases.demands import with_demands
from bot.usecases.framing import frame_of, held_at_once, outside
from bot.usecases.ports import Desk
from domain import home_days as rules
from domain.commands import CorrectDays, ProposeDays, TickDays, Wanted
from domain.facts import DateQuestion, DateTrouble, DayOnCard, HalveForm, Refused, UnderstoodDays
from domain.frames import AGREED_RULES
from domain.holidays import holiday_name
from domain.home_days import Half, HomeDay, WantedDay
from domain.people import Standing
from domain.radar import counted, effect, reach
from domain.refusals import Refusal, Rule
from storage import home_days, people


def propose_days(command: ProposeDays, desk: Desk) -> UnderstoodDays | HalveForm | Refused:
    """Return the days as understood, each with what stands in its way or is there already."""
    if (halved := _halved(command.days, desk)) is not None:
        return halved
    instead = _instead_of(command, desk)
    missing = sorted(set(command.instead_of) - {day.on for day in command.days} - {day.on for day in instead})
    leaving = {day.id for day in instead}
    looked = _look_at([WantedDay(day.on, day.half) for day in command.days], desk, leaving, command.expressly)
    if isinstance(looked, Refused):
        return looked
    only = looked.days[0].refusal if len(looked.days) == 1 else None
    if only is not None and only.rule in AGREED_RULES:  # a single day gets its rule and the nearest that is possible
        expressly = command.model_copy(update={"expressly": True}) if only.rule is Rule.ATTENDANCE_DAY else None
        return Refused(only, looked.frame, expressly)
    looked = replace(looked, recurring=command.recurring, expressly=command.expressly)
    looked = replace(looked, instead_of=tuple(instead), not_there=tuple(missing))
    return _with_effect(replace(looked, at_once=_at_once(looked, desk)), desk)


def correct_days(command: CorrectDays, desk: Desk) -> UnderstoodDays | HalveForm | Refused:
    """Return the one day that was set on the card, looked at anew."""
    wanted = Wanted(on=command.on, half=None if command.half == "whole" else command.half)
    return propose_days(ProposeDays(days=(wanted,)), desk)


def tick_days(command: TickDays, desk: Desk) -> UnderstoodDays | HalveForm | Refused | DateQuestion:
    """Return the days that are still ticked, looked at anew; without any, the question which day it is to be."""
    ticked = set(command.ticked.split(","))
    days = tuple(day for day in command.days if day.on.isoformat() in ticked)
    if not days:
        return DateQuestion(DateTrouble.NONE_NAMED)
    again = ProposeDays(days=days, recurring=command.recurring, expressly=command.expressly)
    return propose_days(again, desk)


def _instead_of(command: ProposeDays, desk: Desk) -> list[HomeDay]:
    """Return the own days that make way: those named, and a half day of which the whole or the other half is wanted."""
    named = set(command.instead_of) - {day.on for day in command.days}
    instead = home_days.live_on(desk.session, desk.by.id, named)
    if len(command.days) != 1:
        return instead
    [wanted] = command.days
    there = home_days.live_on(desk.session, desk.by.id, [wanted.on])
    return [*instead, *(day for day in there if day.half is not None and day.half is not wanted.half)]


def _at_once(looked: UnderstoodDays, desk: Desk) -> bool:
    """Return whether the days would hold as soon as they are sent, by the team's frames."""
    standing = people.standing(desk.session, desk.by.id)
    if standing is None or looked.frame is None:
        return False
    asked = [rules.ask(day, standing, looked.request_id, uuid4(), desk.at) for day in looked.sendable]
    days = [replace(day, recurring=looked.recurring) for day in asked if isinstance(day, HomeDay)]
    return bool(days) and held_at_once(days, looked.frame, desk)[0].held_at_once


def _halved(wanted: Sequence[Wanted], desk: Desk) -> HalveForm | None:
    """Return the form that halves a whole day which is there, where just one half of it is wanted."""
    if len(wanted) != 1 or (keep := wanted[0].half) is None:
        return None
    there = home_days.live_on(desk.session, desk.by.id, [wanted[0].on])
    if not there or there[0].half is not None or there[0].on < desk.at.date():
        return None
    standing = people.standing(desk.session, desk.by.id)
    return HalveForm(there[0], keep, standing.decider if standing else None)


def _with_effect(looked: UnderstoodDays | Refused, desk: Desk) -> UnderstoodDays | Refused:
    """Return what was understood with what it does to the average of home days a week."""
    if isinstance(looked, Refused) or not looked.sendable:
        return looked
    first, last = reach(day.on for day in looked.sendable)
    known = counted(home_days.between(desk.session, [desk.by.id], first, last), desk.at.date())
    given_up = [day.on for day in looked.instead_of]
    change = effect(known, looked.sendable, given_up)
    return replace(looked, effect=change and with_demands(desk.session, desk.by.id, desk.at.date(), change))


def _look_at(
    wanted: Sequence[WantedDay], desk: Desk, leaving: Collection[UUID], expressly: bool
) -> UnderstoodDays | Refused:
    standing = people.standing(desk.session, desk.by.id)
    if standing is None:
        return Refused(Refusal(Rule.NO_LEADER, passage_id="ramme-koordinering"))
    asked = merged(wanted)
    holidays = tuple((on, name) for on in _dates(asked) if (name := holiday_name(on)) and on.isoweekday() < 6)
    weekend = tuple(on for on in _dates(asked) if on.isoweekday() > 5)
    if len(asked) > 1:  # a series goes round weekends and holidays and says so; a single day gets its refusal
        asked = [day for day in asked if day.on not in weekend and day.on not in dict(holidays)]
    there = home_days.live_on(desk.session, desk.by.id, _dates(asked))
    live = {day.on: day for day in there if day.id not in leaving}
    frame = frame_of(standing, desk)
    no = outside([day for day in asked if day.on not in live], frame, leaving, desk, expressly)
    seen = tuple(_on_card(day, standing, live.get(day.on), no.get(day.on), desk) for day in asked)
    left_out = (weekend, holidays) if len(wanted) > 1 else ((), ())
    return UnderstoodDays(uuid4(), seen, standing.decider, *left_out, frame=frame)


def merged(wanted: Iterable[WantedDay]) -> list[WantedDay]:
    """Return one wanted day a date: a morning and an afternoon are the whole day."""
    halves: dict[date, set[Half | None]] = {}
    for day in wanted:
        halves.setdefault(day.on, set()).add(day.half)
    return [WantedDay(on, next(iter(parts)) if len(parts) == 1 else None) for on, parts in sorted(halves.items())]


def _on_card(
    wanted: WantedDay, standing: Standing, existing: HomeDay | None, framed: Refusal | None, desk: Desk
) -> DayOnCard:
    if existing is not None:
        return DayOnCard(wanted, existing=existing)
    outcome = rules.ask(wanted, standing, uuid4(), uuid4(), desk.at)
    return DayOnCard(wanted, refusal=outcome if isinstance(outcome, Refusal) else framed)


def _dates(days: Iterable[WantedDay]) -> list[date]:
    return sorted({day.on for day in days})
