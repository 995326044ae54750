"""On the morning of a home day: a piece of the policy's advice and the reminder to clock in, for those who want it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

from sqlmodel import Session

from bot.outreach.duties import Duty
from bot.usecases.ports import Shelf
from domain.facts import HomeDayAdvice
from domain.home_days import Status
from domain.notices import Notice, NoticeKind
from policy.advice import advice_to_employees, next_advice
from storage import advice, home_days

MORNING, LATEST = time(7), time(10)
MONTH = timedelta(days=31)
_MORNINGS = UUID("0d0a3c36-6e0e-4f0f-9f0e-3a1f4be0a7c5")


def advises(shelf: Shelf) -> Duty:
    """Return the duty that sends it."""

    def home_advice(session: Session, now: datetime) -> Iterator[Notice]:
        if not MORNING <= now.time() < LATEST:
            return
        today = now.date()
        to = advice.due(session, today)
        ids = advice_to_employees(shelf.handbook)
        for person_id, lately in advice.given_since(session, to, today - MONTH).items():
            if advice.give(session, person_id, today, next_advice(ids, lately, today)):
                yield Notice(NoticeKind.ADVICE, person_id, uuid5(_MORNINGS, today.isoformat()), today.isoformat())

    return home_advice


def home_day_advice(session: Session, notice: Notice) -> HomeDayAdvice | None:
    """Return what is sent, or None where the day is not a home day any more."""
    on = date.fromisoformat(notice.occasion)
    passage_id = advice.given_on(session, notice.to, on)
    live = any(day.status is Status.APPROVED for day in home_days.live_on(session, notice.to, [on]))
    return HomeDayAdvice(on, passage_id) if live and passage_id is not None else None
