"""Ten thousand strange inputs with a fixed seed: every command of every card by everybody, and bodies to every route.

No answer of 5xx, no fault of ours, and nothing senseless in the database afterwards.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlmodel import Session

from bench.growth import gate_on
from cards import buttons
from cards.draw import draw
from cards.setting import Setting
from cards.words import Words
from domain import commands as c
from domain.home_days import LONGEST_REASON, Status
from policy.load import load_handbook
from storage import audit, people
from storage.database import Database, open_database
from storage.errors import Conflict, Taken
from storage.home_days import DAY
from storage.tables import METADATA
from tests.domain.access_cases import KINDS
from tests.journeys.town import MONDAY, STAFF, TENANT, Town, town

FUZZ = settings(
    derandomize=True,  # the same inputs in every run
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
GIVEN = 260  # lists of commands
EACH = 25  # commands in a list
BATCHES = 160  # of bodies over HTTP
BATCH = 25
NOT_OURS = 501  # what Teams wants for an invoke of a name that the bot does not know
ODD = (
    "",
    " ",
    "**fed**",
    "<at>x</at>",
    "{{DATE(1)}}",
    "🦒" * 40,
    "'; DROP TABLE person; --",
    "\u202e",
    "x" * 3000,
    "-1",
)
NAMES = (*(one.id for one in STAFF), *(one.name for one in STAFF), "2026-11-26", "26-11-2026", "25:00", "1", "yes")
TEXT = st.sampled_from(ODD) | st.sampled_from(NAMES) | st.text(max_size=30)
DAYS = st.sampled_from([date(2026, 11, 20) + timedelta(days=n) for n in range(20)]) | st.dates()
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=8,
)


def _values(one: Mapping[str, Any], defs: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Return what a field may hold by its schema; a UUID is a number that stands for one that is stored."""
    if "$ref" in one:
        return _values(defs[one["$ref"].rpartition("/")[2]], defs)
    if "anyOf" in one:
        return st.one_of([_values(each, defs) for each in one["anyOf"]])
    if "enum" in one or "const" in one:
        return st.sampled_from([one["const"]] if "const" in one else one["enum"])
    match one.get("type"), one.get("format"):
        case "string", "uuid":
            return st.integers(0, 300).map(lambda number: f"uuid {number}")
        case "string", "date":
            return DAYS.map(date.isoformat)
        case "string", _:
            return TEXT
        case "integer", _:
            return st.integers(0, 4)
        case "boolean", _:
            return st.booleans()
        case "array", _:
            return st.lists(_values(one["items"], defs), max_size=4)
        case "object", _ if "properties" in one:
            return st.fixed_dictionaries({name: _values(each, defs) for name, each in one["properties"].items()})
        case "object", _:
            return st.dictionaries(TEXT, TEXT, max_size=4)
        case _:
            return st.none()


def _raw(kind: type[c.CommandModel]) -> st.SearchStrategy[dict[str, Any]]:
    schema = kind.model_json_schema()
    fields = {name: _values(one, schema.get("$defs", {})) for name, one in schema["properties"].items()}
    must = {name: fields.pop(name) for name in ("kind", *schema.get("required", ())) if name in fields}
    return st.fixed_dictionaries(must, optional=fields)


WORKDAYS = [on for n in range(20) if (on := date(2026, 11, 23) + timedelta(days=n)).isoweekday() < 6]
# Days that can be asked for: without any, most of the other commands would meet an empty town.
MARKS = st.builds(
    lambda number, on: {"kind": "mark_days", "request_id": f"uuid {number}", "days": [{"on": on.isoformat()}]},
    st.integers(0, 300),
    st.sampled_from(WORKDAYS),
)
CALLS = st.tuples(st.sampled_from(STAFF), st.one_of([*(_raw(kind) for kind in KINDS), *[MARKS] * 6]))


