"""The night's work: everything old goes, the durable engine's finished work too, and what waits is still told."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.minds import now_here
from bot.outreach.retention import Retention
from domain.keeping import Keep
from tests.journeys.town import town


async def test_finished_work_of_the_engine_goes_and_the_town_goes_on(database_url: str) -> None:
    async with town(database_url) as here:
        await here.anna.says("hjemme på torsdag")
        await here.anna.presses("Send")
        await here.lars.hears("Anna Holm vil gerne arbejde hjemme")
        later = Retention(here.house.database, here.house.engine, Keep(), lambda: now_here() + timedelta(days=8))
        gone = await later.let_go()
        for _ in range(40):  # the sweep of the start is done within a few seconds
            if gone["workflows"]:
                break
            await asyncio.sleep(0.25)
            gone = await later.let_go()
        assert gone["workflows"] > 0
        assert (gone["days"], gone["notices"], gone["audit"], gone["left"]) == (0, 0, 0, 0)
        await here.lars.presses("Godkend")
        await here.anna.hears("Lars har sagt ja")


async def test_it_waits_for_the_night(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        for hour, waits in ((2, 1), (3, 24), (14, 13)):
            at = now_here().replace(hour=hour, minute=0, second=0, microsecond=0)
            night = Retention(here.house.database, here.house.engine, Keep(), lambda at=at: at)  # type: ignore[misc]  # its own hour
            assert night._until_night() == waits * 3600
