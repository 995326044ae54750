"""The present picture of a request or a cancellation, as its employee and its leader see it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlmodel import Session

from bot.usecases.demands import with_demands
from bot.usecases.report_broadcast import broadcast_progress
from domain.facts import (
    BroadcastProgress,
    LeaderCancellation,
    LeaderRequest,
    MyCancellation,
    MyRequest,
    Note,
    Topic,
)
from domain.frames import attends
from domain.home_days import HomeDay, Status, WantedDay
from domain.people import Person
from domain.radar import Effect, counted, effect, reach
from domain.replacement import MOST_OFFERED, picked, possible, window
from storage import frames, home_days, people

StandingCard = MyRequest | LeaderRequest | MyCancellation | LeaderCancellation | BroadcastProgress


def picture(session: Session, topic: Topic, subject: UUID) -> StandingCard | None:
    """Return the fact behind a standing card, or None when nothing is left of it."""
    match topic:
        case Topic.MY_REQUEST:
            return my_request(session, subject)
        case Topic.REQUEST:
            return leader_request(session, subject)
        case Topic.MY_CANCELLATION:
            return my_cancellation(session, subject)
        case Topic.CANCELLATION:
            return leader_cancellation(session, subject)
        case Topic.BROADCAST:
            return broadcast_progress(session, subject)


def my_request(session: Session, request_id: UUID, note: Note | None = None) -> MyRequest | None:
    """Return the employee's picture of a request."""
    days = home_days.of_request(session, request_id)
    if not days or (standing := people.standing(session, days[0].person_id)) is None:
        return None
    return MyRequest(request_id, tuple(days), standing.leader, who_decided(session, days), note)


def leader_request(session: Session, request_id: UUID, note: Note | None = None) -> LeaderRequest | None:
    """Return the leader's picture of a request, with how many of the team are at home on each of its days."""
    days = home_days.of_request(session, request_id)
    if not days or (employee := people.ever(session, days[0].person_id)) is None:
        return None
    team = (people.team_of(session, employee.leader_id) if employee.leader_id else frozenset()) | {employee.id}
    return LeaderRequest(
        request_id,
        employee,
        tuple(days),
        _home_that_day(session, team - {employee.id}, [day.on for day in days]),
        len(team),
        who_decided(session, days),
        note,
        effect_of(session, days),
        _all_present(session, employee, days),
    )


def _all_present(session: Session, employee: Person, days: list[HomeDay]) -> tuple[date, ...]:
    frame = frames.current(session, employee.leader_id)
    return tuple(day.on for day in days if day.status is Status.ASKED and attends(frame, day.on))


def effect_of(session: Session, days: list[HomeDay]) -> Effect | None:
    """Return what approving the days of one person that wait would do to the average; None when none waits."""
    asked = [WantedDay(day.on, day.half) for day in days if day.status is Status.ASKED]
    if not asked:
        return None
    first, last = reach(day.on for day in asked)
    change = effect(counted(home_days.between(session, [days[0].person_id], first, last)), asked)
    return change and with_demands(session, days[0].person_id, asked[0].on, change)


def my_cancellation(
    session: Session, cancellation_id: UUID, note: Note | None = None, today: date | None = None
) -> MyCancellation | None:
    """Return the employee's picture of a cancellation, with days to choose instead: by today, else as it was told."""
    days = home_days.of_cancellation(session, cancellation_id)
    if not days:
        return None
    by = people.find(session, days[0].decided_by) if days[0].decided_by else None
    told_on = days[0].decided_at.date() if days[0].decided_at else days[0].on
    free, chosen = replacement(session, days, today or told_on)
    return MyCancellation(cancellation_id, tuple(days), by, note, free[:MOST_OFFERED], chosen)


def replacement(
    session: Session, cancelled: list[HomeDay], today: date
) -> tuple[tuple[WantedDay, ...], tuple[HomeDay, ...]]:
    """Return all days that can be chosen instead of cancelled ones of one person, and those that were."""
    standing = people.standing(session, cancelled[0].person_id)
    frame = frames.current(session, standing.leader.id) if standing and standing.leader else None
    if frame is None:
        return (), ()
    known = home_days.between(session, [cancelled[0].person_id], *window(cancelled))
    return possible(frame, cancelled, known, today), picked(cancelled, known)


def leader_cancellation(session: Session, cancellation_id: UUID, note: Note | None = None) -> LeaderCancellation | None:
    """Return the leader's picture of a cancellation."""
    days = home_days.of_cancellation(session, cancellation_id)
    if not days or (employee := people.find(session, days[0].person_id)) is None:
        return None
    return LeaderCancellation(cancellation_id, employee, tuple(days), note)


def who_decided(session: Session, days: Iterable[HomeDay]) -> tuple[Person, ...]:
    """Return those who decided on the days, so that a card can name them."""
    return tuple(people.by_ids(session, sorted({day.decided_by for day in days if day.decided_by})))


def _home_that_day(session: Session, others: frozenset[str], dates: list[date]) -> tuple[tuple[date, int], ...]:
    if not others:
        return ()
    home = home_days.at_home(session, others, min(dates), max(dates))
    return tuple((on, home.get(on, 0)) for on in sorted(set(dates)))
