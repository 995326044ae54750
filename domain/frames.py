"""What a workplace has settled for itself within the policy: set by the leader after the talk in MED (policy p. 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.home_days import WantedDay
from domain.overdue import is_workday
from domain.people import Person
from domain.refusals import Refusal, Rule

LONGEST_TEXT = 500
MOST_NOTICE = 20  # working days
MOST_DATES = 30
SEARCHED_DAYS = 42  # how far a nearest "yes" is looked for, to either side
ATTENDANCE_PASSAGE = "ramme-samtidig"
MED_PASSAGE = "ramme-med"
AGREED_RULES = (Rule.ATTENDANCE_DAY, Rule.WEEK_IS_FULL, Rule.NOTICE_TOO_SHORT)


class Approval(StrEnum):
    """Which home days the leader answers one by one."""

    EACH_DAY = "each_day"
    ONLY_RECURRING = "only_recurring"  # single days hold at once
    NONE = "none"  # days hold at once; recurring ones as soon as an agreement covers them


@dataclass(frozen=True, slots=True)
class LocalFrame:
    """One version of the frames of a leader's team.

    `attendance` are ISO weekdays (1 = Monday) and `dates` single dates on which all are present, `most_a_week` is in
    whole days, `notice` in working days.
    """

    leader_id: str
    version: int
    set_at: datetime
    med_on: date
    approval: Approval = Approval.EACH_DAY
    attendance: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()
    most_a_week: int | None = None
    notice: int = 0
    hours: str = ""
    meetings: str = ""
    replacement: bool = False
    discuss_on: date | None = None


_NOT_AGREED = ("leader_id", "version", "set_at")
AGREED = tuple(one.name for one in fields(LocalFrame) if one.name not in _NOT_AGREED)


def differing(before: LocalFrame | None, after: LocalFrame) -> tuple[str, ...]:
    """Return the names of what is settled otherwise than before; all of it where nothing was."""
    return tuple(name for name in AGREED if before is None or getattr(before, name) != getattr(after, name))


def against(
    frame: LocalFrame | None, wanted: WantedDay, held: Sequence[WantedDay], today: date, expressly: bool = False
) -> Refusal | None:
    """Return what in the frame speaks against a day, with the nearest day that it allows.

    `held` are the person's other live days around it; `expressly` asks for a day on which all are present.
    """
    if frame is None or (rule := _broken(frame, wanted, held, today, expressly)) is None:
        return None
    passage = ATTENDANCE_PASSAGE if rule is Rule.ATTENDANCE_DAY else MED_PASSAGE
    return Refusal(rule, passage, wanted.on, nearest(frame, wanted, held, today))


def needed_for_agreement(frame: LocalFrame | None, leader: Person | None, by: str) -> Refusal | None:
    """Return that the team's frames come before an agreement, for it supplements them (policy p. 3 and Bilag 1).

    Where nobody leads, nobody could set them, and nothing is held back. `by` is who asks.
    """
    if frame is not None or leader is None:
        return None
    mine = leader.id if leader.id == by else None
    return Refusal(Rule.NEEDS_FRAMES, MED_PASSAGE, about=mine, who=leader.first_name)


def attends(frame: LocalFrame | None, on: date) -> bool:
    """Return whether all of the team are present on this date."""
    return frame is not None and (on.isoweekday() in frame.attendance or on in frame.dates)


def holds_at_once(frame: LocalFrame | None, recurring: bool) -> bool:
    """Return whether days within the frame wait for no answer. Without a frame each day needs the leader (p. 3)."""
    if frame is None or frame.approval is Approval.EACH_DAY:
        return False
    return frame.approval is Approval.NONE or not recurring


def nearest(frame: LocalFrame, wanted: WantedDay, held: Sequence[WantedDay], today: date) -> date | None:
    """Return the nearest working day, the later of two, that the frame allows and that is not taken."""
    taken = {day.on for day in held}
    for away in range(1, SEARCHED_DAYS + 1):
        for on in (wanted.on + timedelta(away), wanted.on - timedelta(away)):
            free = on >= today and on not in taken and is_workday(on)
            if free and _broken(frame, WantedDay(on, wanted.half), held, today) is None:
                return on
    return None


def workdays_ahead(today: date, on: date) -> int:
    """Return how many working days of notice a day has that is asked for today: tomorrow has one."""
    return sum(is_workday(today + timedelta(day)) for day in range(1, (on - today).days + 1))


def _broken(
    frame: LocalFrame, wanted: WantedDay, held: Sequence[WantedDay], today: date, expressly: bool = False
) -> Rule | None:
    if attends(frame, wanted.on) and not expressly:
        return Rule.ATTENDANCE_DAY
    if frame.notice and (wanted.on - today).days <= 3 * MOST_NOTICE and workdays_ahead(today, wanted.on) < frame.notice:
        return Rule.NOTICE_TOO_SHORT  # 60 days ahead there are more working days than any notice
    if frame.most_a_week is not None and _halves_that_week(wanted, held) > 2 * frame.most_a_week:
        return Rule.WEEK_IS_FULL
    return None


def _halves_that_week(wanted: WantedDay, held: Sequence[WantedDay]) -> int:
    week = wanted.on.isocalendar()[:2]
    others = [day for day in held if day.on != wanted.on and day.on.isocalendar()[:2] == week]
    return sum(1 if day.half else 2 for day in (*others, wanted))
