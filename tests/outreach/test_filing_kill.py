"""kill -9 at any step between the second confirmation and the receipt: filed once, told once, on both engines."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import aiohttp
import pytest

from storage import papers, people
from storage.database import open_database
from tests.journeys.town import STAFF, ChatConnector, Someone, settle, words
from tests.outreach.process import BotProcess

pytestmark = pytest.mark.postgres
RECEIPT = "er lagt klar til"


class Street:
    def __init__(self, bot: BotProcess, connector: ChatConnector, session: aiohttp.ClientSession) -> None:
        self.bot, self.connector, self.session = bot, connector, session

    async def post(self, activity: object, *, reads: bool = False) -> object:
        async with self.session.post(f"{self.bot.url}/api/messages", json=activity) as response:
            assert response.status < 300
            return await response.json() if reads else None


def told(someone: Someone) -> int:
    return sum(RECEIPT in words(one) for one in someone.chat)


@pytest.mark.parametrize("step", ["document", "metadata", "settle"])
async def test_a_kill_while_filing_loses_and_doubles_nothing(database_url: str, tmp_path: Path, step: str) -> None:
    folder, halted = tmp_path / "journal", tmp_path / "halted"
    folder.mkdir()
    database = open_database(database_url)
    with database.writing() as session:
        people.replace_all(session, STAFF)
    settle(database)
    settings = {"HJEMMEBOT_JOURNAL_DIR": str(folder), "HJEMMEBOT_REPLICA": "one"}
    async with ChatConnector() as connector, aiohttp.ClientSession() as http:
        halts = {"HALT_AT": step, "HALTED": str(halted)}
        async with BotProcess(database_url, connector.url, "tests.outreach.halting_bot", **settings, **halts) as bot:
            street = Street(bot, connector, http)
            anna, lars = (Someone(street, one.id, one.name) for one in STAFF if one.id in ("anna", "lars"))  # type: ignore[arg-type]
            await anna.installs()
            await lars.installs()
            await anna.says("start aftale")
            await anna.presses("Bekræft")
            await lars.hears("udkast")
            await lars.presses("Bekræft")
            async with asyncio.timeout(20):
                while not halted.exists():  # noqa: ASYNC110 - another process makes it
                    await asyncio.sleep(0.05)
            await bot.kill()
        whole = {"document": 0, "metadata": 1, "settle": 2}[step]
        assert sum(not file.name.startswith(".") for file in folder.iterdir()) == whole
        with database.reading() as session:
            assert papers.waiting(session) == 1
        assert told(anna) == told(lars) == 0
        async with BotProcess(database_url, connector.url, **settings):
            await anna.hears(RECEIPT, 20)
            await lars.hears(RECEIPT, 20)
            await asyncio.sleep(0.5)
        assert told(anna) == told(lars) == 1
        files = sorted(folder.iterdir())
        assert [file.suffix for file in files] == [".json", ".pdf"]
        assert json.loads(files[0].read_bytes())["file"] == files[1].name
        with database.reading() as session:
            assert papers.waiting(session) == 0
    database.dispose()
