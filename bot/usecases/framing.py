"""Wanted and asked days held against the frames of the employee's team (policy p. 3: ramme-med, ramme-samtidig)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from uuid import UUID

from bot.usecases.approval_checks import needs_checklist
from bot.usecases.ports import Desk
from domain import home_days as rules
from domain.frames import ATTENDANCE_PASSAGE, SEARCHED_DAYS, LocalFrame, against, attends, holds_at_once
from domain.home_days import HomeDay, Status, WantedDay
from domain.people import Standing
from domain.refusals import Refusal, Rule
from storage import agreements, frames, home_days, people

_AROUND = timedelta(days=SEARCHED_DAYS + 7)


def frame_of(standing: Standing, desk: Desk) -> LocalFrame | None:
    """Return the frames of the employee's team, or None where its leader has set none."""
    return frames.current(desk.session, standing.leader.id if standing.leader else None)


def outside(
    wanted: Sequence[WantedDay], frame: LocalFrame | None, leaving: Collection[UUID], desk: Desk, expressly: bool
) -> dict[date, Refusal]:
    """Return what the frames say against each day, the days before it counted. `leaving` are days that make way."""
    if frame is None or not wanted:
        return {}
    first, last = min(day.on for day in wanted), max(day.on for day in wanted)
    there = home_days.between(desk.session, [desk.by.id], first - _AROUND, last + _AROUND)
    held = [WantedDay(day.on, day.half) for day in there if day.status.is_live and day.id not in leaving]
    found: dict[date, Refusal] = {}
    for day in sorted(wanted, key=lambda one: one.on):
        refusal = against(frame, day, held, desk.at.date(), expressly)
        if refusal is None:
            held.append(day)
        else:
            found[day.on] = refusal
    return found


def held_at_once(days: Sequence[HomeDay], frame: LocalFrame | None, desk: Desk) -> list[HomeDay]:
    """Return the days approved where the frames ask for no answer; else as they are, for the leader to answer.

    The leader still answers a day on which all are present, a fixed day that no agreement covers, and days above two
    a week without the checklist of the workplace: the frames go round none of those.
    """
    recurring = any(day.recurring for day in days)
    if not holds_at_once(frame, recurring) or any(attends(frame, day.on) for day in days):
        return list(days)
    if any(day.recurring and not agreements.covers(desk.session, day.person_id, day.on) for day in days):
        return list(days)
    if needs_checklist(days, desk) is not None:
        return list(days)
    approved = (rules.approve(day, None, desk.at, day.version) for day in days)
    return [day for day in approved if isinstance(day, HomeDay)]


def present_then(days: Sequence[HomeDay], desk: Desk) -> tuple[Refusal, LocalFrame] | None:
    """Return the refusal, and the frames behind it, where an asked day is one on which all of the team are present."""
    for day in days:
        standing = people.standing(desk.session, day.person_id)
        frame = frame_of(standing, desk) if standing is not None else None
        waits = day.status is Status.ASKED and day.on >= desk.at.date()
        if frame is not None and waits and attends(frame, day.on):
            return Refusal(Rule.ATTENDANCE_DAY, ATTENDANCE_PASSAGE, day.on, about=day.person_id), frame
    return None
