"""A crowd of receivers, a broadcast on its way to them, and a connector that counts, each as it would be in a town."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import aiohttp
from sqlalchemy import insert

from domain.broadcasts import Audience, AudienceKind, Broadcast, Stage, Wording
from domain.facts import Tally, Topic
from domain.people import Person, Role
from storage import audiences, broadcasts, people, receivers, sent_cards
from storage.conversations import CHAT
from storage.database import Database

HANNE = Person("hanne", "Hanne Bruun", roles=frozenset({Role.HR}))
LARS = Person("lars", "Lars Vestergaard", department="Stab")
ANNA = Person("anna", "Anna Holm", leader_id="lars", department="Stab")
CROWD = "Mængden"


class Connector:
    """The swift connector in its own process."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self._session = session

    async def stats(self) -> dict[str, Any]:
        async with self._session.get(f"{self.url}/stats") as response:
            found: dict[str, Any] = await response.json()
            return found

    async def count(self) -> dict[str, int]:
        """Return how many chats and messages there were so far. Quick."""
        async with self._session.get(f"{self.url}/count") as response:
            found: dict[str, int] = await response.json()
            return found

    async def last(self) -> bytes:
        """Return the message that a receiver was sent last, as it came."""
        async with self._session.get(f"{self.url}/last") as response:
            return await response.read()

    async def storm(self, seconds: float) -> None:
        async with self._session.post(f"{self.url}/storm/{seconds}") as response:
            assert response.status == 200


@asynccontextmanager
async def swift_connector(busy: float = 0.03, blocked: int = 1) -> AsyncIterator[Connector]:
    """Start the connector; it ends with the block."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.fakes.swift_connector",
        str(busy),
        str(blocked),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    port = int(await process.stdout.readline())
    try:
        async with aiohttp.ClientSession() as session:
            yield Connector(f"http://127.0.0.1:{port}", session)
    finally:
        process.kill()
        await process.wait()


def gather(database: Database, number: int, service_url: str) -> None:
    """Store so many people with a chat each, HR, and a leader with an employee."""
    crowd = [Person(f"r{n}", f"Modtager {n}", department=CROWD) for n in range(number)]
    with database.writing() as session:
        people.replace_all(session, [HANNE, LARS, ANNA, *crowd])
    chats = [_chat(one.id, service_url) for one in [HANNE, LARS, ANNA, *crowd]]
    with database.writing() as session:
        for start in range(0, len(chats), 5_000):
            session.connection().execute(insert(CHAT), chats[start : start + 5_000])


def begin(database: Database, text: str = "Fra 1. december gælder version 2.", **more: Any) -> UUID:
    """Have HR's broadcast to the crowd on its way, with its progress card in her chat."""
    one = Broadcast(
        uuid4(),
        "hanne",
        danish=Wording("Ny politik", text),
        confirm=True,
        audience=Audience(AudienceKind.DEPARTMENTS, (CROWD,)),
        **({"stage": Stage.SENDING, "started_at": datetime.now(UTC)} | more),
    )
    now = datetime.now(UTC)
    with database.writing() as session:
        broadcasts.add(session, one)
        if one.stage is Stage.SENDING:
            audiences.fill(session, one, now.date(), now)
        sent_cards.note(session, Topic.BROADCAST, one.id, "hanne", "a:hanne", "1:progress")
    return one.id


def tally(database: Database, broadcast_id: UUID) -> Tally:
    with database.reading() as session:
        return receivers.tally(session, broadcast_id)


def stage(database: Database, broadcast_id: UUID) -> Stage:
    with database.reading() as session:
        found = broadcasts.find(session, broadcast_id)
        assert found is not None
        return found.stage


async def sent(database: Database, broadcast_id: UUID, seconds: float, number: int | None = None) -> Tally:
    """Wait until the broadcast is sent, or until so many have it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if number is None and await asyncio.to_thread(stage, database, broadcast_id) is Stage.SENT:
            return tally(database, broadcast_id)
        if number is not None and (found := await asyncio.to_thread(tally, database, broadcast_id)).sent >= number:
            return found
        await asyncio.sleep(0.1)
    raise AssertionError(f"not sent in {seconds} s: {tally(database, broadcast_id)}")


def _chat(person_id: str, service_url: str) -> dict[str, Any]:
    values: dict[str, Any] = {"id": f"a:{person_id}", "person_id": person_id, "service_url": service_url}
    values |= {"tenant_id": "", "bot_id": "28:hjemmebot", "place": "personal", "user_id": f"29:{person_id}"}
    return values | {"state": "{}", "handled": "", "welcomed": True, "gone_code": "", "heard_at": datetime.now(UTC)}
