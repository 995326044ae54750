"""kill -9 between a decision and its notice loses nothing, on both engines."""

from __future__ import annotations

import asyncio
import signal

import aiohttp
import pytest

from storage import deliveries, home_days, people
from storage.database import open_database
from storage.deliveries import State
from tests.journeys.town import MONDAY, STAFF, ChatConnector, Someone, words
from tests.outreach.process import BotProcess

NEWS = "Lars har svaret Lars har sagt ja"  # the new message; her older card says "Din hjemmedag"
pytestmark = pytest.mark.postgres


class Street:
    """The people around a bot in a process of its own."""

    def __init__(self, bot: BotProcess, connector: ChatConnector, session: aiohttp.ClientSession) -> None:
        self.bot, self.connector, self.session = bot, connector, session
        self.anna = Someone(self, "anna", "Anna Holm")
        self.lars = Someone(self, "lars", "Lars Vestergaard")

    async def post(self, activity: object, *, reads: bool = False) -> object:
        async with self.session.post(f"{self.bot.url}/api/messages", json=activity) as response:
            assert response.status < 300
            return await response.json() if reads else None


def told(someone: Someone, part: str) -> int:
    return sum(part in words(one) for one in someone.chat)


@pytest.mark.parametrize("moment", ["before it leaves", "in flight", "while waiting for another try"])
async def test_a_kill_between_decision_and_notice_loses_nothing(database_url: str, moment: str) -> None:
    database = open_database(database_url)
    with database.writing() as session:
        people.replace_all(session, STAFF)
    async with ChatConnector() as connector, aiohttp.ClientSession() as http:
        async with BotProcess(database_url, connector.url) as bot:
            street = Street(bot, connector, http)
            await street.anna.installs()
            await street.lars.installs()
            await street.anna.says("hjemme på torsdag")
            await street.anna.presses("Send")
            await street.lars.hears("Anna Holm vil gerne")
            if moment == "before it leaves":
                connector.hang_up_next(times=8)  # nothing gets through from now on
            elif moment == "in flight":
                connector.hang_next(30, times=4)
            elif moment == "while waiting for another try":
                connector.answer_next(429, times=50, retry_after="1")
            before = len(connector.requests)
            await street.lars.presses("Godkend")
            if moment != "before it leaves":
                await connector.reached(before + 1)
            await bot.kill()
        with database.reading() as session:
            assert [day.status.value for day in home_days.from_date(session, "anna", MONDAY.date())] == ["approved"]
            left = deliveries.waiting(session, 10)
        assert left, "the kill came too late to show anything"
        assert told(street.anna, NEWS) == 0
        connector.forgive()
        async with BotProcess(database_url, connector.url):
            await street.anna.hears(NEWS, 20)
            await street.anna.hears("Din hjemmedag Lars har sagt ja", 20)
            await asyncio.sleep(0.5)
        with database.reading() as session:
            assert deliveries.waiting(session, 10) == []
            assert {state for state, count in deliveries.counts(session).items() if count} == {State.SENT}
        assert told(street.anna, NEWS) == 1
    database.dispose()


async def test_the_bot_ends_politely_and_is_ready_soon(sqlite_url: str) -> None:
    async with ChatConnector() as connector, BotProcess(sqlite_url, connector.url) as bot:
        assert await bot.end(signal.SIGTERM) == 0


async def test_the_bot_ends_politely_while_notices_are_on_their_way(sqlite_url: str) -> None:
    with_staff = open_database(sqlite_url)
    with with_staff.writing() as session:
        people.replace_all(session, STAFF)
    with_staff.dispose()
    async with (
        ChatConnector() as connector,
        aiohttp.ClientSession() as http,
        BotProcess(sqlite_url, connector.url) as bot,
    ):
        street = Street(bot, connector, http)
        for one in (street.anna, street.lars):
            await one.installs()
        await street.anna.says("hjemme på torsdag")
        connector.answer_next(429, times=3, retry_after="1")
        connector.hang_next(3, times=3)
        await street.anna.presses("Send")
        assert await bot.end(signal.SIGTERM) == 0
