"""Equipment: handed out, looked at."""

from __future__ import annotations

from itertools import groupby
from uuid import uuid4

from bot.usecases.ports import Desk
from bot.usecases.tell import tell
from bot.usecases.trail import trail
from dialogs.names import named
from domain.commands import HandOut, ProposeHandOut, ProposeLeaving
from domain.deeds import Deed
from domain.equipment import LONGEST_WHAT, Item
from domain.facts import Equipment, HandedOut, HandOutForm, Refused, WhoIsMeant
from domain.notices import Notice, NoticeKind
from domain.people import Person, Role
from domain.refusals import Refusal, Rule
from storage import equipment, people


def show_equipment(desk: Desk) -> Equipment:
    """Return one's own things and those of the people one answers for; HR sees all that is out."""
    own = equipment.of_people(desk.session, [desk.by.id])
    if Role.HR in desk.by.roles:
        seen = equipment.all_out(desk.session)
    else:
        led = [one.id for one in people.led_by(desk.session, desk.by.id)]
        seen = equipment.of_people(desk.session, led) if led else []
    of_each = {person_id: tuple(items) for person_id, items in groupby(seen, key=lambda item: item.person_id)}
    whose = sorted(people.by_ids(desk.session, sorted(of_each)), key=lambda one: one.name)
    return Equipment(tuple(own), tuple((one, of_each[one.id]) for one in whose if one.id != desk.by.id))


def propose_hand_out(command: ProposeHandOut, desk: Desk) -> HandOutForm | WhoIsMeant | Refused:
    """Return the form for the person that is meant."""
    who = meant(command, desk)
    return HandOutForm(uuid4(), who) if isinstance(who, Person) else who


def hand_out(command: HandOut, desk: Desk) -> HandedOut | HandOutForm | Refused:
    """Store what is handed out and tell the employee; a second press gives the same answer."""
    employee = people.find(desk.session, command.employee_id)
    if employee is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    if not command.what.strip():
        return HandOutForm(command.item_id, employee, missing=True)
    before = equipment.find(desk.session, command.item_id)
    if before is not None:
        ours = before.person_id == employee.id
        return HandedOut(before, employee) if ours else Refused(Refusal(Rule.UNREADABLE))
    item = Item(
        command.item_id,
        employee.id,
        " ".join(command.what.split())[:LONGEST_WHAT],
        desk.at.date(),
        desk.by.id,
        command.payer,
        employee.department,
    )
    register(desk, item)
    return HandedOut(item, employee)


def register(desk: Desk, item: Item) -> None:
    """Store a thing that is handed out and tell the employee. Safe to ask for again with the same id."""
    equipment.add(desk.session, item)
    trail(desk, Deed.HANDED_OUT, item.person_id, item.id)
    tell(desk, [Notice(NoticeKind.HANDED_OUT, item.person_id, item.id, "")])


def meant(
    command: ProposeHandOut | ProposeLeaving, desk: Desk, *, hr_too: bool = True, left_too: bool = False
) -> Person | WhoIsMeant | Refused:
    """Return the one employee whom the command means, or the question who that is; `left_too` seeks past ones, too."""
    if command.employee_id:
        find = people.ever if left_too else people.find
        return find(desk.session, command.employee_id) or Refused(Refusal(Rule.NOT_FOUND))
    is_hr = hr_too and Role.HR in desk.by.roles
    known = people.everybody(desk.session) if is_hr else people.led_by(desk.session, desk.by.id)
    if is_hr and left_too:
        known += people.who_left(desk.session)
    among = [one for one in known if one.id != desk.by.id]
    if not among:
        return Refused(Refusal(Rule.NOT_YOUR_EMPLOYEE))
    found = named(command.named, among).people
    if len(found) == 1:
        return found[0]
    return WhoIsMeant(command.named, found or (() if is_hr else tuple(among)), command)
