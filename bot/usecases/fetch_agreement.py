"""The signed agreement as a file: an address for one of the two, and the news of its way to the personnel file."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import Session

from bot.minds import now_here
from bot.usecases.ports import Desk
from bot.usecases.trail import trail
from domain.commands import FetchAgreement
from domain.deeds import Deed
from domain.facts import AgreementFile, AgreementFiled, AgreementNotFiled, Refused
from domain.notices import Notice, NoticeKind
from domain.papers import PaperState
from domain.refusals import Refusal, Rule
from storage import agreements, downloads, papers, people

KEPT = timedelta(minutes=30)


def fetch_agreement(command: FetchAgreement, desk: Desk) -> AgreementFile | Refused:
    """Return an address where the agreement in force can be fetched; an older address of the same person is closed."""
    found = agreements.find(desk.session, command.agreement_id)
    employee = people.find(desk.session, found.employee_id) if found is not None else None
    if found is None or found.forced is None or employee is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    trail(desk, Deed.AGREEMENT_FETCHED, employee.id, found.id)
    until = now_here() + KEPT
    token = downloads.make(desk.session, found.id, desk.by.id, now_here(), until)
    return AgreementFile(employee, f"{desk.feed_base}/{token}.pdf", until)


def filing_news(session: Session, notice: Notice) -> AgreementFiled | AgreementNotFiled | None:
    """Return that an agreement is filed, or still is not; None where that is old news by now."""
    number = int(notice.occasion)
    found = agreements.find(session, notice.subject)
    employee = people.find(session, found.employee_id) if found is not None else None
    state = papers.state(session, notice.subject, number)
    if found is None or employee is None or state is None:
        return None
    if notice.kind is NoticeKind.NOT_FILED:
        return AgreementNotFiled(employee, number) if state is PaperState.WAITING else None
    return AgreementFiled(employee, found.id, number, is_own=notice.to == employee.id)
