"""HR hears that the people were not updated, once a day as long as it lasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import NAMESPACE_OID, uuid5

from sqlmodel import Session

from domain.facts import PeopleHeld
from domain.notices import Notice, NoticeKind
from domain.people import Role
from storage import graph_sync, people

THE_PEOPLE = uuid5(NAMESPACE_OID, "the people of the directory")


def held_back(session: Session, today: date) -> Iterator[Notice]:
    """Tell each of HR that a reading of the people was not carried out."""
    for one in people.of_hr(session):
        yield Notice(NoticeKind.PEOPLE_HELD, one.id, THE_PEOPLE, today.isoformat())


def people_held(session: Session, reader_id: str) -> PeopleHeld | None:
    """Return the news; None where it was carried out since, or the reader is not of HR any more."""
    reader, refused = people.find(session, reader_id), graph_sync.refusal(session)
    if reader is None or Role.HR not in reader.roles or refused is None:
        return None
    return PeopleHeld(refused.leaving, refused.here)
