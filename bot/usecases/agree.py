"""The agreement about recurring home work: started by either, changed, confirmed by both, ended by either."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4, uuid5

from sqlmodel import Session

from bot.minds import now_here
from bot.papers.press import source_of
from bot.usecases import notices
from bot.usecases.approval_checks import needs_checklist
from bot.usecases.keep_equipment import meant
from bot.usecases.ports import Desk
from bot.usecases.tell import tell
from bot.usecases.trail import trail, trail_days
from cards.agreement_draft import prefilled
from cards.words import Words
from domain import agreements as rules
from domain import home_days as day_rules
from domain.agreed_days import beside
from domain.agreements import LONGEST_NOTICE, LONGEST_TERM, Agreement, Party, Terms, Version
from domain.commands import ChangeAgreement, ConfirmAgreement, EndAgreement, ProposeLeaving, StartAgreement
from domain.deeds import Deed
from domain.equipment import Fate
from domain.facts import AgreementCard, AgreementNote, Refused, WhoIsMeant
from domain.frames import LocalFrame, needed_for_agreement
from domain.home_days import HomeDay, Status
from domain.notices import Notice, NoticeKind
from domain.people import Person
from domain.refusals import Refusal, Rule
from storage import agreements, checklists, equipment, frames, home_days, papers, people

Agreed = AgreementCard | WhoIsMeant | Refused


def start_agreement(command: StartAgreement, desk: Desk) -> Agreed:
    """Return the person's agreement, or a draft that is filled in with what is known; the other party is told of it."""
    employee = _employee(command, desk)
    if not isinstance(employee, Person):
        return employee
    standing = people.standing(desk.session, employee.id)
    if standing is None or standing.decider is None:
        return Refused(Refusal(Rule.NO_LEADER, passage_id="ramme-koordinering"))
    before = agreements.current(desk.session, employee.id)
    if before is not None:
        return _looked_at(before, desk)
    frame = frames.current(desk.session, employee.leader_id)
    if (refusal := needed_for_agreement(frame, standing.leader, desk.by.id)) is not None:
        return Refused(refusal)
    draft = Version(1, _known(employee, frame, desk), desk.by.id, desk.at)
    made = rules.seen(Agreement(uuid4(), employee.id, draft, edition=0), desk.by.id)
    agreements.add(desk.session, made)
    trail(desk, Deed.AGREEMENT_STARTED, employee.id, made.id)
    _tell(made, desk)
    return _card(made, desk)


def change_agreement(command: ChangeAgreement, desk: Desk) -> AgreementCard | Refused:
    """Store the terms that were typed as a new version, for both to confirm; what cannot be stored is said."""
    before = agreements.find(desk.session, command.agreement_id)
    if before is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    terms, note = _typed(command)
    if note is not None:
        shown = replace(before, draft=replace(before.draft, terms=terms))
        return replace(_card(shown, desk), note=note)
    after = rules.change(before, terms, desk.by.id, desk.at, command.version)
    if isinstance(after, Refusal):
        return _looked_at(before, desk, AgreementNote.STALE)
    if after is not before:
        agreements.save(desk.session, after)
        trail(desk, Deed.AGREEMENT_CHANGED, after.employee_id, after.id)
        _tell(after, desk)
    return _card(after, desk)


def confirm_agreement(command: ConfirmAgreement, desk: Desk) -> AgreementCard | Refused:
    """Note the confirmation; with both it is in force, and the days that were asked for as a series are approved."""
    before = agreements.find(desk.session, command.agreement_id)
    if before is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    after = rules.confirm(before, desk.by.id, desk.at, command.content_hash)
    if isinstance(after, Refusal):
        return _looked_at(before, desk, AgreementNote.STALE)
    if after is not before:
        agreements.save(desk.session, after)
        trail(desk, Deed.AGREEMENT_CONFIRMED, after.employee_id, after.id)
        _tell(after, desk)
    if after.forced is not before.forced:
        papers.put(desk.session, after.id, after.draft.number, after.employee_id, source_of(desk.handbook), now_here())
        _approve(after, desk)
    return _card(after, desk)


def end_agreement(command: EndAgreement, desk: Desk) -> AgreementCard | Refused:
    """End the agreement; every recurring day after its last one is free again, and the other party is told."""
    before = agreements.find(desk.session, command.agreement_id)
    if before is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    by_leader = rules.party_of(before, desk.by.id) is Party.LEADER
    if by_leader and before.forced is not None and not command.reason.strip():
        return replace(_card(before, desk), note=AgreementNote.REASON_MISSING)
    after = rules.end(before, desk.by.id, desk.at, desk.at.date())
    if after is not before:
        agreements.save(desk.session, after)
        trail(desk, Deed.AGREEMENT_ENDED, after.employee_id, after.id)
        _tell(after, desk)
        _free(after, command.reason, desk)
    return _card(after, desk)


def agreement_card(session: Session, agreement_id: UUID, reader_id: str, today: date) -> AgreementCard | None:
    """Return the agreement as one of the two sees it."""
    found = agreements.find(session, agreement_id)
    return None if found is None else _seen_by(session, found, reader_id, today)


def _employee(command: StartAgreement, desk: Desk) -> Person | WhoIsMeant | Refused:
    if command.named:
        found = meant(ProposeLeaving(named=command.named), desk)
        return replace(found, goes_on=StartAgreement()) if isinstance(found, WhoIsMeant) else found
    return people.find(desk.session, command.employee_id or desk.by.id) or Refused(Refusal(Rule.NOT_FOUND))


