"""The main job's turns: what people are there, what stands in the database, and what each turn says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from bench.contender import CONVERSATIONS, Maker, Stage, message
from cards.buttons import write
from domain import commands as c
from domain.conversations import Conversation
from domain.facts import Topic
from domain.holidays import holiday_name
from domain.home_days import HomeDay
from domain.people import Person
from storage import conversations, home_days, people, sent_cards
from storage.database import open_database
from storage.migrate import migrate

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 7, 15, tzinfo=UTC)
_SPACE = UUID(int=7)


def ask(stage: Stage) -> Maker:
    """Everybody is known and has been welcomed; each turn asks the policy."""
    _settle(stage)
    questions = ("hvem betaler for strømmen derhjemme?", "hvor langt skal der være til skærmen?", "må jeg holde møder?")
    return lambda number: message(number, stage.service_url, questions[number % len(questions)])


def mark(stage: Stage) -> Maker:
    """Each turn presses Send on a day that nobody has asked for yet: stored, and the leader is told."""
    _settle(stage)

    def make(number: int) -> Mapping[str, Any]:
        wanted = (c.Wanted(on=workday(number // CONVERSATIONS)),)
        command = c.MarkDays(request_id=uuid5(_SPACE, str(number)), days=wanted)
        return press(number, stage.service_url, command)

    return make


def approve(stage: Stage) -> Maker:
    """Each turn approves a day that waits, on its card: stored, the employee told, and their card redrawn."""
    _settle(stage)
    days = [_asked(number) for number in range(stage.turns)]
    database = open_database(stage.env["HJEMMEBOT_DATABASE_URL"])
    with database.writing() as session:
        for first in range(0, len(days), 500):
            home_days.add(session, days[first : first + 500])
        for number, day in enumerate(days):
            chat = f"a:1chat-{number % CONVERSATIONS}"
            sent_cards.note(session, Topic.MY_REQUEST, day.request_id, day.person_id, chat, f"mine-{number}")
            leader = _leader(number % CONVERSATIONS)
            sent_cards.note(session, Topic.REQUEST, day.request_id, leader, f"a:1chat-{leader}", f"theirs-{number}")
    database.dispose()
    refs = [(c.DayRef(id=day.id, version=1),) for day in days]
    return lambda number: press(
        number, stage.service_url, c.ApproveDays(days=refs[number]), _leader(number % CONVERSATIONS), f"theirs-{number}"
    )


def _settle(stage: Stage) -> None:
    url = stage.env.get("HJEMMEBOT_DATABASE_URL", f"sqlite:///{stage.folder / 'bench.db'}")
    stage.env |= {
        "HJEMMEBOT_DATABASE_URL": url,
        "HJEMMEBOT_SERVICE_URLS": stage.service_url,
        "HJEMMEBOT_SEND_RATE": "100000",
    }
    staff = [Person(f"person-{chat}", f"Person {chat}", leader_id=_leader(chat)) for chat in range(CONVERSATIONS)]
    leaders = [Person(_leader(chat), f"Leder {chat}") for chat in range(CONVERSATIONS)]
    database = open_database(url)
    migrate(database)
    with database.writing() as session:
        people.replace_all(session, [*staff, *leaders])
        for chat, one in [*enumerate(staff), *((one.id, one) for one in leaders)]:
            where = Conversation(f"a:1chat-{chat}", stage.service_url, "tenant", "28:hjemmebot", user_id=f"29:{one.id}")
            conversations.remember(session, where, one.id, {}, "", welcomed=True)
    database.dispose()


def _leader(chat: int) -> str:
    """Return the leader of one chat's employee: each has their own, for no chat takes the notices of all."""
    return f"leader-{chat}"


def _asked(number: int) -> HomeDay:
    request_id = uuid5(_SPACE, f"request {number}")
    person = f"person-{number % CONVERSATIONS}"
    return HomeDay(uuid5(request_id, "day"), person, workday(number // CONVERSATIONS), request_id, asked_at=NOW)


def workday(number: int) -> date:
    """Return a working day to come: 0 is the first after TODAY."""
    on = TODAY
    for _ in range(number + 1):
        on += timedelta(days=1)
        while on.isoweekday() > 5 or holiday_name(on):
            on += timedelta(days=1)
    return on


def press(number: int, service_url: str, command: c.Command, person: str = "", card: str = "") -> dict[str, Any]:
    """Return a press of a button as Teams sends it."""
    body = message(number, service_url, "", person)
    action = {"type": "Action.Execute", "verb": command.kind, "data": write(command)}
    chat = {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "value": {"action": action},
        "replyToId": card or f"card-{number}",
    }
    return {name: value for name, value in body.items() if name not in ("text", "textFormat")} | chat
