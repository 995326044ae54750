"""Ask one's leader for home days."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from uuid import UUID, uuid5

from bot.usecases import notices
from bot.usecases.framing import frame_of, held_at_once, outside
from bot.usecases.picture import my_request
from bot.usecases.ports import Desk
from bot.usecases.propose_days import merged
from bot.usecases.tell import tell
from bot.usecases.trail import trail_days
from bot.usecases.withdraw_days import give_up
from domain import home_days as rules
from domain.commands import MarkDays
from domain.deeds import Deed
from domain.facts import MyRequest, Refused
from domain.frames import LocalFrame
from domain.home_days import HomeDay, WantedDay
from domain.notices import Notice
from domain.people import Standing
from domain.refusals import Refusal, Rule
from storage import home_days, people


def mark_days(command: MarkDays, desk: Desk) -> MyRequest | Refused:
    """Store the days as asked for and leave the leader a notice; a second press gives the same answer.

    Days that are asked for or approved already are left as they are.
    """
    before = home_days.of_request(desk.session, command.request_id)
    if before:
        return _shown(command.request_id, desk) if before[0].person_id == desk.by.id else _not_yours()
    standing = people.standing(desk.session, desk.by.id)
    if standing is None:
        return Refused(Refusal(Rule.NO_LEADER, passage_id="ramme-koordinering"))
    replaced = _replaced(command, desk)
    frame = frame_of(standing, desk)
    if frame is not None:
        people.hold(desk.session, [desk.by.id])  # so many days a week are counted, and days may hold at once
    outcomes = _asked(command, standing, frame, {day.id for day in replaced}, desk)
    refusals = [one for one in outcomes if isinstance(one, Refusal)]
    days = [one for one in outcomes if isinstance(one, HomeDay)]
    if refusals or not days:
        return Refused(refusals[0] if refusals else Refusal(Rule.STALE), frame)
    give_up(replaced, desk, asked_anew={day.on for day in days})  # first: a date holds one live day
    held = held_at_once(days, frame, desk)
    home_days.add(desk.session, held)
    at_once = held[0].held_at_once
    trail_days(desk, Deed.HELD_AT_ONCE if at_once else Deed.ASKED, held)
    tell(desk, notices.days_marked(standing, held) if at_once else _news(standing, held, desk))
    return _shown(command.request_id, desk)


def _news(standing: Standing, days: list[HomeDay], desk: Desk) -> Iterable[Notice]:
    """Return the request to the leader, or the news to HR that no leader is known; who comes to lead is asked then."""
    if standing.decider is not None:
        return notices.request_made(standing, days)
    return notices.leaderless(standing, people.of_hr(desk.session), f"{desk.at.date():%G-W%V}")


def _asked(
    command: MarkDays, standing: Standing, frame: LocalFrame | None, leaving: Collection[UUID], desk: Desk
) -> list[HomeDay | Refusal]:
    wanted = {day.on: day for day in merged(WantedDay(day.on, day.half) for day in command.days)}
    taken = {day.on for day in home_days.live_on(desk.session, desk.by.id, sorted(wanted)) if day.id not in leaving}
    free = [day for on, day in sorted(wanted.items()) if on not in taken]
    no = outside(free, frame, leaving, desk, command.expressly)
    return [no.get(day.on) or _marked(command, _ask(command, day, standing, desk)) for day in free]


def _ask(command: MarkDays, day: WantedDay, standing: Standing, desk: Desk) -> HomeDay | Refusal:
    return rules.ask(day, standing, command.request_id, uuid5(command.request_id, day.on.isoformat()), desk.at)


def _marked(command: MarkDays, asked: HomeDay | Refusal) -> HomeDay | Refusal:
    return replace(asked, recurring=True) if command.recurring and isinstance(asked, HomeDay) else asked


def _replaced(command: MarkDays, desk: Desk) -> list[HomeDay]:
    """Return the days that make way, withdrawn; one that has changed since the card stays as it is."""
    seen = {ref.id: ref.version for ref in command.instead_of}
    before = [day for day in home_days.by_ids(desk.session, list(seen)) if day.version == seen[day.id]]
    after = [rules.withdraw(day, desk.by.id, desk.at) for day in before]
    return [new for old, new in zip(before, after, strict=True) if isinstance(new, HomeDay) and new is not old]


def _shown(request_id: UUID, desk: Desk) -> MyRequest | Refused:
    return my_request(desk.session, request_id) or Refused(Refusal(Rule.NOT_FOUND))


def _not_yours() -> Refused:
    return Refused(Refusal(Rule.NOT_YOURS))
