"""Whoever comes to lead an employee gets what waits for a leader: agreements to confirm, checklists to go through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session

from bot.outreach.leaderless import EVERY_MINUTES
from bot.usecases.checklist_picture import SENT, decider_of
from domain.agreements import MOST_REMINDERS, PATIENCE, Party
from domain.notices import Notice, NoticeKind
from domain.workplace import Stage
from storage import agreements, checklists


def waiting_for_new_leaders(session: Session, now: datetime) -> Iterator[Notice]:
    """Tell whoever leads an employee now what another was told before. To who was told already it is the same key."""
    if now.minute % EVERY_MINUTES:
        return
    for list_ in checklists.unfinished(session):
        decider = decider_of(session, list_.person_id) if list_.stage is Stage.SENT else None
        if decider is not None:
            yield Notice(NoticeKind.CHECKLIST, decider.id, list_.id, f"{SENT}:{list_.edition}")
    for one in agreements.waiting(session, now - (MOST_REMINDERS + 1) * PATIENCE, now):
        decider = decider_of(session, one.employee_id)
        waits = one.draft.confirmed_by(Party.LEADER) is None and one.draft.changed_by == one.employee_id
        if decider is not None and waits:
            yield Notice(NoticeKind.AGREEMENT, decider.id, one.id, str(one.edition))
