"""The leader's answer to asked days: approve or decline."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from bot.usecases import notices
from bot.usecases.picture import leader_request
from bot.usecases.ports import Desk
from domain import home_days as rules
from domain.commands import ApproveDays, DayRefs, DeclineDays
from domain.facts import LeaderRequest, Note, Refused, WaitingRequests
from domain.home_days import HomeDay
from domain.people import Standing
from domain.refusals import Refusal, Rule
from storage import home_days, people

Rulebook = Callable[[HomeDay, int], HomeDay | Refusal]


Decided = LeaderRequest | WaitingRequests | Refused


def approve_days(command: ApproveDays, desk: Desk) -> Decided:
    """Approve the days; what is approved already stays so, and an old card gets the fresh one."""
    return _decide(command.days, desk, lambda day, seen: rules.approve(day, desk.by.id, desk.at, seen))


def decline_days(command: DeclineDays, desk: Desk) -> Decided:
    """Decline the days, with the reason if one was given."""
    return _decide(command.days, desk, lambda day, seen: rules.decline(day, desk.by.id, desk.at, seen, command.reason))


def _decide(refs: DayRefs, desk: Desk, rule: Rulebook) -> Decided:
    seen = {ref.id: ref.version for ref in refs}
    before = home_days.by_ids(desk.session, list(seen))
    after = [rule(day, seen[day.id]) for day in before]
    requests = list(dict.fromkeys(day.request_id for day in before))
    refusal = next((one for one in after if isinstance(one, Refusal)), None)
    if refusal is not None:
        return _fresh(requests, desk, Note.STALE) if refusal.rule is Rule.STALE else Refused(refusal)
    old = {day.id: day for day in before}
    changed = [day for day in after if isinstance(day, HomeDay) and day is not old[day.id]]
    for day in changed:
        home_days.save(desk.session, day)
    for person_id in sorted({day.person_id for day in changed}):
        _tell(person_id, changed, desk)
    return _fresh(requests, desk)


def _tell(person_id: str, changed: list[HomeDay], desk: Desk) -> None:
    standing: Standing | None = people.standing(desk.session, person_id)
    if standing is not None:
        theirs = [day for day in changed if day.person_id == person_id]
        desk.outbox.leave(desk.session, list(notices.decided(standing, theirs, desk.by.id)))


def _fresh(requests: list[UUID], desk: Desk, note: Note | None = None) -> Decided:
    pictures = [one for one in (leader_request(desk.session, each, note) for each in requests) if one is not None]
    if not pictures:
        return Refused(Refusal(Rule.NOT_FOUND))
    return pictures[0] if len(pictures) == 1 else WaitingRequests(tuple(pictures))
