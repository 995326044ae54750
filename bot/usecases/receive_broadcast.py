"""Whoever received a broadcast confirms having read and understood it. Counted once."""

from __future__ import annotations

from uuid import UUID

from bot.minds import now_here
from bot.usecases.ports import Desk
from bot.usecases.trail import trail
from domain.broadcasts import Broadcast, Stage
from domain.commands import ConfirmBroadcast
from domain.deeds import Deed
from domain.facts import BroadcastMessage, Refused, Stop, Stopped
from domain.refusals import Refusal, Rule
from storage import broadcasts, receivers


def confirm_broadcast(command: ConfirmBroadcast, desk: Desk) -> BroadcastMessage | Refused | Stopped:
    """Note that it is read and understood; a second time changes nothing and gives the same answer."""
    if command.broadcast_id is None:
        return _newest(desk)
    one = broadcasts.find(desk.session, command.broadcast_id)
    got = receivers.of_person(desk.session, command.broadcast_id, desk.by.id) if one else None
    if one is None or got is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    return _confirmed(one, desk)


def _newest(desk: Desk) -> BroadcastMessage | Stopped:
    for broadcast_id in receivers.newest_of(desk.session, desk.by.id):
        one = broadcasts.find(desk.session, broadcast_id)
        if one is not None and one.confirm and one.stage not in (Stage.RECALLING, Stage.RECALLED):
            return _confirmed(one, desk)
    return Stopped(Stop.NOTHING_PENDING)


def _confirmed(one: Broadcast, desk: Desk) -> BroadcastMessage:
    broadcast_id: UUID = one.id
    if receivers.confirm(desk.session, broadcast_id, desk.by.id, now_here()):
        trail(desk, Deed.BROADCAST_CONFIRMED, desk.by.id, broadcast_id)
    got = receivers.of_person(desk.session, broadcast_id, desk.by.id)
    return BroadcastMessage(one, got[1] if got else None)
