"""The scenes: what happens to a broadcast on its way, and what comes of it."""

from __future__ import annotations

import asyncio
import random
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import uuid4

import aiohttp

from bench.mail.machine import cpu_seconds, database_of, megabytes
from bench.mail.simulated import simulated
from bot.outreach.mailing import AT_ONCE
from cards.buttons import write
from domain.commands import CancelDays, DayRef
from domain.home_days import HomeDay, Status
from storage import home_days
from storage.database import Database
from tests.outreach.crowd import Connector, begin, gather, sent, swift_connector
from tests.outreach.process import BotProcess

Scene = Callable[[str, int], Awaitable[str]]
UNPACED = "1000000"


async def killed(engine: str, number: int = 20_000) -> str:
    """kill -9 at ten random moments of one broadcast."""
    chance, kills = random.Random(), 10
    with database_of(engine) as (url, database):
        async with swift_connector() as connector:
            gather(database, number, connector.url)
            one = begin(database)
            for _ in range(kills):
                async with BotProcess(url, connector.url, HJEMMEBOT_SEND_RATE=UNPACED, HJEMMEBOT_REPLICA="one") as bot:
                    before = (await connector.count())["messages"]
                    await reached(connector, before + chance.randrange(1, number // (kills + 4)))
                    await bot.kill()
            async with BotProcess(url, connector.url, HJEMMEBOT_SEND_RATE=UNPACED, HJEMMEBOT_REPLICA="one"):
                found = await sent(database, one, 300)
            stats = await connector.stats()
    lost = number - stats["chats"] - found.missed
    bound = kills * AT_ONCE
    return f"lost {lost}, twice {stats['duplicates']} (bound {bound}), 403 {found.missed}, 429 {stats['refused']}"


async def two_replicas(engine: str, number: int = 4_000) -> str:
    """Two replicas share the pace; one is killed for good."""
    rate = {"HJEMMEBOT_SEND_RATE": "50"}
    with database_of("postgres") as (url, database):
        async with swift_connector() as connector:
            gather(database, number, connector.url)
            one = begin(database)
            async with (
                BotProcess(url, connector.url, HJEMMEBOT_REPLICA="one", **rate),
                BotProcess(url, connector.url, HJEMMEBOT_REPLICA="two", **rate) as two,
            ):
                await reached(connector, number // 2)
                await two.kill()
                killed_at, done = time.monotonic(), (await connector.count())["messages"]
                found = await sent(database, one, 600)
            stats = await connector.stats()
    rest = (number - done) / 49
    took = stats["last"] - killed_at
    return (
        f"lost {number - stats['chats'] - found.missed}, twice {stats['duplicates']}, "
        f"busiest second {stats['busiest']}, "
        f"the other ended {took:.0f} s after the kill ({rest:.0f} s of sending were left)"
    )


async def paced(engine: str, number: int = 3_000) -> str:
    """At 50 a second."""
    with database_of(engine) as (url, database):
        async with swift_connector() as connector:
            gather(database, number, connector.url)
            async with BotProcess(url, connector.url, HJEMMEBOT_SEND_RATE="50", HJEMMEBOT_REPLICA="one"):
                one = begin(database)
                found = await sent(database, one, 200)
            stats = await connector.stats()
    seconds = stats["last"] - stats["first"]
    return f"{found.sent + found.missed} in {seconds:.1f} s, busiest second {stats['busiest']}, 429 {stats['refused']}"


async def unpaced(engine: str, number: int = 45_000) -> str:
    """As fast as it goes, beside plain aiohttp."""
    with database_of(engine) as (url, database):
        async with swift_connector() as connector:
            gather(database, number, connector.url)
            async with BotProcess(url, connector.url, HJEMMEBOT_SEND_RATE=UNPACED, HJEMMEBOT_REPLICA="one") as bot:
                assert bot.pid is not None
                await asyncio.sleep(1)
                memory, cpu, peak = megabytes(bot.pid), cpu_seconds(bot.pid), 0.0
                one = begin(database)
                while (await connector.count())["chats"] < number * 0.98:
                    peak = max(peak, megabytes(bot.pid))
                    await asyncio.sleep(0.5)
                found = await sent(database, one, 300)
                cpu = cpu_seconds(bot.pid) - cpu
                await asyncio.sleep(3)
            stats, message = await connector.stats(), await connector.last()
    plain, plain_cpu = await _plain(message, number)
    seconds = stats["last"] - stats["first"]
    drawn = [at for at, method, _ in stats["others"].get("a:hanne", []) if method == "PUT"]
    apart = min((later - earlier for earlier, later in pairwise(drawn)), default=0.0)
    rate = (found.sent + found.missed) / seconds
    return (
        f"{rate:.0f}/s, plain aiohttp {plain:.0f}/s ({rate / plain:.0%}); CPU {cpu * 1000 / number:.2f} ms a message "
        f"(plain {plain_cpu:.2f}); memory {memory:.0f} MB and at most {peak - memory:.0f} more; "
        f"progress drawn {len(drawn)} times, never sooner than {apart:.1f} s"
    )


async def cancelled(engine: str, number: int = 45_000) -> str:
    """A day cancelled while the broadcast runs, ten times, at the usual pace and then unpaced."""
    told = []
    for rate in ("45", UNPACED):
        with database_of(engine) as (url, database):
            async with swift_connector() as connector, aiohttp.ClientSession() as http:
                gather(database, number, connector.url)
                async with BotProcess(url, connector.url, HJEMMEBOT_SEND_RATE=rate, HJEMMEBOT_REPLICA="one") as bot:
                    begin(database)
                    await reached(connector, 100)
                    took = [await _cancel(database, bot, connector, http, day) for day in range(10)]
                    left = number - (await connector.count())["chats"]
        told.append(f"at {rate}/s: longest {max(took):.2f} s ({left} still to be sent)")
    return "; ".join(told)


async def deployed(engine: str, number: int = 6_000) -> str:
    """The process is asked to end and another, as after an update, goes on with the same database."""
    with database_of(engine) as (url, database):
        async with swift_connector() as connector:
            gather(database, number, connector.url)
            one = begin(database)
            async with BotProcess(url, connector.url, HJEMMEBOT_SEND_RATE="1000", HJEMMEBOT_REPLICA="one") as bot:
                await reached(connector, number // 3)
                await bot.end(signal.SIGTERM)
            async with BotProcess(url, connector.url, HJEMMEBOT_SEND_RATE="1000", HJEMMEBOT_REPLICA="new"):
                found = await sent(database, one, 300)
            stats = await connector.stats()
    return f"lost {number - stats['chats'] - found.missed}, twice {stats['duplicates']}"


async def _plain(message: bytes, number: int) -> tuple[float, float]:
    """Return what plain aiohttp reaches with the same message: so many a second, and CPU milliseconds for each."""
    async with swift_connector() as connector:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bench.mail.plain", connector.url, str(number), "400"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        out, _ = await process.communicate(message)
    rate, cpu = map(float, out.split())
    return rate, cpu


async def reached(connector: Connector, number: int) -> None:
    """Wait until so many messages were taken."""
    while (await connector.count())["messages"] < number:  # noqa: ASYNC110 - it may wait by looking
        await asyncio.sleep(0.02)


async def _cancel(
    database: Database, bot: BotProcess, connector: Connector, http: aiohttp.ClientSession, number: int
) -> float:
    on = datetime.now(UTC).date() + timedelta(days=7 + number)
    day = HomeDay(uuid4(), "anna", on, uuid4(), status=Status.APPROVED, asked_at=datetime.now(UTC))
    with database.writing() as session:
        home_days.add(session, [day])
    command = CancelDays(cancellation_id=uuid4(), days=(DayRef(id=day.id, version=1),), reason=f"Møde {number}")
    began = time.monotonic()
    async with http.post(f"{bot.url}/api/messages", json=_pressed(write(command), connector.url)) as response:
        assert response.status == 200
        await response.read()
    while True:
        for at, _, body in (await connector.stats())["others"].get("a:anna", []):
            if f"Møde {number}" in body:
                return at - began
        await asyncio.sleep(0.05)


def _pressed(data: object, url: str) -> dict[str, object]:
    return {
        "type": "invoke",
        "name": "adaptiveCard/action",
        "id": f"f:{uuid4()}",
        "channelId": "msteams",
        "serviceUrl": url,
        "localTimestamp": datetime.now(UTC).isoformat(),
        "from": {"id": "29:lars", "name": "Lars Vestergaard", "aadObjectId": "lars"},
        "recipient": {"id": "28:hjemmebot", "name": "Hjemmebot"},
        "conversation": {"id": "a:lars", "conversationType": "personal", "tenantId": "t"},
        "channelData": {"tenant": {"id": "t"}},
        "value": {"action": {"type": "Action.Execute", "verb": "cancel_days", "data": data}},
    }


SCENES: dict[str, Scene] = {
    "killed": killed,
    "two": two_replicas,
    "paced": paced,
    "unpaced": unpaced,
    "cancelled": cancelled,
    "deployed": deployed,
    "simulated": simulated,
}
