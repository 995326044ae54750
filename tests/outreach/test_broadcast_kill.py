"""A broadcast that is killed on its way loses nobody, and writes to no more twice than were in flight."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator

import pytest

from bot.outreach.mailing import AT_ONCE
from storage.database import Database, open_database
from tests.outreach.crowd import Connector, begin, gather, sent, swift_connector
from tests.outreach.process import BotProcess

PEOPLE = 1_000
KILLS = 3
pytestmark = pytest.mark.postgres


@pytest.fixture
def opened(database_url: str) -> Iterator[Database]:
    database = open_database(database_url)
    yield database
    database.dispose()


async def test_kills_lose_nobody_and_repeat_no_more_than_was_in_flight(database_url: str, opened: Database) -> None:
    chance = random.Random(3)
    async with swift_connector() as connector:
        gather(opened, PEOPLE, connector.url)
        one = begin(opened)
        for kill in range(KILLS):
            async with BotProcess(
                database_url, connector.url, HJEMMEBOT_SEND_RATE="400", HJEMMEBOT_REPLICA="one"
            ) as bot:
                before = (await connector.count())["messages"]
                await _reached(connector, before + 60 + chance.randrange(150))
                await bot.kill()
            assert (await connector.count())["chats"] < PEOPLE, f"kill {kill} came too late to show anything"
        async with BotProcess(database_url, connector.url, HJEMMEBOT_REPLICA="one", HJEMMEBOT_SEND_RATE="1000"):
            found = await sent(opened, one, 60)
        stats = await connector.stats()
    assert (found.sent, found.waiting, found.sent + found.missed) == (stats["chats"], 0, PEOPLE)
    assert dict(found.why) == {"MessageWritesBlocked": found.missed}
    assert stats["duplicates"] <= KILLS * AT_ONCE
    assert found.missed < PEOPLE / 20


async def test_two_replicas_share_the_work_and_one_takes_over_from_the_other(postgres_url: str) -> None:
    opened = open_database(postgres_url)
    async with swift_connector() as connector:
        gather(opened, 400, connector.url)
        one = begin(opened)
        rate = {"HJEMMEBOT_SEND_RATE": "30"}
        async with (
            BotProcess(postgres_url, connector.url, HJEMMEBOT_REPLICA="one", **rate),
            BotProcess(postgres_url, connector.url, HJEMMEBOT_REPLICA="two", **rate) as two,
        ):
            await _reached(connector, 120)
            await two.kill()
            found = await sent(opened, one, 90)
        stats = await connector.stats()
    opened.dispose()
    assert (found.sent, found.sent + found.missed) == (stats["chats"], 400)
    assert stats["busiest"] <= 30
    assert stats["duplicates"] <= AT_ONCE


async def test_a_storm_of_refusals_passes(database_url: str, opened: Database) -> None:
    async with swift_connector() as connector:
        gather(opened, 300, connector.url)
        await connector.storm(4)
        async with BotProcess(database_url, connector.url, HJEMMEBOT_SEND_RATE="200"):
            found = await sent(opened, begin(opened), 40)
        stats = await connector.stats()
    assert found.sent + found.missed == 300
    assert set(dict(found.why)) <= {"MessageWritesBlocked"}
    assert stats["refused"] < 2_000, "asking on and on only makes it last"


async def _reached(connector: Connector, number: int) -> None:
    async with asyncio.timeout(40):
        while (await connector.count())["messages"] < number:  # noqa: ASYNC110 - a test may wait by looking
            await asyncio.sleep(0.02)
