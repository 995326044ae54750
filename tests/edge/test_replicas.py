"""Two replicas on one database: what Teams sends to both is answered once, and a chat's turns never meet."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.shared_order import SharedOrder
from storage import people
from storage.database import open_database
from storage.turnstile import Turnstile
from tests.journeys.town import STAFF, ChatConnector, Someone, words
from tests.outreach.process import BotProcess

pytestmark = pytest.mark.postgres


class Doors:
    """A town with two doors; what is posted comes in through both at once."""

    def __init__(
        self, bots: tuple[BotProcess, BotProcess], connector: ChatConnector, http: aiohttp.ClientSession
    ) -> None:
        self.bots, self.connector, self.http = bots, connector, http

    async def post(self, activity: object, *, reads: bool = False) -> object:
        answers = await asyncio.gather(*(self._one(bot.url, activity) for bot in self.bots))
        return answers[0]

    async def _one(self, url: str, activity: object) -> None:
        async with self.http.post(f"{url}/api/messages", json=activity) as response:
            assert response.status < 300


async def test_what_comes_in_twice_is_answered_once(postgres_url: str) -> None:
    database = open_database(postgres_url)
    with database.writing() as session:
        people.replace_all(session, STAFF)
    database.dispose()
    async with (
        ChatConnector() as connector,
        aiohttp.ClientSession() as http,
        BotProcess(postgres_url, connector.url, HJEMMEBOT_REPLICA="one") as one,
        BotProcess(postgres_url, connector.url, HJEMMEBOT_REPLICA="other") as other,
    ):
        anna = Someone(Doors((one, other), connector, http), "anna", "Anna Holm")
        await anna.says("hej")
        for number in range(5):
            await anna.says(f"hvor langt skal der være til skærmen? {number}")
        assert [("velkommen" in words(each).lower() or "Hej Anna" in words(each)) for each in anna.chat].count(
            True
        ) == 1
        assert sum("mellem 50 og 70 cm" in words(each) for each in anna.chat) == 5


async def test_a_turn_waits_for_the_other_replica_and_in_the_end_no_longer(postgres_url: str) -> None:
    database = open_database(postgres_url)
    there = Turnstile(database)
    here = SharedOrder(Turnstile(database), patience=0.3)
    assert await asyncio.to_thread(there.enter, "a:anna")
    waits = asyncio.create_task(_take(here))
    await asyncio.sleep(0.1)
    assert not waits.done()
    await asyncio.to_thread(there.leave, "a:anna")
    await asyncio.wait_for(waits, 1)
    assert await asyncio.to_thread(there.enter, "a:anna")  # it was let go of
    await asyncio.wait_for(_take(here), 1)  # held for good, by one that hangs: the person gets an answer all the same
    there.close()
    database.dispose()


async def _take(order: SharedOrder) -> None:
    async with order.turn("a:anna"):
        await asyncio.sleep(0)
