"""Whom to tell that a notice reached nobody, so that no request and no cancelled day is lost in silence."""

from __future__ import annotations

from collections.abc import Iterator

from sqlmodel import Session

from bot.usecases.notices import request_again
from domain.facts import NotReached
from domain.home_days import HomeDay, Status
from domain.notices import Notice, NoticeKind, days_of
from storage import home_days, people


def unreached(session: Session, lost: Notice) -> Iterator[Notice]:
    """Return what must be told now that this notice cannot arrive.

    The employee hears that the leader does not know of the request, and the deputy is asked instead; whoever cancelled
    a day hears that the employee does not know of it.
    """
    if lost.kind not in (NoticeKind.REQUEST, NoticeKind.CANCELLATION):
        return
    days = home_days.by_ids(session, days_of(lost.occasion))
    if not days or (standing := people.standing(session, days[0].person_id)) is None:
        return
    match lost.kind:
        case NoticeKind.REQUEST:
            yield Notice(NoticeKind.UNREACHED, standing.employee.id, lost.subject, lost.occasion)
            yield from request_again(standing, days, lost.to)
        case NoticeKind.CANCELLATION if days[0].decided_by:
            yield Notice(NoticeKind.UNREACHED, days[0].decided_by, lost.subject, lost.occasion)


def not_reached(session: Session, notice: Notice) -> NotReached | None:
    """Return the news behind a notice of UNREACHED, or None when it no longer matters."""
    days = [day for day in home_days.by_ids(session, days_of(notice.occasion)) if _matters(day, notice)]
    standing = people.standing(session, days[0].person_id) if days else None
    if standing is None:
        return None
    if days[0].cancellation_id == notice.subject:
        return NotReached(standing.employee, tuple(days), cancelled=True)
    instead = standing.deputy if standing.leader is not None else None
    return NotReached(standing.decider, tuple(days), False, instead) if standing.decider is not None else None


def _matters(day: HomeDay, notice: Notice) -> bool:
    """A day that was answered, given up or seen meanwhile needs no word of worry."""
    return day.seen_at is None if day.cancellation_id == notice.subject else day.status is Status.ASKED
