"""A checklist as one of the two sees it now."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from domain.facts import ChecklistCard
from domain.notices import Notice
from domain.people import Person
from domain.workplace import Stage, Workplace
from storage import checklists, people

# what makes a notice's occasion: the list is told of only while it stands so
ASKED, SENT, CLOSED, REMINDED, LATE, RENEWAL = "asked", "sent", "closed", "reminded", "late", "renewal"
_WHILE = {
    ASKED: Stage.OPEN,
    REMINDED: Stage.OPEN,
    SENT: Stage.SENT,
    LATE: Stage.SENT,
    CLOSED: Stage.REVIEWED,
    RENEWAL: Stage.REVIEWED,
}


def checklist_card(session: Session, one: Workplace, reader_id: str, today: date) -> ChecklistCard | None:
    """Return the list for a reader; None where nobody knows the employee."""
    employee = people.find(session, one.person_id)
    if employee is None:
        return None
    state = checklists.workplace_state(session, employee.id, today)
    decider = decider_of(session, employee.id)
    named = sorted({each for each in (one.asked_by, one.reviewed_by) if each})
    return ChecklistCard(one, employee, reader_id == employee.id, state, decider, tuple(people.by_ids(session, named)))


def told(session: Session, notice: Notice, today: date) -> ChecklistCard | None:
    """Return the list that a notice tells of, or None where it has come further since."""
    one = checklists.find(session, notice.subject)
    occasion = notice.occasion.partition(":")[0]
    if one is None or one.stage is not _WHILE.get(occasion):
        return None
    return checklist_card(session, one, notice.to, today)


def newest(session: Session, person_id: str) -> Workplace | None:
    """Return the person's list that counts for what comes next: the unfinished one, else the last."""
    lists = [one for one in checklists.of_person(session, person_id) if one.stage is not Stage.VOID]
    return next((one for one in lists if one.reviewed_at is None), lists[-1] if lists else None)


def decider_of(session: Session, person_id: str) -> Person | None:
    """Return who goes through the person's list."""
    standing = people.standing(session, person_id)
    return standing.decider if standing is not None else None
