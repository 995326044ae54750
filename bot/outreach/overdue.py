"""The duties about what has waited too long; the rules are in domain.overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from uuid import UUID, uuid5

from sqlmodel import Session

from domain import overdue as rules
from domain.home_days import HomeDay
from domain.notices import Notice, NoticeKind
from storage import home_days, people

_MORNINGS = UUID("6f1f1c7c-2b10-4d2f-8f3a-5b1e4c0b9a77")


def unseen_cancellations(session: Session, now: datetime) -> Iterator[Notice]:
    """Send a cancellation again that was not seen in time, and tell whoever cancelled; once each."""
    late = [day for day in home_days.unseen(session, now.date()) if rules.is_overdue(day, now)]
    for cancellation_id, days in groupby(sorted(late, key=_cancellation), key=_cancellation):
        one = next(days)
        yield Notice(NoticeKind.CANCELLATION_AGAIN, one.person_id, cancellation_id, "")
        if one.decided_by is not None:
            yield Notice(NoticeKind.UNSEEN, one.decided_by, cancellation_id, "")


def morning_digest(session: Session, now: datetime) -> Iterator[Notice]:
    """Tell each leader once a morning what waits since before today; the deputy too when it waits too long."""
    if not rules.is_digest_time(now):
        return
    to: set[str] = set()
    for day in home_days.asked_from(session, now.date()):
        to |= _to_remind(session, day, now)
    for person_id in sorted(to):
        yield Notice(NoticeKind.DIGEST, person_id, uuid5(_MORNINGS, now.date().isoformat()), now.date().isoformat())


def _to_remind(session: Session, day: HomeDay, now: datetime) -> set[str]:
    standing = people.standing(session, day.person_id)
    if standing is None or standing.decider is None or not rules.waits_since_yesterday(day, now):
        return set()
    deputy = standing.deputy if rules.waits_too_long(day, now) else None
    return {standing.decider.id} | ({deputy.id} if deputy is not None and standing.answers_for(deputy.id) else set())


def _cancellation(day: HomeDay) -> UUID:
    return day.cancellation_id or day.id
