"""Broadcasts begin when their time comes and end when nobody is left to send to. Each happens once, on one replica."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from sqlmodel import Session

from bot.minds import HERE
from bot.usecases.ports import Outbox
from domain.broadcasts import Broadcast, Halt, Stage
from domain.notices import Notice, NoticeKind
from domain.people import Role
from storage import audiences, broadcasts, mailbag, people, quiet_receivers, receivers

MORNING = time(9)


def begin_due(session: Session, now: datetime, outbox: Outbox) -> None:
    """Begin the planned broadcasts whose time has come: whoever receives it is written down in this transaction.

    Where whoever planned it is not HR any more, nothing is sent, and HR is told so.
    """
    for planned in broadcasts.due(session, now):
        author = people.find(session, planned.author_id) if planned.author_id else None
        begun = replace(planned, stage=Stage.SENDING, started_at=now)
        halted = None if author is not None and Role.HR in author.roles else Halt.NOT_HR
        if not broadcasts.move(session, begun, Stage.SCHEDULED):
            continue  # another replica was quicker
        if halted is None and not audiences.fill(session, begun, now.astimezone(HERE).date(), now):
            halted = Halt.NOBODY
        quiet_receivers.hold(session, begun.id, now)
        if halted is not None:
            broadcasts.move(session, replace(planned, stage=Stage.STOPPED, halted=halted), Stage.SENDING)
        told = {one.id for one in people.everybody(session) if Role.HR in one.roles} if halted else {planned.author_id}
        outbox.leave(session, [_news(planned, one, "begun") for one in sorted(filter(None, told))])


def finish(session: Session, broadcast: Broadcast, now: datetime) -> bool:
    """End a broadcast when nothing is left to do; return whether it has ended now.

    What was on its way while it was corrected or called back is found here.
    """
    if mailbag.next_due(session, broadcast.id) is not None:
        return False
    if quiet_receivers.next_due(session, broadcast.id) is not None:
        return False
    if broadcast.stage is Stage.RECALLING:
        if receivers.recall(session, broadcast.id, now):
            return False
        return broadcasts.move(session, replace(broadcast, stage=Stage.RECALLED, ended_at=now), Stage.RECALLING)
    if broadcast.edition and receivers.correct(session, broadcast.id, broadcast.edition, now):
        return False
    return broadcasts.move(session, replace(broadcast, stage=Stage.SENT, ended_at=now), Stage.SENDING)


def remind_to_confirm(session: Session, now: datetime) -> Iterator[Notice]:
    """Remind those who have not confirmed, on the working day before the last day and on the last day, at nine.

    The reminders leave with the broadcast's own batches: they may be many.
    """
    today = now.astimezone(HERE).date()
    if now.astimezone(HERE).time() < MORNING:
        return
    for one in broadcasts.reminding(session):
        if one.confirm_by is None or today not in (one.confirm_by, _workday_before(one)):
            continue
        if broadcasts.remind(session, one.id, today) and receivers.remind(session, one.id, now):
            quiet_receivers.hold(session, one.id, now)
            broadcasts.move(session, replace(one, stage=Stage.SENDING, ended_at=None), Stage.SENT)
    yield from ()


def _workday_before(one: Broadcast) -> object:
    day = one.confirm_by
    while day is not None:
        day -= timedelta(days=1)
        if day.isoweekday() < 6:
            return day
    return None


def _news(one: Broadcast, to: str, what: str) -> Notice:
    moment = (one.send_at or datetime.now(UTC)).isoformat()
    return Notice(NoticeKind.BROADCAST, to, one.id, f"{one.id.hex}.{what}.{one.version}.{moment}")