def test_every_command_by_everybody_in_any_order(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    with database.writing() as session:
        people.replace_all(session, STAFF)
    gate, handbook = gate_on(database), load_handbook()
    ran = {"commands": 0, "read": 0}

    @settings(FUZZ, max_examples=GIVEN)
    @given(st.lists(CALLS, min_size=EACH, max_size=EACH))
    def fuzz(calls: list[Any]) -> None:
        stored = _stored(database)
        for by, raw in calls:
            ran["commands"] += 1
            command = _read(_filled(raw, stored))
            if command is None:
                continue
            ran["read"] += 1
            try:
                fact = gate.run(command, by, MONDAY)
            except (Conflict, Taken):
                continue
            for language in ("da", "en"):
                draw(fact, Setting(Words(type(by.language)(language)), MONDAY.date(), handbook))

    fuzz()
    assert ran["commands"] >= GIVEN * EACH * 0.9
    assert ran["read"] > ran["commands"] / 4  # strange, but not all of it unreadable
    _sensible(database)
    database.dispose()


def _stored(database: Database) -> list[UUID]:
    """Return ids that stand in the database, and some that do not."""
    found = [UUID(int=number) for number in range(6)]
    with database.reading() as session:
        for table in METADATA.tables.values():
            for column in table.columns:
                if column.type.python_type is UUID:
                    query = select(column).where(column.is_not(None)).distinct().limit(20)
                    found += session.connection().execute(query).scalars()
    return found


def _filled(raw: Any, stored: list[UUID]) -> Any:
    if isinstance(raw, dict):
        return {name: _filled(one, stored) for name, one in raw.items()}
    if isinstance(raw, list):
        return [_filled(one, stored) for one in raw]
    if isinstance(raw, str) and raw.startswith("uuid "):
        return str(stored[int(raw.removeprefix("uuid ")) % len(stored)])
    return raw


def _read(raw: Any) -> c.Command | None:
    try:
        return buttons.read({buttons.KEY: {"v": buttons.VERSION, "command": raw}})
    except buttons.Unreadable:
        return None


def _sensible(database: Database) -> None:
    """Nothing in the database that the rules would not have let in."""
    known = {one.id for one in STAFF}
    with database.reading() as session:
        days = session.connection().execute(select(DAY)).all()
        assert audit.verify(session).flaw is None
        assert all(not text or "\x00" not in text for text in _texts(session))
    assert days, "the fuzz got no day stored: it tries too little"
    leads = {one.id: one.leader_id for one in STAFF}
    for day in days:
        assert day.person_id in known
        assert day.status in set(Status)
        assert day.version >= 1
        assert len(day.reason) <= LONGEST_REASON
        assert day.on.isoweekday() <= 5
        if day.status in {Status.APPROVED, Status.DECLINED, Status.CANCELLED}:
            assert day.decided_by != day.person_id
            assert leads[day.person_id] is not None
        if day.status == Status.CANCELLED:
            assert day.reason.strip()
            assert day.cancellation_id is not None
    live = [(day.person_id, day.on) for day in days if day.status in {Status.ASKED, Status.APPROVED}]
    assert len(live) == len(set(live))


def _texts(session: Session) -> Iterator[str]:
    for table in METADATA.tables.values():
        for column in table.columns:
            if column.type.python_type is str:
                yield from session.connection().execute(select(column)).scalars()


@contextmanager
def _opened(url: str) -> Iterator[tuple[asyncio.Runner, Town]]:
    with asyncio.Runner() as runner:
        place = town(url)
        here = runner.run(place.__aenter__())
        try:
            yield runner, here
        finally:
            runner.run(place.__aexit__(None, None, None))


def _paths(of: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield before
    for key, value in of.items() if isinstance(of, dict) else ():
        yield from _paths(value, (*before, key))


def _changed(of: Any, path: tuple[Any, ...], to: Any) -> Any:
    return to if not path else {**of, path[0]: _changed(of[path[0]], path[1:], to)}


PLACES = ("/api/messages", "/calendar/{}.ics", "/calendar/{}.csv", "/calendar/{}", "/metrics", "/healthz", "/{}")
KIND = st.sampled_from(["message", "press", "install", "junk", "bytes", "path"])


def test_every_route_with_any_body(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    sent = {"all": 0}
    with _opened(sqlite_url) as (runner, here):
        good = {
            "message": here.anna.activity({"type": "message", "text": "hjemme på torsdag"}),
            "press": here.bo.activity({"type": "invoke", "name": "adaptiveCard/action", "value": _pressed({})}),
            "install": here.eva.activity({"type": "installationUpdate", "action": "add"}),
        }
        paths = {kind: list(_paths(one)) for kind, one in good.items()}
        numbers, shapes = st.integers(0, 10_000), st.tuples(KIND, st.integers(0, 10_000), JUNK, st.binary(max_size=40))

        @settings(FUZZ, max_examples=BATCHES)
        @given(st.lists(shapes, min_size=BATCH, max_size=BATCH), numbers)
        def fuzz(shapes: list[Any], start: int) -> None:
            requests = []
            for place, (kind, number, junk, raw) in enumerate(shapes):
                if kind in good:
                    path = paths[kind][number % len(paths[kind])]
                    body = {**_changed(good[kind], path, junk)} if path else junk
                    if isinstance(body, dict) and "id" not in path:
                        body["id"] = f"z:{sent['all']}:{place}:{start}"
                    requests.append(("POST", PLACES[0], json.dumps(body).encode()))
                elif kind == "path":
                    target = PLACES[number % len(PLACES)].format(raw.hex() or "x")
                    requests.append((("GET", "POST", "PUT", "DELETE", "OPTIONS")[number % 5], target, b""))
                else:
                    requests.append(("POST", PLACES[0], json.dumps(junk).encode() if kind == "junk" else raw))
            sent["all"] += len(requests)
            statuses = runner.run(_send(here, requests))
            fell = [each for each in zip(requests, statuses, strict=True) if each[1] >= 500 and each[1] != NOT_OURS]
            assert not fell, fell

        fuzz()
        _sensible_chats(here)
    assert sent["all"] >= BATCHES * BATCH * 0.9
    assert "a turn fell" not in caplog.text


def _pressed(command: Any) -> dict[str, Any]:
    return {"action": {"type": "Action.Execute", "verb": "x", "data": {"hjemmebot": {"v": 1, "command": command}}}}


async def _send(here: Town, requests: list[tuple[str, str, bytes]]) -> list[int]:
    async def one(method: str, path: str, body: bytes) -> int:
        headers = {"Content-Type": "application/json"}
        async with here.session.request(method, here.url + path, data=body or None, headers=headers) as answer:
            await answer.read()
            return answer.status

    return list(await asyncio.gather(*(one(*each) for each in requests)))


def _sensible_chats(here: Town) -> None:
    with here.house.database.reading() as session:
        tenants = session.connection().execute(select(METADATA.tables["conversation"].c.tenant_id).distinct()).scalars()
        assert set(tenants) <= {TENANT}
        assert session.connection().execute(select(func.count()).select_from(DAY)).scalar_one() == 0
        assert audit.verify(session).checked == 0
