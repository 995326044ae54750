"""Whoever nobody can answer, and whoever got a leader meanwhile: nothing that was asked for is lost between the two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from sqlmodel import Session

from bot.usecases import notices
from domain.facts import Leaderless
from domain.home_days import HomeDay
from domain.notices import Notice, NoticeKind
from domain.people import Role
from storage import deliveries, home_days, people

EVERY_MINUTES = 10  # how often a change of leader in the directory is looked for


def without_leader(session: Session, notice: Notice, today: date) -> Leaderless | None:
    """Return the news for HR; None where a leader is known since, or the reader is not of HR any more."""
    reader = people.find(session, notice.to)
    if reader is None or Role.HR not in reader.roles:
        return None
    asking = {day.person_id for day in home_days.asked_from(session, today)}
    alone = next((one for one in sorted(asking) if notices.subject_of(one) == notice.subject), None)
    standing = people.standing(session, alone) if alone is not None else None
    return Leaderless(standing.employee) if standing is not None and standing.decider is None else None


def requests_to_new_leaders(session: Session, now: datetime) -> Iterator[Notice]:
    """Ask whoever leads an employee now what was asked before they did: a new leader, or the first one at all.

    Where nobody leads them any more, HR is told.
    """
    if now.minute % EVERY_MINUTES:
        return
    for request_id, days in groupby(sorted(home_days.asked_from(session, now.date()), key=_request), key=_request):
        waiting = list(days)
        standing = people.standing(session, waiting[0].person_id)
        if standing is None:
            continue
        if standing.decider is None:
            yield from notices.leaderless(standing, people.of_hr(session), f"{now:%G-W%V}")
        elif not deliveries.was_told(session, NoticeKind.REQUEST, standing.decider.id, request_id):
            yield from notices.request_made(standing, waiting)


def _request(day: HomeDay) -> UUID:
    return day.request_id
