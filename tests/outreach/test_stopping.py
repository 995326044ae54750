"""SIGTERM: what runs ends, nothing new begins, and what is left is another's at once. Real processes on loopback."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.outreach.mailing import LEASE
from storage import deliveries, people
from storage.database import open_database
from storage.deliveries import State
from tests.journeys.town import STAFF, ChatConnector
from tests.outreach.crowd import begin, gather, sent, swift_connector
from tests.outreach.process import BotProcess
from tests.outreach.test_kill import NEWS, Street, told

pytestmark = pytest.mark.postgres
SLOW = 2.0  # seconds that the connector takes for an answer


@asynccontextmanager
async def street(database_url: str, **settings: str) -> AsyncIterator[Street]:
    """Anna and Lars, who have the app, and a bot in a process of its own."""
    database = open_database(database_url)
    with database.writing() as session:
        people.replace_all(session, STAFF)
    database.dispose()
    async with (
        ChatConnector() as connector,
        aiohttp.ClientSession() as http,
        BotProcess(database_url, connector.url, **settings) as bot,
    ):
        here = Street(bot, connector, http)
        for one in (here.anna, here.lars):
            await one.installs()
        yield here


async def status(here: Street, method: str, path: str, body: object = None) -> int:
    async with here.session.request(method, here.bot.url + path, json=body) as response:
        return response.status


async def a_slow_turn(here: Street) -> asyncio.Task[str]:
    """Let Anna ask something whose answer is on its way for a while, and wait until it is."""
    before = len(here.connector.requests)
    here.connector.delay = SLOW
    asking = asyncio.ensure_future(here.anna.says("hvor langt skal der være til skærmen?"))
    await here.connector.reached(before + 1)
    return asking


async def test_a_turn_that_runs_is_answered_and_no_new_one_is_taken(sqlite_url: str) -> None:
    async with street(sqlite_url) as here:
        assert await status(here, "GET", "/readyz") == 200
        asking = await a_slow_turn(here)
        ending = asyncio.ensure_future(here.bot.end(signal.SIGTERM))
        await asyncio.sleep(0.2)
        assert await status(here, "GET", "/readyz") == 503
        assert await status(here, "GET", "/healthz") == 200
        late = here.lars.activity({"type": "message", "text": "hej", "textFormat": "plain"})
        assert await status(here, "POST", "/api/messages", late) == 503
        assert not asking.done()
        assert "mellem 50 og 70 cm" in await asking
        assert await ending == 0
        assert not any("hej" in str(one) for one in here.lars.chat[1:])


async def test_asked_twice_it_ends_at_once(sqlite_url: str) -> None:
    async with street(sqlite_url) as here:
        asking = await a_slow_turn(here)
        first = asyncio.ensure_future(here.bot.end(signal.SIGTERM))
        await asyncio.sleep(0.3)
        assert not first.done()
        began = time.monotonic()
        assert await here.bot.end(signal.SIGTERM) == 128 + signal.SIGTERM
        assert time.monotonic() - began < SLOW / 2
        await first
        with pytest.raises(aiohttp.ClientError):
            await asking


async def test_a_notice_that_did_not_leave_is_sent_by_another_replica_at_once(database_url: str) -> None:
    async with street(database_url, HJEMMEBOT_REPLICA="one") as here:
        await here.anna.says("hjemme på torsdag")
        await here.anna.presses("Send")
        await here.lars.hears("Anna Holm vil gerne")
        here.connector.hang_next(60, times=4)
        before = len(here.connector.requests)
        await here.lars.presses("Godkend")
        await here.connector.reached(before + 1)
        assert await here.bot.end(signal.SIGTERM) == 0
        assert told(here.anna, NEWS) == 0
        here.connector.forgive()
        async with BotProcess(database_url, here.connector.url, HJEMMEBOT_REPLICA="two"):
            await here.anna.hears(NEWS, 8)  # a lease would hold it for a minute
            await here.anna.hears("Din hjemmedag Lars har sagt ja", 8)
        assert told(here.anna, NEWS) == 1
    database = open_database(database_url)
    with database.reading() as session:
        assert {state for state, count in deliveries.counts(session).items() if count} == {State.SENT}
    database.dispose()


async def test_half_a_broadcast_is_finished_by_another_process_and_nobody_hears_it_twice(database_url: str) -> None:
    opened = open_database(database_url)
    async with swift_connector() as connector:
        gather(opened, 600, connector.url)
        one = begin(opened)
        async with BotProcess(database_url, connector.url, HJEMMEBOT_SEND_RATE="100", HJEMMEBOT_REPLICA="one") as bot:
            async with asyncio.timeout(40):
                while (await connector.count())["messages"] < 150:  # noqa: ASYNC110 - a test may wait by looking
                    await asyncio.sleep(0.02)
            assert await bot.end(signal.SIGTERM) == 0
        half = await connector.count()
        assert half["chats"] < 600, "it was told to stop too late to show anything"
        began = time.monotonic()
        async with BotProcess(database_url, connector.url, HJEMMEBOT_SEND_RATE="1000", HJEMMEBOT_REPLICA="two"):
            found = await sent(opened, one, LEASE.total_seconds() / 2)
        assert time.monotonic() - began < LEASE.total_seconds()
        stats = await connector.stats()
    opened.dispose()
    assert (found.sent, found.waiting, found.sent + found.missed) == (stats["chats"], 0, 600)
    assert stats["duplicates"] == 0  # all that was in flight was noted before the end
