"""The employee keeps half of a whole home day; the leader is told."""

from __future__ import annotations

from bot.usecases import notices
from bot.usecases.picture import my_request
from bot.usecases.ports import Desk
from bot.usecases.tell import tell
from bot.usecases.trail import trail_days
from domain.commands import HalveDay
from domain.deeds import Deed
from domain.facts import DayHalved, MyRequest, Note, Refused
from domain.halving import halve
from domain.refusals import Refusal, Rule
from storage import home_days, people


def halve_day(command: HalveDay, desk: Desk) -> DayHalved | MyRequest | Refused:
    """Store the half that stays; on an old card the request is shown as it stands."""
    before = home_days.by_ids(desk.session, [command.day.id])[0]
    after = halve(before, command.keep, desk.at.date(), command.day.version)
    if isinstance(after, Refusal):
        if after.rule is Rule.STALE:
            return my_request(desk.session, before.request_id, Note.STALE) or Refused(after)
        return Refused(after)
    standing = people.standing(desk.session, desk.by.id)
    if after is not before:
        home_days.save(desk.session, after)
        trail_days(desk, Deed.HALVED, [after])
        if standing is not None:
            tell(desk, notices.halved(standing, after, desk.by.id))
    return DayHalved(after, standing.decider if standing else None)
