"""The whole team must come in: everybody's home days on some dates are cancelled for one reason (policy p. 3).

Each employee gets a cancellation of their own, with an id that follows from the team's and the employee's, so that a
second press finds what the first one did and tells nobody twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from uuid import UUID, uuid4, uuid5

from bot.usecases import notices
from bot.usecases.ports import Desk
from bot.usecases.tell import tell
from bot.usecases.trail import trail_days
from domain import home_days as rules
from domain.commands import CancelTeamDays, ProposeTeamCancellation, ShowTeamCancellation
from domain.deeds import Deed
from domain.facts import NobodyAtHome, Note, Refused, TeamCancelForm, TeamCancelled, TheirDays
from domain.home_days import HomeDay
from domain.notices import occasion_of
from domain.people import Person
from domain.refusals import Refusal, Rule
from storage import home_days, people

Outcome = TeamCancelForm | TeamCancelled | NobodyAtHome | Refused


def propose_team_cancellation(command: ProposeTeamCancellation, desk: Desk) -> Outcome:
    """Return the form with everybody's live days on those dates, or that nobody has one."""
    return _form(uuid4(), command.dates, command.reason, desk)


def cancel_team_days(command: CancelTeamDays, desk: Desk) -> Outcome:
    """Cancel the days and tell each employee; whoever marked a day meanwhile is shown on a fresh form first."""
    if done := _cancelled(command.cancellation_id, desk):
        return TeamCancelled(command.cancellation_id, done)
    there = _at_home(command.dates, desk)
    if not there:
        return NobodyAtHome(command.dates)
    if _seen(there) != command.seen:
        return _form(command.cancellation_id, command.dates, command.reason, desk, Note.STALE)
    if not command.reason.strip():
        return _form(command.cancellation_id, command.dates, "", desk, Note.REASON_MISSING)
    for person, days in there:
        _cancel(person, days, command, desk)
    return TeamCancelled(command.cancellation_id, _cancelled(command.cancellation_id, desk))


def show_team_cancellation(command: ShowTeamCancellation, desk: Desk) -> TeamCancelled | Refused:
    """Return whose days were cancelled then, as they stand now."""
    done = _cancelled(command.cancellation_id, desk)
    return TeamCancelled(command.cancellation_id, done) if done else Refused(Refusal(Rule.NOT_FOUND))


def _cancel(person: Person, days: Iterable[HomeDay], command: CancelTeamDays, desk: Desk) -> None:
    own_id = uuid5(command.cancellation_id, person.id)
    after = [rules.cancel(day, desk.by.id, desk.at, day.version, command.reason, own_id) for day in days]
    changed = [day for day in after if isinstance(day, HomeDay)]
    for day in changed:
        home_days.save(desk.session, day)
    trail_days(desk, Deed.CANCELLED, changed)
    standing = people.standing(desk.session, person.id)
    if standing is not None and changed:
        tell(desk, notices.cancelled(standing, changed, desk.by.id))


def _form(
    cancellation_id: UUID, dates: tuple[date, ...], reason: str, desk: Desk, note: Note | None = None
) -> TeamCancelForm | NobodyAtHome:
    there = _at_home(dates, desk)
    if not there:
        return NobodyAtHome(dates)
    return TeamCancelForm(cancellation_id, dates, there, _seen(there), reason, note)


def _at_home(dates: Sequence[date], desk: Desk) -> tuple[TheirDays, ...]:
    """Return those whom one answers for with their live days on these dates, by name; what has passed is left out."""
    coming = {on for on in dates if on >= desk.at.date()}
    if not coming:
        return ()
    led = people.led_by(desk.session, desk.by.id)
    days = home_days.between(desk.session, [one.id for one in led], min(coming), max(coming))
    wanted = [day for day in days if day.status.is_live and day.on in coming]
    return _by_person(led, wanted)


def _cancelled(cancellation_id: UUID, desk: Desk) -> tuple[TheirDays, ...]:
    led = people.led_by(desk.session, desk.by.id)
    days = (home_days.of_cancellation(desk.session, uuid5(cancellation_id, one.id)) for one in led)
    return _by_person(led, [day for each in days for day in each])


def _by_person(led: Sequence[Person], days: Sequence[HomeDay]) -> tuple[TheirDays, ...]:
    found = ((one, tuple(day for day in days if day.person_id == one.id)) for one in led)
    return tuple((one, theirs) for one, theirs in found if theirs)


def _seen(there: Iterable[TheirDays]) -> str:
    """Return what changes whenever one of the days does, or one more comes."""
    return sha256(occasion_of(day for _, days in there for day in days).encode()).hexdigest()
