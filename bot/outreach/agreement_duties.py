"""What falls due about agreements: one that waits for a confirmation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session

from domain.agreements import MOST_REMINDERS, PATIENCE, Party, reminder_of
from domain.notices import Notice, NoticeKind
from domain.overdue import is_digest_time
from storage import agreements, people


def agreements_due(session: Session, now: datetime) -> Iterator[Notice]:
    """Remind whoever has not confirmed once a week, three times in all; a change of the words begins anew."""
    if not is_digest_time(now):
        return
    for one in agreements.waiting(session, now - (MOST_REMINDERS + 1) * PATIENCE, now - PATIENCE):
        number, standing = reminder_of(one, now), people.standing(session, one.employee_id)
        if not number or standing is None:
            continue
        occasion = f"{one.draft.number}:due:{number}"
        if one.draft.confirmed_by(Party.EMPLOYEE) is None:
            yield Notice(NoticeKind.AGREEMENT, one.employee_id, one.id, occasion)
        if one.draft.confirmed_by(Party.LEADER) is None and standing.decider is not None:
            yield Notice(NoticeKind.AGREEMENT, standing.decider.id, one.id, occasion)
