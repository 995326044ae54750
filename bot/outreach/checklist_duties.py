"""What falls due about checklists: one not sent, one nobody goes through, one that runs out, a team's to look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session

from bot.usecases.checklist_picture import LATE, REMINDED, RENEWAL, decider_of
from domain.notices import Notice, NoticeKind
from domain.overdue import is_digest_time
from domain.workplace_state import LASTS, NOTICE, reminder_of, review_is_late
from storage import assessments, checklists


def checklist_reminders(session: Session, now: datetime) -> Iterator[Notice]:
    """Remind who has not sent the list once a week, three times in all, and once the leader of one that waits."""
    if not is_digest_time(now):
        return
    for one in checklists.unfinished(session):
        if (number := reminder_of(one, now)) > 0:
            yield Notice(NoticeKind.CHECKLIST, one.person_id, one.id, f"{REMINDED}:{number}")
        if review_is_late(one, now.date()) and (decider := decider_of(session, one.person_id)) is not None:
            yield Notice(NoticeKind.CHECKLIST, decider.id, one.id, f"{LATE}:{one.edition}")


def checklist_renewals(session: Session, now: datetime) -> Iterator[Notice]:
    """Remind once, a month ahead, of a list that runs out; not where a newer one has been sent."""
    if not is_digest_time(now):
        return
    for one in checklists.reviewed_between(session, now - LASTS, now - LASTS + NOTICE):
        if checklists.workplace_state(session, one.person_id, now.date()).list_id == one.id:
            yield Notice(NoticeKind.CHECKLIST, one.person_id, one.id, RENEWAL)


def assessments_due(session: Session, now: datetime) -> Iterator[Notice]:
    """Remind a leader once, on the day that was set, of the team's APV checklist."""
    if not is_digest_time(now):
        return
    for one in assessments.due(session, now.date()):
        if one.leader_id is not None:
            yield Notice(NoticeKind.ASSESSMENT, one.leader_id, one.id, str(one.review_on))
