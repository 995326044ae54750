"""HR reads the audit trail; that it was read is a line of its own."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.minds import HERE
from bot.usecases.keep_equipment import meant
from bot.usecases.ports import Desk
from bot.usecases.trail import trail
from domain.commands import ProposeLeaving, ShowTrail
from domain.deeds import Deed
from domain.facts import AuditTrail, Refused, WhoIsMeant
from domain.people import Person
from storage import audit, people

MOST_LINES = 25  # as many as a card holds and a person reads; the command line shows them all


def show_trail(command: ShowTrail, desk: Desk) -> AuditTrail | WhoIsMeant | Refused:
    """Return the newest lines about the person who is meant, or about everybody, in the period."""
    about = _about(command, desk)
    if isinstance(about, WhoIsMeant | Refused):
        return about
    (first, first_wrong), (last, last_wrong) = _day(command.first), _day(command.last)
    until = _start(last + timedelta(days=1)) if last else None
    wanted = audit.Wanted(about.id if about else "", _start(first) if first else None, until)
    lines = audit.read(desk.session, wanted, MOST_LINES + 1)
    named = {one for line in lines for one in (line.by_id, line.whom_id) if one}
    trail(desk, Deed.TRAIL_READ, about.id if about else "", *(on for on in (first, last) if on))
    return AuditTrail(
        tuple(lines[:MOST_LINES]),
        tuple(people.by_ids(desk.session, sorted(named))),
        about,
        first,
        last,
        len(lines) > MOST_LINES,
        first_wrong or last_wrong,
    )


def _about(command: ShowTrail, desk: Desk) -> Person | WhoIsMeant | Refused | None:
    if not command.employee_id and not command.named:
        return None
    if command.employee_id == desk.by.id:
        return desk.by
    found = meant(ProposeLeaving(employee_id=command.employee_id, named=command.named), desk, left_too=True)
    if isinstance(found, WhoIsMeant):
        return WhoIsMeant(found.named, found.choices, ShowTrail(first=command.first, last=command.last))
    return found


def _day(typed: str) -> tuple[date | None, bool]:
    """Return the day, and whether what was typed is none."""
    if not typed.strip():
        return None, False
    try:
        on = date.fromisoformat(typed.strip())
    except ValueError:
        return None, True
    return (on, False) if 2020 <= on.year <= 2100 else (None, True)


def _start(on: date) -> datetime:
    return datetime.combine(on, time(), HERE)
