"""All that is kept about somebody, as a file: for whoever it is about and, on the audit trail, for HR."""

from __future__ import annotations

from bot.minds import now_here
from bot.usecases.fetch_agreement import KEPT
from bot.usecases.keep_equipment import meant
from bot.usecases.notices import subject_of
from bot.usecases.ports import Desk
from bot.usecases.trail import trail
from domain.commands import FetchData, ProposeLeaving
from domain.deeds import Deed
from domain.facts import DataFile, Refused, WhoIsMeant
from domain.people import Person
from storage import downloads


def fetch_data(command: FetchData, desk: Desk) -> DataFile | WhoIsMeant | Refused:
    """Return an address where the data can be fetched; an older address of the same person's is closed."""
    about = _about(command, desk)
    if not isinstance(about, Person):
        return about
    trail(desk, Deed.EXPORTED, about.id)
    until = now_here() + KEPT
    token = downloads.make(desk.session, subject_of(about.id), desk.by.id, now_here(), until)
    return DataFile(about, f"{desk.feed_base}/{token}.json", until, about.id == desk.by.id)


def _about(command: FetchData, desk: Desk) -> Person | WhoIsMeant | Refused:
    if command.employee_id in ("", desk.by.id) and not command.named:
        return desk.by
    found = meant(ProposeLeaving(employee_id=command.employee_id, named=command.named), desk, left_too=True)
    return WhoIsMeant(found.named, found.choices, FetchData()) if isinstance(found, WhoIsMeant) else found
