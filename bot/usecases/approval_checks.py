"""What must hold before days are approved, whoever approves them and however."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.usecases.ports import Desk
from domain.home_days import HomeDay, Status, WantedDay
from domain.radar import Effect, counted, effect, reach
from domain.refusals import Refusal
from domain.workplace_state import may_approve
from storage import checklists, home_days, people


def needs_checklist(days: Iterable[HomeDay], desk: Desk) -> Refusal | None:
    """Return the refusal where these days, approved, bring somebody over two a week without a checklist in place."""
    today = desk.at.date()
    asked = [day for day in days if day.status is Status.ASKED and day.on >= today]
    for person_id in sorted({day.person_id for day in asked}):
        theirs = [WantedDay(day.on, day.half) for day in asked if day.person_id == person_id]
        if (refusal := _refusal(person_id, theirs, desk)) is not None:
            return refusal
    return None


def _refusal(person_id: str, wanted: list[WantedDay], desk: Desk) -> Refusal | None:
    change = _effect(person_id, wanted, desk)
    if change is None or change.crossing is None:
        return None  # the list is asked for only where it matters
    state = checklists.workplace_state(desk.session, person_id, desk.at.date())
    refusal = may_approve(state, change, person_id)
    employee = people.find(desk.session, person_id)
    return replace(refusal, who=employee.first_name) if refusal is not None and employee is not None else refusal


def _effect(person_id: str, wanted: list[WantedDay], desk: Desk) -> Effect | None:
    first, last = reach(day.on for day in wanted)
    return effect(counted(home_days.between(desk.session, [person_id], first, last)), wanted)
