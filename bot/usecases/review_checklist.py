"""The leader's side of the checklist: looked at, gone through, decided on, asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.usecases.checklist_picture import ASKED, CLOSED, checklist_card, newest
from bot.usecases.fill_checklist import begin
from bot.usecases.keep_equipment import meant
from bot.usecases.ports import Desk
from bot.usecases.tell import tell
from bot.usecases.trail import trail
from domain import workplace as rules
from domain.commands import AskForChecklist, ProposeLeaving, ReviewChecklist, ShowChecklist
from domain.deeds import Deed
from domain.equipment import Item, Source
from domain.facts import (
    ChecklistCard,
    ChecklistMissing,
    ChecklistsAsked,
    Refused,
    TeamChecklists,
    WhoIsMeant,
)
from domain.notices import Notice, NoticeKind
from domain.people import Person
from domain.refusals import Refusal, Rule
from domain.workplace import Decision, Review, Settlement, Stage, Workplace
from domain.workplace_state import state_of
from storage import checklists, equipment, people

Seen = ChecklistCard | ChecklistMissing | WhoIsMeant | Refused


def show_checklist(command: ShowChecklist, desk: Desk) -> Seen:
    """Return the list of the employee that is meant, or that there is none."""
    employee = _employee(command, desk)
    if not isinstance(employee, Person):
        return employee
    one = newest(desk.session, employee.id)
    return ChecklistMissing(employee) if one is None else _card(one, desk)


def show_checklists(desk: Desk) -> TeamChecklists | Refused:
    """Return how the lists stand of all whom one answers for."""
    led = people.led_by(desk.session, desk.by.id)
    if not led:
        return Refused(Refusal(Rule.NOT_YOUR_EMPLOYEE))
    lists = checklists.of_people(desk.session, [one.id for one in led])
    rows = [(one, state_of([each for each in lists if each.person_id == one.id], desk.at.date())) for one in led]
    begun = frozenset(each.person_id for each in lists if each.stage is Stage.OPEN)
    return TeamChecklists(tuple(rows), begun)


def ask_for_checklist(command: AskForChecklist, desk: Desk) -> ChecklistsAsked | ChecklistCard | Refused:
    """Ask one employee, or all who have no list in place; who has begun one is told again, once a day at most."""
    if command.employee_id:
        sent = newest(desk.session, command.employee_id)
        if sent is not None and sent.stage is Stage.SENT:
            return _card(sent, desk)  # it waits to be gone through: there is nothing to ask for
        return ChecklistsAsked(tuple(_ask(one, desk) for one in people.by_ids(desk.session, [command.employee_id])))
    team = show_checklists(desk)
    return team if isinstance(team, Refused) else ChecklistsAsked(tuple(_ask(one, desk) for one in team.to_ask))


def review_checklist(command: ReviewChecklist, desk: Desk) -> Seen:
    """Keep the decisions; with `close` the review ends, what is provided enters the register, the employee is told."""
    before = checklists.find(desk.session, command.list_id)
    if before is None:
        return Refused(Refusal(Rule.NO_SUCH_CHECKLIST))
    after = rules.review(before, _written(before, command, desk), command.edition)
    if isinstance(after, Refusal):
        return Refused(after) if after.rule is Rule.TOO_LONG else _fresh(before, command, desk)
    if after is not before:
        checklists.save(desk.session, after)
    return _close(after, desk) if command.close else replace(_card(after, desk), saved=True)


def _employee(command: ShowChecklist, desk: Desk) -> Person | WhoIsMeant | Refused:
    if not command.named:
        return people.find(desk.session, command.employee_id) or Refused(Refusal(Rule.NOT_FOUND))
    found = meant(ProposeLeaving(named=command.named), desk, hr_too=False)
    return replace(found, goes_on=ShowChecklist()) if isinstance(found, WhoIsMeant) else found


def _ask(employee: Person, desk: Desk) -> Person:
    one = newest(desk.session, employee.id)
    if one is None or one.stage is Stage.REVIEWED:
        one = begin(desk, employee.id, asked_by=desk.by.id)
    if one.stage is Stage.OPEN:
        trail(desk, Deed.CHECKLIST_ASKED, employee.id, one.id)
        tell(desk, [Notice(NoticeKind.CHECKLIST, employee.id, one.id, f"{ASKED}:{desk.at.date()}")])
    return employee


def _close(one: Workplace, desk: Desk) -> ChecklistCard:
    after = rules.close(one, desk.by.id, desk.at)
    if isinstance(after, Refusal):
        return replace(_card(one, desk), refusal=after)
    checklists.save(desk.session, after)
    trail(desk, Deed.CHECKLIST_CLOSED, after.person_id, after.id)
    _provide(after, desk)
    tell(desk, [Notice(NoticeKind.CHECKLIST, after.person_id, after.id, f"{CLOSED}:{after.edition}")])
    return _card(after, desk)


def _provide(one: Workplace, desk: Desk) -> None:
    """Write what the employer provides into the register; the employee reads of it on the list itself."""
    employee = people.find(desk.session, one.person_id)
    department = employee.department if employee is not None else ""
    for item_id, thing in rules.provided(one):
        line = Item(item_id, one.person_id, thing, desk.at.date(), desk.by.id, department=department)
        equipment.add(desk.session, replace(line, source=Source.GAP, source_id=one.id))
        trail(desk, Deed.HANDED_OUT, one.person_id, item_id)


def _written(one: Workplace, command: ReviewChecklist, desk: Desk) -> Review:
    """Return the review as the card has it; what it left out stays as it was."""
    settlements = {item.id: _settlement(one.settlement(item), item.id, command) for item in one.gaps}
    remark = one.remark if command.remark is None else command.remark.strip()
    return Review(
        {item_id: each for item_id, each in settlements.items() if each != Settlement()},
        remark,
        one.met_on if command.met_on is None else _date(command.met_on, desk.at.date()),
    )


def _settlement(kept: Settlement, item_id: str, command: ReviewChecklist) -> Settlement:
    given = command.decisions.get(item_id, "")
    return Settlement(
        Decision(given) if given in set(Decision) else kept.decision,
        " ".join(command.things.get(item_id, kept.thing).split()),
        command.remarks.get(item_id, kept.remark).strip(),
    )


def _fresh(one: Workplace, command: ReviewChecklist, desk: Desk) -> ChecklistCard:
    """Return the list as it stands; what an old card held beyond it is shown, for it must not get lost."""
    written = _written(one, command, desk)
    beyond = {item_id: each for item_id, each in written.settlements.items() if each != one.settlements.get(item_id)}
    same = not beyond and (written.remark, written.met_on) == (one.remark, one.met_on)
    if same and (one.stage is Stage.REVIEWED or not command.close):  # the same press again
        return _card(one, desk)
    return replace(_card(one, desk), stale=True, written=replace(written, settlements=beyond))


def _date(typed: str, today: date) -> date | None:
    """Return the day they met; a day to come is none yet."""
    try:
        on = date.fromisoformat(typed.strip())
    except ValueError:
        return None
    return on if on <= today else None


def _card(one: Workplace, desk: Desk) -> ChecklistCard:
    shown = checklist_card(desk.session, one, desk.by.id, desk.at.date())
    if shown is None:
        raise LookupError("the gate lets nobody act for an employee who is not known")
    return shown
