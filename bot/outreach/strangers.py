"""Who wrote and is in no directory: HR hears it in the morning, once for each who is new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.usecases.notices import subject_of
from domain import overdue as rules
from domain.facts import Strangers
from domain.notices import Notice, NoticeKind
from domain.people import Role
from storage import people, strangers

KEPT = timedelta(days=14)


def unknown_people(session: Session, now: datetime) -> Iterator[Notice]:
    """Forget who is old news, and tell each of HR who is unknown; not again before somebody new writes."""
    if not rules.is_digest_time(now):
        return
    strangers.forget(session, now - KEPT)
    known = strangers.everybody(session)
    if not known:
        return
    for one in people.of_hr(session):
        yield Notice(NoticeKind.STRANGERS, one.id, subject_of(known[0].id), known[0].wrote_at.isoformat())


def unknown_to(session: Session, reader_id: str) -> Strangers | None:
    """Return who is unknown still; None where nobody is, or the reader is not of HR any more."""
    reader = people.find(session, reader_id)
    known = strangers.everybody(session)
    return Strangers(tuple(known)) if known and reader is not None and Role.HR in reader.roles else None
