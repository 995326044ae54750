"""The leader's answer to asked days: approve or decline."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from bot.usecases import notices
from bot.usecases.approval_checks import needs_checklist
from bot.usecases.framing import present_then
from bot.usecases.look import show_waiting
from bot.usecases.picture import leader_request
from bot.usecases.ports import Desk
from bot.usecases.tell import tell
from bot.usecases.trail import trail_days
from domain import home_days as rules
from domain.commands import ApproveDays, DeclineDays, ShowWaiting
from domain.deeds import Deed
from domain.facts import LeaderRequest, Note, Refused, WaitingRequests
from domain.home_days import HomeDay, Status
from domain.people import Standing
from domain.refusals import Refusal, Rule
from storage import agreements, home_days, people

Rulebook = Callable[[HomeDay, int], HomeDay | Refusal]


Decided = LeaderRequest | WaitingRequests | Refused


def approve_days(command: ApproveDays, desk: Desk) -> Decided:
    """Approve the days; what is approved already stays so, and an old card gets the fresh one."""
    days = home_days.by_ids(desk.session, [ref.id for ref in command.days])
    people.hold(desk.session, [day.person_id for day in days])
    if (refusal := _needs_agreement(command, desk)) is not None:
        return Refused(refusal)
    if (refusal := needs_checklist(days, desk)) is not None:
        return Refused(refusal)
    if not command.anyway and (present := present_then(days, desk)) is not None:
        return Refused(*present, command.model_copy(update={"anyway": True}))
    return _decide(command, desk, lambda day, seen: rules.approve(day, desk.by.id, desk.at, seen))


def _needs_agreement(command: ApproveDays, desk: Desk) -> Refusal | None:
    """Return the refusal where a recurring day is covered by no agreement that both have confirmed (policy p. 3)."""
    for day in home_days.by_ids(desk.session, [ref.id for ref in command.days]):
        asked = day.recurring and day.status is Status.ASKED and day.on >= desk.at.date()
        if asked and not agreements.covers(desk.session, day.person_id, day.on):
            return Refusal(Rule.NEEDS_AGREEMENT, "ramme-formel-aftale", day.on, about=day.person_id)
    return None


def decline_days(command: DeclineDays, desk: Desk) -> Decided:
    """Decline the days, with the reason if one was given."""
    return _decide(command, desk, lambda day, seen: rules.decline(day, desk.by.id, desk.at, seen, command.reason))


def _decide(command: ApproveDays | DeclineDays, desk: Desk, rule: Rulebook) -> Decided:
    seen = {ref.id: ref.version for ref in command.days}
    touched = home_days.by_ids(desk.session, list(seen))
    requests = list(dict.fromkeys(day.request_id for day in touched))
    before = [day for day in touched if day.on >= desk.at.date()]  # what has passed must not hold up the rest
    after = [rule(day, seen[day.id]) for day in before]
    if not before or any(isinstance(one, Refusal) for one in after):
        return _fresh(requests, command.listed, desk, Note.STALE)
    changed = [new for old, new in zip(before, after, strict=True) if isinstance(new, HomeDay) and new is not old]
    for day in changed:
        home_days.save(desk.session, day)
    trail_days(desk, Deed.APPROVED if isinstance(command, ApproveDays) else Deed.DECLINED, changed)
    for person_id in sorted({day.person_id for day in changed}):
        _tell(person_id, changed, desk)
    return _fresh(requests, command.listed, desk)


def _tell(person_id: str, changed: list[HomeDay], desk: Desk) -> None:
    standing: Standing | None = people.standing(desk.session, person_id)
    if standing is not None:
        theirs = [day for day in changed if day.person_id == person_id]
        tell(desk, notices.decided(standing, theirs, desk.by.id))


def _fresh(requests: list[UUID], listed: bool, desk: Desk, note: Note | None = None) -> Decided:
    """Return the requests as they stand now; on the list of what waits, with all that still waits."""
    answered = [one for each in requests if (one := leader_request(desk.session, each, note)) is not None]
    if not answered:
        return Refused(Refusal(Rule.NOT_FOUND))
    if listed and isinstance(waiting := show_waiting(ShowWaiting(), desk), WaitingRequests):
        return WaitingRequests((*answered, *(one for one in waiting.requests if one.request_id not in requests)))
    return answered[0] if len(answered) == 1 else WaitingRequests(tuple(answered))
