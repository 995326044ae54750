"""How broadcasts stand: progress, report, list, and the report as a file."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlmodel import Session

from bot.minds import now_here
from bot.usecases.ports import Desk
from bot.usecases.preview_broadcast import preview
from bot.usecases.trail import trail
from bot.usecases.write_broadcast import copy_of, form_of, found
from domain.broadcasts import Broadcast, Stage
from domain.commands import View, ViewBroadcast
from domain.deeds import Deed
from domain.facts import (
    BroadcastFile,
    BroadcastForm,
    BroadcastMessage,
    BroadcastPreview,
    BroadcastProgress,
    Broadcasts,
    Refused,
)
from storage import broadcasts, downloads, receivers

LATEST = 5
NAMED = 10  # of those who were not reached stand on the card; all of them stand in the file
KEPT = timedelta(minutes=30)

Viewed = BroadcastForm | BroadcastPreview | BroadcastMessage | BroadcastProgress | BroadcastFile | Refused


def show_broadcasts(desk: Desk) -> Broadcasts:
    """Return the newest broadcasts."""
    return Broadcasts(tuple(broadcasts.latest(desk.session, LATEST)))


def view_broadcast(command: ViewBroadcast, desk: Desk) -> Viewed:
    """Return one broadcast as it is asked for."""
    one = found(desk, command.broadcast_id)
    if isinstance(one, Refused):
        return one
    match command.view:
        case View.STANDING:
            return preview(one, desk) if one.stage is Stage.DRAFT else progress_of(one, desk.session)
        case View.FORM:
            return form_of(one, desk) if one.stage is not Stage.SCHEDULED else progress_of(one, desk.session)
        case View.COPY:
            return copy_of(one, desk)
        case View.MYSELF:
            return BroadcastMessage(one)
        case View.FILE:
            return _file(one, desk)


def broadcast_progress(session: Session, broadcast_id: UUID) -> BroadcastProgress | None:
    """Return how far a broadcast got."""
    one = broadcasts.find(session, broadcast_id)
    return None if one is None else progress_of(one, session)


def progress_of(broadcast: Broadcast, session: Session) -> BroadcastProgress:
    """Return how far a broadcast got, with some of those who were not reached."""
    tally = receivers.tally(session, broadcast.id)
    missed = receivers.missed(session, broadcast.id, NAMED) if tally.missed else []
    return BroadcastProgress(broadcast, tally, tuple(one.name for one in missed))


def _file(broadcast: Broadcast, desk: Desk) -> BroadcastFile:
    trail(desk, Deed.REPORT_FETCHED, "", broadcast.id)
    until = now_here() + KEPT
    token = downloads.make(desk.session, broadcast.id, desk.by.id, now_here(), until)
    return BroadcastFile(broadcast, f"{desk.feed_base}/{token}.csv", until)
