"""Receivers of broadcasts who have quiet hours: put aside when they are written down, and taken up when it is over.

What is put aside is in no index that sending looks at, so a night costs nothing however many sleep.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlmodel import Session

from domain.quiet import Quiet
from storage import notice_settings
from storage.mailbag import Receiver
from storage.notice_settings import SETTING
from storage.receivers import OF_BROADCAST, QUIET, RECEIVER, State, Task

_UNASKED = (Task.SEND.value, Task.REMIND.value)  # a correction and a recall make no sound
_MOMENT = RECEIVER.c.not_before.type
_HOLD = (
    update(RECEIVER)
    .where(
        OF_BROADCAST,
        RECEIVER.c.state == State.WAITING.value,
        RECEIVER.c.task.in_(_UNASKED),
        RECEIVER.c.person_id.in_(
            select(SETTING.c.person_id).where(
                SETTING.c.quiet_from.is_not_distinct_from(bindparam("start", type_=SETTING.c.quiet_from.type)),
                SETTING.c.quiet_to.is_not_distinct_from(bindparam("end", type_=SETTING.c.quiet_to.type)),
                SETTING.c.free_days == bindparam("free_days", type_=SETTING.c.free_days.type),
            )
        ),
    )
    .values(state=State.QUIET.value, not_before=bindparam("until", type_=_MOMENT))
)
_HUSH = (
    update(RECEIVER)
    .where(RECEIVER.c.id == bindparam("row"), RECEIVER.c.state == State.SENDING.value)
    .values(
        state=State.QUIET.value,
        not_before=bindparam("until", type_=_MOMENT),
        attempts=RECEIVER.c.attempts - 1,
        code="",
    )
)
_WAKE = (
    update(RECEIVER)
    .where(OF_BROADCAST, QUIET, RECEIVER.c.not_before <= bindparam("now", type_=_MOMENT))
    .values(state=State.WAITING.value)
)
_NEXT = select(func.min(RECEIVER.c.not_before)).where(OF_BROADCAST, QUIET)
_CHANGE = (
    update(RECEIVER)
    .where(RECEIVER.c.person_id == bindparam("person"), RECEIVER.c.state == State.QUIET.value)
    .values(not_before=bindparam("until", type_=_MOMENT))
)


def hold(session: Session, broadcast_id: UUID, now: datetime) -> None:
    """Put aside those who wait and for whom it is quiet now: one statement for each kind of quiet hours."""
    for quiet in notice_settings.kinds_of_quiet(session):
        if (until := quiet.until(now)) is not None:
            values = {"start": quiet.start, "end": quiet.end, "free_days": quiet.free_days, "until": until}
            session.connection().execute(_HOLD, {"broadcast": broadcast_id, **values})


def awake(session: Session, taken: Sequence[Receiver], now: datetime) -> list[Receiver]:
    """Return those of the taken who may be written to now; the others are put aside, and it counts as no try.

    For whoever is taken when the evening has come, though it was day when the broadcast began.
    """
    quiet = notice_settings.quiet_of(session, [one.person_id for one in taken if one.task in _UNASKED])
    until = {one.id: quiet[one.person_id].until(now) for one in taken if one.person_id in quiet}
    if aside := [{"row": row, "until": moment} for row, moment in until.items() if moment is not None]:
        session.connection().execute(_HUSH, aside)
    return [one for one in taken if until.get(one.id) is None or one.task not in _UNASKED]


def wake(session: Session, broadcast_id: UUID, now: datetime) -> None:
    """Make those wait for sending for whom it is not quiet any more."""
    session.connection().execute(_WAKE, {"broadcast": broadcast_id, "now": now})


def next_due(session: Session, broadcast_id: UUID) -> datetime | None:
    """Return when the next of those who were put aside is due, or None. By an index."""
    return session.connection().execute(_NEXT, {"broadcast": broadcast_id}).scalar()


def change(session: Session, person_id: str, quiet: Quiet | None, now: datetime) -> None:
    """Plan anew what waits for a person whose quiet hours have changed."""
    until = (quiet.until(now) if quiet else None) or now
    session.connection().execute(_CHANGE, {"person": person_id, "until": until})