def _known(employee: Person, frame: LocalFrame | None, desk: Desk) -> Terms:
    coming = home_days.from_date(desk.session, employee.id, desk.at.date())
    asked = [day for day in coming if day.recurring and day.status.is_live]
    things = [one.what for one in equipment.of_people(desk.session, [employee.id]) if one.fate is Fate.OUT]
    return prefilled([day.on for day in asked], things, Words(), frame.hours if frame else "")


def _looked_at(agreement: Agreement, desk: Desk, note: AgreementNote | None = None) -> AgreementCard:
    card = replace(_card(agreement, desk), note=note)
    after = rules.seen(agreement, desk.by.id)
    if after is not agreement:
        agreements.save(desk.session, after)
    return card


def _card(agreement: Agreement, desk: Desk) -> AgreementCard:
    shown = _seen_by(desk.session, agreement, desk.by.id, desk.at.date())
    if shown is None:
        raise LookupError("the gate lets nobody act for an employee who is not known")
    return shown


def _seen_by(session: Session, agreement: Agreement, reader_id: str, today: date) -> AgreementCard | None:
    employee = people.find(session, agreement.employee_id)
    if employee is None:
        return None
    party = rules.party_of(agreement, reader_id)
    number = agreement.seen_by_employee if party is Party.EMPLOYEE else agreement.seen_by_leader
    before = agreements.version(session, agreement.id, number) if number else None
    differ = rules.changed(before.terms, agreement.draft.terms) if before is not None else ()
    draft = agreement.draft
    named = {draft.changed_by, agreement.ended_by, draft.leader.by if draft.leader else None}
    who = tuple(people.by_ids(session, sorted(one for one in named if one)))
    state = checklists.workplace_state(session, employee.id, today)
    coming = home_days.from_date(session, employee.id, today) if agreement.forced is not None else []
    return AgreementCard(
        agreement,
        employee,
        party,
        who,
        differ,
        checklist_missing=not state.is_met,
        beside=beside(agreement, coming),
    )


def _tell(agreement: Agreement, desk: Desk) -> None:
    """Tell the other party; of the leader's side, whoever is asked, or whoever confirmed already."""
    if desk.by.id != agreement.employee_id:
        to = agreement.employee_id
    else:
        standing = people.standing(desk.session, agreement.employee_id)
        decider = standing.decider if standing is not None else None
        to = decider.id if decider is not None else ""
    if to:
        tell(desk, [Notice(NoticeKind.AGREEMENT, to, agreement.id, str(agreement.edition))])


def _approve(agreement: Agreement, desk: Desk) -> None:
    leader = agreement.forced.leader.by if agreement.forced and agreement.forced.leader else desk.by.id
    people.hold(desk.session, [agreement.employee_id])
    asked = [
        day
        for day in home_days.from_date(desk.session, agreement.employee_id, desk.at.date())
        if day.recurring and day.status is Status.ASKED and agreement.covers(day.on)
    ]
    if needs_checklist(asked, desk) is not None:
        return  # they stay asked for, and the card of the agreement says what comes first
    after = [day_rules.approve(day, leader, desk.at, day.version) for day in asked]
    standing = people.standing(desk.session, agreement.employee_id)
    days = [day for day in after if isinstance(day, HomeDay)]
    for day in days:
        home_days.save(desk.session, day)
    trail_days(desk, Deed.APPROVED, days)
    if days and standing is not None:
        tell(desk, notices.decided(standing, days, desk.by.id))


def _free(agreement: Agreement, reason: str, desk: Desk) -> None:
    coming = home_days.from_date(desk.session, agreement.employee_id, desk.at.date())
    days = rules.to_free(agreement, coming)
    by_employee = desk.by.id == agreement.employee_id
    cancellation = uuid5(agreement.id, str(agreement.edition))
    after = [
        day_rules.withdraw(day, desk.by.id, desk.at)
        if by_employee
        else day_rules.cancel(day, desk.by.id, desk.at, day.version, reason or "–", cancellation)
        for day in days
    ]
    changed = [day for day in after if isinstance(day, HomeDay)]
    for day in changed:
        home_days.save(desk.session, day)
    trail_days(desk, Deed.WITHDRAWN if by_employee else Deed.CANCELLED, changed)
    standing = people.standing(desk.session, agreement.employee_id)
    if changed and standing is not None:
        news = notices.withdrawn if by_employee else notices.cancelled
        tell(desk, news(standing, changed, desk.by.id))


def _typed(command: ChangeAgreement) -> tuple[Terms, AgreementNote | None]:
    names = ("extent", "placing", "availability", "tasks", "equipment", "other", "place")
    written = {name: str(getattr(command, name)).strip() for name in names}
    note = AgreementNote.TOO_LONG if any(len(one) > LONGEST_TERM for one in written.values()) else None
    start, notice = _date(command.start), _days(command.notice)
    if isinstance(start, AgreementNote):
        start, note = None, note or start
    if notice is None:
        notice, note = 0, note or AgreementNote.NO_NOTICE
    return Terms(**{name: one[:LONGEST_TERM] for name, one in written.items()}, start=start, notice=notice), note


def _date(typed: str) -> date | AgreementNote | None:
    if not typed.strip():
        return None
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return AgreementNote.NO_DATE


def _days(typed: str) -> int | None:
    plain = typed.strip() or "0"
    if not (plain.isascii() and plain.isdigit()) or len(plain) > 3 or int(plain) > LONGEST_NOTICE:
        return None
    return int(plain)
