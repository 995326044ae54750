"""A small town as the first released schema (migration 0001) held it, written with that schema's columns only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa
from sqlalchemy import Connection

from domain.home_days import Half, HomeDay, Status
from domain.people import Language, Person, Role
from storage.columns import Moment
from tests.storage.values import MONDAY, NOW

_TOWN = UUID("5d1c1a52-3f0e-4d6e-9a0b-000000000001")
_TYPES: dict[type, Any] = {UUID: sa.Uuid, datetime: Moment, date: sa.Date}
TOKEN = "an-address-in-use"

LARS = Person(
    "lars", "Lars Holm", "lars@town.example", None, None, "Borgerservice", frozenset(), Language.DANISH, "Rådhuset"
)
ANNA = replace(LARS, id="anna", name="Anna Bæk", email="anna@town.example", leader_id="lars", deputy_id="bo")
BO = replace(ANNA, id="bo", name="Bo Ø", email="bo@town.example", roles=frozenset({Role.HR}), language=Language.ENGLISH)
PEOPLE = (LARS, ANNA, replace(BO, deputy_id=None))


def named(name: str) -> UUID:
    """Return the id of a thing in the town; the same each time."""
    return uuid5(_TOWN, name)


def _day(number: int, status: Status, **others: Any) -> HomeDay:
    on = MONDAY + timedelta(days=number)
    return HomeDay(named(f"day{number}"), "anna", on, named("request"), status=status, asked_at=NOW, **others)


_ASKED_FOR = [
    _day(number, status, half=Half.MORNING if number % 2 else None, version=number + 1, reason="møde på rådhuset")
    for number, status in enumerate(Status)
]
_CALLED_IN = _day(
    9, Status.CANCELLED, version=3, cancellation_id=named("cancellation"), decided_by="lars", decided_at=NOW
)
DAYS = (*_ASKED_FOR, _CALLED_IN)


def settle(connection: Connection) -> None:
    """Put the town into a database with the tables of 0001, or newer."""
    for one in PEOPLE:
        _put(connection, "person", _person(one))
    for day in DAYS:
        _put(connection, "home_day", _home_day(day))
    _put(connection, "conversation", _CHAT)
    _put(connection, "sent_card", _CARD)
    for number, state in enumerate(("waiting", "sending", "sent")):
        _put(connection, "delivery", _delivery(number, state))
    _put(connection, "daily_count", {"day": MONDAY, "name": "answers", "number": 41})


def open_feed(connection: Connection) -> None:
    """Open Anna's calendar feed as 0001 kept it; 0005 keeps a hash instead."""
    _put(connection, "feed", {"person_id": "anna", "token": TOKEN})


_CHAT = {
    "id": "chat-anna",
    "person_id": "anna",
    "service_url": "https://teams.example/",
    "tenant_id": "tenant",
    "bot_id": "28:bot",
    "place": "personal",
    "user_id": "29:anna",
    "state": '{"awaiting": null}',
    "handled": "one two",
    "welcomed": True,
    "gone_code": "",
    "heard_at": NOW,
}
_CARD = {
    "conversation_id": "chat-anna",
    "activity_id": "1",
    "topic": "request",
    "subject": named("request"),
    "person_id": "anna",
}


def _put(connection: Connection, table: str, values: dict[str, Any]) -> None:
    columns = [sa.column(name, _TYPES.get(type(value))) for name, value in values.items()]
    connection.execute(sa.insert(sa.table(table, *columns)).values(values))


def _person(one: Person) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "email": one.email,
        "email_key": one.email,
        "leader_id": one.leader_id,
        "deputy_id": one.deputy_id,
        "department": one.department,
        "roles": " ".join(one.roles),
        "language": one.language.value,
        "workplace": one.workplace,
    }


def _home_day(day: HomeDay) -> dict[str, Any]:
    names = "id person_id on request_id version asked_at decided_by decided_at reason cancellation_id seen_at"
    values = {name: getattr(day, name) for name in names.split()}
    return {**values, "half": day.half and day.half.value, "status": day.status.value}


def _delivery(number: int, state: str) -> dict[str, Any]:
    return {
        "key": f"decision/{number}",
        "kind": "decision",
        "to_id": "anna",
        "subject": named("request"),
        "redraws": "",
        "spares": "",
        "occasion": "",
        "lane": 1,
        "state": state,
        "attempts": 1 if state == "sending" else 0,
        "not_before": NOW,
        "code": "",
        "created_at": NOW,
        "sent_at": NOW if state == "sent" else None,
    }
