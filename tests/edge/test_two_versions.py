"""Replicas of two versions on one database: what was started before an upgrade goes on while another migrates."""

from __future__ import annotations

import asyncio
import signal
import time
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
from sqlalchemy import text

from domain.notices import Notice, NoticeKind
from storage import conversations, deliveries, home_days, people
from storage.database import Database, open_database
from storage.deliveries import DELIVERY, State
from tests.edge import next_version
from tests.journeys.town import MONDAY, STAFF, ChatConnector, Someone
from tests.outreach.process import BotProcess

pytestmark = pytest.mark.postgres
DATES = ("den 30. november", "den 1. december", "den 2. december", "den 3. december", "den 4. december")


class Door:
    """A town with one door, which may be another replica's in the next moment."""

    def __init__(self, connector: ChatConnector, http: aiohttp.ClientSession) -> None:
        self.connector, self.http = connector, http
        self.url = ""

    async def post(self, activity: object, *, reads: bool = False) -> Any:
        async with self.http.post(f"{self.url}/api/messages", json=activity) as response:
            assert response.status < 300
            return await response.json() if reads else None


def _version(database: Database) -> str:
    with database.reading() as session:
        return str(session.connection().execute(text("SELECT version_num FROM alembic_version")).scalar())


def _statuses(database: Database, person_id: str) -> list[str]:
    with database.reading() as session:
        return [day.status.value for day in home_days.from_date(session, person_id, MONDAY.date())]


async def _settled(database: Database, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with database.reading() as session:
            if not deliveries.waiting(session, 1):
                return
        await asyncio.sleep(0.05)
    raise AssertionError("something still waits to be sent")


async def _talk(person: Someone, until: asyncio.Task[Any]) -> float:
    """Mark one day after another until that is done, and return the longest that an answer took."""
    longest, number = 0.0, 0
    while not until.done():
        began = time.monotonic()
        assert "sendt" in await _asked(person, DATES[number % len(DATES)])
        longest = max(longest, time.monotonic() - began)
        await person.presses("Ja, aflys") if person.has("Ja, aflys") else None
        number += 1
        await asyncio.sleep(0.1)
    assert number > 3
    return longest


async def _asked(person: Someone, date: str) -> str:
    await person.says(f"hjemme {date}")
    return await person.presses("Send")


async def test_a_replica_goes_on_while_another_upgrades_the_database(own_postgres_url: str, tmp_path: Path) -> None:
    database = open_database(own_postgres_url)
    with database.writing() as session:
        people.replace_all(session, STAFF)
    newer = {"module": "tests.edge.next_version", "NEXT_MIGRATIONS": str(next_version.migrations(tmp_path / "next"))}
    async with ChatConnector() as connector, aiohttp.ClientSession() as http:
        door = Door(connector, http)
        anna, lars = (Someone(door, one, name) for one, name in (("anna", "Anna Holm"), ("lars", "Lars Vestergaard")))
        per = Someone(door, "per", "Per Juhl")  # of another leader
        old = BotProcess(own_postgres_url, connector.url, HJEMMEBOT_REPLICA="old")
        try:
            await old.__aenter__()
            door.url = old.url
            for one in (anna, lars, per):
                await one.installs()
            await _asked(anna, "på torsdag")
            new = BotProcess(own_postgres_url, connector.url, HJEMMEBOT_REPLICA="new", **newer)
            upgrade = asyncio.create_task(new.__aenter__())
            longest = await _talk(per, upgrade)
            await upgrade
            assert _version(database) == next_version.NUMBER
            assert longest > next_version.SECONDS / 3, "no turn fell into the upgrade; nothing was shown"
            assert longest < next_version.SECONDS + 5

            await lars.hears("Anna Holm vil gerne")
            await lars.presses("Godkend")  # the old one decides on the new tables, and delivers
            await anna.hears("Lars har sagt ja")
            door.url = new.url
            assert "26. november" in await anna.says("mine hjemmedage")
            await _asked(anna, "på fredag")
            door.url = old.url
            await _settled(database)
            await lars.presses("Godkend")  # the card that the new one sent, answered through the old one
            assert _statuses(database, "anna") == ["approved", "approved"]
            await _settled(database)

            await old.kill()  # and comes back as it was: on a database that is newer than itself
            behind = _leave_what_the_newer_knows(database, anna.conversation)
            await new.end(signal.SIGTERM)
            old = BotProcess(own_postgres_url, connector.url, HJEMMEBOT_REPLICA="old")
            await old.__aenter__()
            door.url = old.url
            assert "27. november" in await anna.says("mine hjemmedage")
            async with asyncio.timeout(10):
                while _state(database, behind) is not State.SENT:  # noqa: ASYNC110 - a test may wait by looking
                    await asyncio.sleep(0.05)
        finally:
            for one_bot in (old, new):
                await one_bot.kill()
    database.dispose()


def _leave_what_the_newer_knows(database: Database, chat_id: str) -> int:
    """Leave what the next version leaves when it stops: a notice of a kind of its own, and a chat that awaits its own.

    Returns the id of a notice of today that stands behind the other one.
    """
    with database.writing() as session:
        left = [Notice(NoticeKind.DECISION, "anna", uuid4(), ""), Notice(NoticeKind.DECISION, "anna", uuid4(), "")]
        first, behind = deliveries.leave(session, left, MONDAY - timedelta(days=400))
        session.connection().execute(DELIVERY.update().where(DELIVERY.c.id == first.id).values(kind="of_the_next"))
        conversations.expect(session, chat_id, {"yes": {"kind": "of_the_next"}})
    return behind.id


def _state(database: Database, delivery_id: int) -> State:
    with database.reading() as session:
        query = DELIVERY.select().where(DELIVERY.c.id == delivery_id)
        return State(session.connection().execute(query).one().state)
