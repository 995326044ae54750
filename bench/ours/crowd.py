"""A crowd's ten turns each: who is there, what each says, and what must stand in the database afterwards.

Teams of eight with a leader and a deputy, who decide the same days at the same moment, one with yes and one with no.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import func, select

from bench.contender import message
from bench.ours.turns import NOW, press, workday
from domain import commands as c
from domain.conversations import Conversation
from domain.home_days import HomeDay, Status
from domain.notices import NoticeKind
from domain.people import Person
from storage import conversations, home_days, people
from storage.database import Database
from storage.deliveries import DELIVERY

MEMBERS = 8
MARKED = 5  # days that each employee asks for; the first is given up again
WAITING = 8  # working days ahead: the day that waits from before, for leader and deputy to decide
_SPACE = UUID(int=9)
_TALK = ("mine hjemmedage", "hvem betaler for strømmen derhjemme?", "hvem er hjemme i morgen?")


def settle(database: Database, teams: int, service_url: str) -> None:
    """Store the people, their chats, and one day of each employee that waits for an answer."""
    staff = [one for team in range(teams) for one in _team(team)]
    with database.writing() as session:
        people.replace_all(session, staff)
        for one in staff:
            chat = Conversation(f"a:1chat-{one.id}", service_url, "tenant", "28:hjemmebot", user_id=f"29:{one.id}")
            conversations.remember(session, chat, one.id, {}, "", welcomed=True)
        home_days.add(session, [_day(one, WAITING) for one in _employees(teams)])


def turns(teams: int, service_url: str) -> list[list[dict[str, Any]]]:
    """Return the ten turns of each person, in their order."""
    numbers = iter(range(teams * (MEMBERS + 2) * 10))

    def said(person_id: str, text: str) -> dict[str, Any]:
        return message(next(numbers), service_url, text, person_id)

    def pressed(person_id: str, command: c.Command) -> dict[str, Any]:
        return press(next(numbers), service_url, command, person_id)

    crowd = [
        [
            *(pressed(one.id, _mark(one, number)) for number in range(MARKED)),
            pressed(one.id, _mark(one, 1)),  # the same button again
            pressed(one.id, c.WithdrawDays(days=(c.DayRef(id=_day(one, 0).id, version=1),))),
            *(said(one.id, text) for text in _TALK),
        ]
        for one in _employees(teams)
    ]
    for team in range(teams):
        waiting = [(c.DayRef(id=_day(one, WAITING).id, version=1),) for one in _team(team)[2:]]
        looks = ("teamet i denne uge", "hvem venter på svar")
        leader, deputy = f"leader-{team}", f"deputy-{team}"
        yes, no = (c.ApproveDays(days=ref) for ref in waiting), (c.DeclineDays(days=ref) for ref in waiting)
        crowd.append([*(pressed(leader, one) for one in yes), *(said(leader, text) for text in looks)])
        crowd.append([*(pressed(deputy, one) for one in no), *(said(deputy, text) for text in looks)])
    return crowd


def lost(database: Database, teams: int) -> list[str]:
    """Return what does not stand in the database as it must; empty where no update was lost."""
    employees = _employees(teams)
    with database.reading() as session:
        days = home_days.between(session, [one.id for one in employees], workday(0), workday(WAITING))
        before = {day.request_id for day in days if day.on == workday(WAITING)}  # put there, not asked for in a turn
        news = (DELIVERY.c.kind != NoticeKind.REQUEST.value) | DELIVERY.c.subject.not_in(before)
        kinds = select(DELIVERY.c.kind, func.count()).where(news).group_by(DELIVERY.c.kind)
        told = {row[0]: row[1] for row in session.connection().execute(kinds)}
    found = {(day.person_id, day.on): day for day in days}
    amiss = [] if len(days) == len(employees) * (MARKED + 1) else [f"{len(days)} days"]
    for one in employees:
        amiss += [f"{one.id}, day {number}" for number in range(MARKED) if not _stands(found, one, number)]
        decided = found.get((one.id, workday(WAITING)))
        if decided is None or decided.version != 2 or not _by_whom(decided, one):
            amiss.append(f"{one.id}, the day that waited")
    for notice, each in ((NoticeKind.REQUEST, MARKED), (NoticeKind.DECISION, 1), (NoticeKind.WITHDRAWAL, 1)):
        if told.get(notice.value) != len(employees) * each:
            amiss.append(f"{told.get(notice.value)} notices of {notice}")
    return amiss


def _stands(found: dict[Any, HomeDay], one: Person, number: int) -> bool:
    expected = (Status.WITHDRAWN, 2) if number == 0 else (Status.ASKED, 1)
    day = found.get((one.id, workday(number)))
    return day is not None and (day.status, day.version) == expected


def _by_whom(day: HomeDay, one: Person) -> bool:
    """Return whether the day is decided as whoever decided it wanted."""
    decider = f"deputy-{one.department}" if day.status is Status.DECLINED else f"leader-{one.department}"
    return day.status in (Status.APPROVED, Status.DECLINED) and day.decided_by == decider


def _team(team: int) -> list[Person]:
    leader = Person(f"leader-{team}", f"Leder {team}", deputy_id=f"deputy-{team}", department=str(team))
    deputy = Person(f"deputy-{team}", f"Stedfortræder {team}", department=str(team))
    members = (
        Person(f"person-{team}-{one}", f"Person {team} {one}", leader_id=leader.id, department=str(team))
        for one in range(MEMBERS)
    )
    return [leader, deputy, *members]


def _employees(teams: int) -> list[Person]:
    return [one for team in range(teams) for one in _team(team)[2:]]


def _mark(one: Person, number: int) -> c.MarkDays:
    return c.MarkDays(request_id=_request(one, number), days=(c.Wanted(on=workday(number)),))


def _day(one: Person, number: int) -> HomeDay:
    on = workday(number)
    request_id = _request(one, number)
    return HomeDay(uuid5(request_id, on.isoformat()), one.id, on, request_id, asked_at=NOW)


def _request(one: Person, number: int) -> UUID:
    return uuid5(_SPACE, f"{one.id} {number}")
