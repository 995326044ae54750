"""Which notices a change of days leaves: the news itself, and every standing card that shows the days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from uuid import NAMESPACE_OID, UUID, uuid5

from domain.facts import Topic
from domain.home_days import HomeDay
from domain.notices import Notice, NoticeKind, occasion_of
from domain.people import Person, Standing


def request_made(standing: Standing, days: Sequence[HomeDay]) -> Iterator[Notice]:
    """Tell the leader that days are asked for."""
    if standing.decider is not None:
        yield Notice(NoticeKind.REQUEST, standing.decider.id, days[0].request_id, occasion_of(days))


def leaderless(standing: Standing, hr: Iterable[Person], week: str) -> Iterator[Notice]:
    """Tell each of HR, once a week at most, that nobody is known who can answer this employee."""
    for one in hr:
        yield Notice(NoticeKind.LEADERLESS, one.id, subject_of(standing.employee.id), week)


def subject_of(person_id: str) -> UUID:
    """Return what a notice about a person and no day of theirs is about."""
    return uuid5(NAMESPACE_OID, person_id)


def days_marked(standing: Standing, days: Sequence[HomeDay]) -> Iterator[Notice]:
    """Tell the leader of days that hold at once by the team's frames."""
    if standing.decider is not None:
        yield Notice(NoticeKind.AT_ONCE, standing.decider.id, days[0].request_id, occasion_of(days))


def request_again(standing: Standing, days: Sequence[HomeDay], in_place_of: str) -> Iterator[Notice]:
    """Ask the deputy what could not be asked of the leader; nobody is asked twice, nor about their own days."""
    deputy = standing.deputy
    if deputy is not None and deputy.id not in (in_place_of, standing.employee.id):
        yield Notice(NoticeKind.REQUEST, deputy.id, days[0].request_id, occasion_of(days))


def decided(standing: Standing, days: Sequence[HomeDay], by: str) -> Iterator[Notice]:
    """Tell the employee, and redraw the cards of the requests that the days are part of."""
    for request_id, of_request in _by_request(days):
        yield Notice(NoticeKind.DECISION, standing.employee.id, request_id, occasion_of(of_request))
    yield from redrawn(standing, days, by)


def cancelled(standing: Standing, days: Sequence[HomeDay], by: str) -> Iterator[Notice]:
    """Tell the employee ahead of everything else, and redraw the cards of the requests."""
    for cancellation_id in {day.cancellation_id for day in days if day.cancellation_id}:
        ours = [day for day in days if day.cancellation_id == cancellation_id]
        yield Notice(NoticeKind.CANCELLATION, standing.employee.id, cancellation_id, occasion_of(ours))
    yield from redrawn(standing, days, by)


def withdrawn(standing: Standing, days: Sequence[HomeDay], by: str) -> Iterator[Notice]:
    """Tell the leader that the employee gave days up, and redraw the cards."""
    if standing.decider is not None:
        for request_id, of_request in _by_request(days):
            yield Notice(NoticeKind.WITHDRAWAL, standing.decider.id, request_id, occasion_of(of_request))
    yield from redrawn(standing, days, by)


def halved(standing: Standing, day: HomeDay, by: str) -> Iterator[Notice]:
    """Tell the leader that half of the day was given up, and redraw the cards."""
    if standing.decider is not None:
        yield Notice(NoticeKind.HALVED, standing.decider.id, day.request_id, occasion_of([day]))
    yield from redrawn(standing, [day], by)


def redrawn(standing: Standing, days: Sequence[HomeDay], by: str) -> Iterator[Notice]:
    """Redraw every standing card that shows these days, the actor's older cards included.

    The card that was pressed is redrawn by the answer to the press (see tell).
    """
    occasion = occasion_of(days)
    for person_id in _onlookers(standing, by):
        mine = person_id == standing.employee.id
        for request_id, _ in _by_request(days):
            topic = Topic.MY_REQUEST if mine else Topic.REQUEST
            yield Notice(NoticeKind.REDRAW, person_id, request_id, occasion, topic)
        for cancellation_id in {day.cancellation_id for day in days if day.cancellation_id}:
            topic = Topic.MY_CANCELLATION if mine else Topic.CANCELLATION
            yield Notice(NoticeKind.REDRAW, person_id, cancellation_id, occasion, topic)


def _onlookers(standing: Standing, by: str) -> list[str]:
    others = {one.id for one in (standing.leader, standing.deputy) if one is not None}
    return sorted(others | {standing.employee.id, by})


def _by_request(days: Iterable[HomeDay]) -> list[tuple[UUID, list[HomeDay]]]:
    groups: dict[UUID, list[HomeDay]] = {}
    for day in days:
        groups.setdefault(day.request_id, []).append(day)
    return list(groups.items())
