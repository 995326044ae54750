"""What a person's checklists say of the home workplace today, and when one must be filled in anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from domain.overdue import workday_before
from domain.radar import Effect
from domain.refusals import Refusal, Rule
from domain.workplace import Stage, Workplace

LASTS = timedelta(days=365)  # a list is renewed yearly
NOTICE = timedelta(days=30)  # before it runs out, the person is reminded
PATIENCE = timedelta(days=7)  # for an employee who has begun, before a reminder
MOST_REMINDERS = 3
REVIEW_DAYS = 3  # working days, before the leader is reminded of a list that waits
PASSAGE = "sund-nej"


class Verdict(StrEnum):
    """What is known of somebody's home workplace."""

    MISSING = "missing"  # no list has been sent, or the last one has run out, or the person has moved
    WAITS = "waits"  # sent without gaps, and not gone through yet
    GAPS = "gaps"  # sent with gaps that are not decided on yet
    MET = "met"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, slots=True)
class WorkplaceState:
    """The verdict, and the list that it rests on: its id, its day, the first day on which it no longer holds."""

    verdict: Verdict
    list_id: UUID | None = None
    on: date | None = None
    until: date | None = None

    @property
    def is_met(self) -> bool:
        """Return whether all requirements are met."""
        return self.verdict is Verdict.MET


def state_of(lists: Iterable[Workplace], today: date) -> WorkplaceState:
    """Return what the newest list that was sent says today; an open one changes nothing until it is sent."""
    sent = [one for one in lists if one.stage in (Stage.SENT, Stage.REVIEWED) and one.sent_at is not None]
    if not sent:
        return WorkplaceState(Verdict.MISSING)
    newest = max(sent, key=lambda one: (one.sent_at, one.id))
    if newest.reviewed_at is None:
        verdict = Verdict.GAPS if newest.gaps else Verdict.WAITS
        return WorkplaceState(verdict, newest.id, _day(newest.sent_at, today))
    on = _day(newest.reviewed_at, today)
    until = on + LASTS
    if until <= today:
        return WorkplaceState(Verdict.MISSING, newest.id, on, until)
    verdict = Verdict.MET if newest.is_possible else Verdict.NOT_POSSIBLE
    return WorkplaceState(verdict, newest.id, on, until)


def may_approve(state: WorkplaceState, effect: Effect | None, person_id: str) -> Refusal | None:
    """Return the refusal of days that bring the average over two a week while a requirement is not known to be met.

    The policy: "Leder kan ikke sige ja til hjemmearbejde, hvis krav ikke kan efterleves" (p. 4), and above two days a
    week on average the requirements hold (p. 6).
    """
    if effect is None or effect.crossing is None or state.is_met:
        return None
    return Refusal(Rule.WORKPLACE_UNMET, PASSAGE, on=effect.crossing.last_week, about=person_id)


def reminder_of(one: Workplace, now: datetime) -> int:
    """Return which reminder of an open list is due: 1, 2 …, and 0 where none is."""
    if one.stage is not Stage.OPEN:
        return 0
    number = (now - one.started_at) // PATIENCE
    return number if number <= MOST_REMINDERS else 0  # a notice is forgotten in time, and must not come again then


def review_is_late(one: Workplace, today: date) -> bool:
    """Return whether the leader may be reminded of a list that waits to be gone through."""
    if one.stage is not Stage.SENT or one.sent_at is None:
        return False
    return _day(one.sent_at, today) <= workday_before(today, REVIEW_DAYS)


def runs_out(state: WorkplaceState, today: date) -> bool:
    """Return whether the list is to be renewed within a month."""
    return state.until is not None and state.until - NOTICE <= today


def _day(moment: datetime | None, today: date) -> date:
    return moment.date() if moment is not None else today
