"""Somebody leaves: what was handed out comes back or is bought, and everybody concerned sees the same list."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from sqlmodel import Session

from bot.usecases.keep_equipment import meant
from bot.usecases.ports import Desk
from bot.usecases.tell import tell
from bot.usecases.trail import trail
from domain import equipment as rules
from domain.commands import ProposeLeaving, SettleItem, StartLeaving, ValueItem
from domain.deeds import Deed
from domain.equipment import Item, Leaving
from domain.facts import LeavingForm, LeavingList, Refused, WhoIsMeant
from domain.notices import Notice, NoticeKind
from domain.people import Person, Role
from domain.refusals import Refusal, Rule
from storage import equipment, people


def propose_leaving(command: ProposeLeaving, desk: Desk) -> LeavingForm | LeavingList | WhoIsMeant | Refused:
    """Return what the person has, with the question for the last day; the list itself once that is known."""
    who = meant(command, desk, left_too=True)
    if not isinstance(who, Person):
        return who
    known = equipment.leaving_of(desk.session, who.id)
    if known is not None:
        return leaving_list(desk.session, known.id, desk.by) or Refused(Refusal(Rule.NOT_FOUND))
    return LeavingForm(who, tuple(equipment.of_people(desk.session, [who.id])))


def start_leaving(command: StartLeaving, desk: Desk) -> LeavingList | LeavingForm | Refused:
    """Store the last day and tell the employee, the leader and HR."""
    employee = people.ever(desk.session, command.employee_id)
    if employee is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    last_day = _date(command.last_day)
    if last_day is None:
        return LeavingForm(employee, tuple(equipment.of_people(desk.session, [employee.id])), wrong=True)
    before = equipment.leaving_of(desk.session, employee.id)
    leaving = Leaving(before.id if before else uuid4(), employee.id, last_day, desk.by.id, desk.at)
    if before is None or before.last_day != last_day:
        equipment.start_leaving(desk.session, leaving)
        trail(desk, Deed.LEAVING, employee.id, last_day)
        _tell(leaving.id, employee, f"start {last_day.isoformat()}", desk, hr=True)
    return _shown(leaving.id, desk)


def settle_item(command: SettleItem, desk: Desk) -> LeavingList | Refused:
    """Note that a thing came back or was bought; when nothing is out any more, the receipt is sent."""
    before = equipment.find(desk.session, command.item_id)
    if before is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    after = rules.settle(before, command.fate, desk.by.id, desk.at.date(), command.version)
    return _changed(before, after, desk)


def value_item(command: ValueItem, desk: Desk) -> LeavingList | Refused:
    """Note the residual value and tell the employee and the leader."""
    before = equipment.find(desk.session, command.item_id)
    if before is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    kroner = rules.kroner_of(command.kroner)
    if kroner is None:
        return _of(before, desk, wrong=True)
    return _changed(before, rules.value(before, kroner, desk.by.id, command.version), desk)


def leaving_list(session: Session, leaving_id: UUID, reader: Person, *, wrong: bool = False) -> LeavingList | None:
    """Return the list as this reader sees it."""
    leaving = equipment.leaving(session, leaving_id)
    employee = people.ever(session, leaving.person_id) if leaving else None
    if leaving is None or employee is None:
        return None
    items = tuple(equipment.of_people(session, [employee.id]))
    mine = employee.id == reader.id
    return LeavingList(leaving, employee, items, mine, Role.HR in reader.roles and not mine, wrong)


def _changed(before: Item, after: Item | Refusal, desk: Desk) -> LeavingList | Refused:
    if isinstance(after, Refusal) and after.rule is not Rule.STALE:
        return Refused(after)
    if isinstance(after, Item) and after is not before:
        equipment.save(desk.session, after)
        deed = Deed.VALUED if after.fate is rules.Fate.OUT else Deed.SETTLED
        trail(desk, deed, after.person_id, after.id, after.fate)
        _news(after, desk)
    return _of(before, desk)


def _news(item: Item, desk: Desk) -> None:
    employee = people.ever(desk.session, item.person_id)
    leaving = equipment.leaving_of(desk.session, item.person_id)
    if employee is None or leaving is None:
        return
    items = equipment.of_people(desk.session, [employee.id])
    over = all(one.fate is not rules.Fate.OUT for one in items)
    valued = item.fate is rules.Fate.OUT
    if over or valued:
        _tell(leaving.id, employee, f"{item.id.hex}.{item.version}", desk)


def _of(item: Item, desk: Desk, *, wrong: bool = False) -> LeavingList | Refused:
    leaving = equipment.leaving_of(desk.session, item.person_id)
    return _shown(leaving.id, desk, wrong=wrong) if leaving else Refused(Refusal(Rule.NOT_FOUND))


def _shown(leaving_id: UUID, desk: Desk, *, wrong: bool = False) -> LeavingList | Refused:
    return leaving_list(desk.session, leaving_id, desk.by, wrong=wrong) or Refused(Refusal(Rule.NOT_FOUND))


def _tell(leaving_id: UUID, employee: Person, occasion: str, desk: Desk, *, hr: bool = False) -> None:
    standing = people.last_standing(desk.session, employee.id)
    to = {employee.id} | ({standing.decider.id} if standing and standing.decider else set())
    if hr:
        to |= {one.id for one in people.everybody(desk.session) if Role.HR in one.roles}
    tell(desk, [Notice(NoticeKind.LEAVING, one, leaving_id, occasion) for one in sorted(to - {desk.by.id})])


def _date(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None
