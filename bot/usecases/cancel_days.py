"""The leader cancels days for an operational reason (policy p. 3); the employee confirms having seen it."""

from __future__ import annotations

from uuid import UUID, uuid4

from bot.usecases import notices
from bot.usecases.picture import leader_cancellation, leader_request, my_cancellation
from bot.usecases.ports import Desk
from bot.usecases.tell import tell
from bot.usecases.trail import trail_days
from domain import home_days as rules
from domain.commands import AcknowledgeCancellation, CancelDays, ProposeCancellation
from domain.deeds import Deed
from domain.facts import CancelForm, LeaderCancellation, LeaderRequest, MyCancellation, Note, Refused
from domain.home_days import HomeDay
from domain.refusals import Refusal, Rule
from storage import home_days, people

Cancelled = LeaderCancellation | LeaderRequest | CancelForm | Refused


def propose_cancellation(command: ProposeCancellation, desk: Desk) -> CancelForm | Refused:
    """Return the form with the employee's live days on those dates; all days to come where no date is named."""
    employee = people.find(desk.session, command.employee_id)
    if employee is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    today = desk.at.date()
    if command.dates:
        days = home_days.live_on(desk.session, employee.id, [on for on in command.dates if on >= today])
    else:
        days = [day for day in home_days.from_date(desk.session, employee.id, today) if day.status.is_live]
    if not days:
        on = command.dates[0] if command.dates else None
        return Refused(Refusal(Rule.NO_SUCH_DAY_OF_THEIRS, on=on, several=len(command.dates) > 1))
    return CancelForm(uuid4(), employee, tuple(days), command.reason)


def cancel_days(command: CancelDays, desk: Desk) -> Cancelled:
    """Cancel the days, tell the employee at once with reason and passage; without a reason the form is shown again."""
    seen = {ref.id: ref.version for ref in command.days}
    before = home_days.by_ids(desk.session, list(seen))
    employee = people.find(desk.session, before[0].person_id)
    if employee is None or len({day.person_id for day in before}) != 1:
        return Refused(Refusal(Rule.NOT_FOUND))
    if any(day.person_id != employee.id for day in home_days.of_cancellation(desk.session, command.cancellation_id)):
        return Refused(Refusal(Rule.UNREADABLE))  # the id of another's cancellation: no card of ours writes that
    before = [day for day in before if day.on >= desk.at.date()] or before  # what has passed must not hold up the rest
    after = [
        rules.cancel(day, desk.by.id, desk.at, seen[day.id], command.reason, command.cancellation_id) for day in before
    ]
    refusal = next((one for one in after if isinstance(one, Refusal)), None)
    if refusal is not None and refusal.rule is Rule.REASON_MISSING:
        return CancelForm(command.cancellation_id, employee, tuple(before), "", Note.REASON_MISSING)
    if refusal is not None:
        return _stale(before, desk)
    days = [day for day in after if isinstance(day, HomeDay)]
    _store(before, days, desk)
    return _shown(days, desk)


def acknowledge_cancellation(command: AcknowledgeCancellation, desk: Desk) -> MyCancellation | Refused:
    """Note that the employee has seen it; the first time counts, and the leader's card shows it."""
    before = home_days.of_cancellation(desk.session, command.cancellation_id)
    _store_seen(before, [rules.acknowledge(day, desk.at) for day in before], desk)
    shown = my_cancellation(desk.session, command.cancellation_id, today=desk.at.date())
    return shown or Refused(Refusal(Rule.NOT_FOUND))


def _store(before: list[HomeDay], after: list[HomeDay], desk: Desk) -> None:
    changed = _save_changed(before, after, desk)
    trail_days(desk, Deed.CANCELLED, changed)
    standing = people.standing(desk.session, changed[0].person_id) if changed else None
    if standing is not None:
        tell(desk, notices.cancelled(standing, changed, desk.by.id))


def _store_seen(before: list[HomeDay], after: list[HomeDay], desk: Desk) -> None:
    changed = _save_changed(before, after, desk)
    trail_days(desk, Deed.SEEN, changed)
    standing = people.standing(desk.session, changed[0].person_id) if changed else None
    if standing is not None:
        tell(desk, notices.redrawn(standing, changed, changed[0].decided_by or desk.by.id))


def _save_changed(before: list[HomeDay], after: list[HomeDay], desk: Desk) -> list[HomeDay]:
    changed = [new for old, new in zip(before, after, strict=True) if new is not old]
    for day in changed:
        home_days.save(desk.session, day)
    return changed


def _shown(days: list[HomeDay], desk: Desk) -> Cancelled:
    cancellation_id: UUID | None = days[0].cancellation_id
    shown = leader_cancellation(desk.session, cancellation_id) if cancellation_id else None
    return shown or Refused(Refusal(Rule.NOT_FOUND))


def _stale(days: list[HomeDay], desk: Desk) -> Cancelled:
    return leader_request(desk.session, days[0].request_id, Note.STALE) or Refused(Refusal(Rule.NOT_FOUND))
