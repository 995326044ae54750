"""A copy taken of a bot at work, and put back: what waited then is told, once."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import aiohttp

from storage import deliveries, home_days, people
from storage.database import open_database
from tests.journeys.town import MONDAY, STAFF, ChatConnector
from tests.outreach.process import BotProcess
from tests.outreach.test_kill import NEWS, Street, told


async def _command(url: str, *words: str) -> tuple[int | None, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("HJEMMEBOT_")}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words),
        env=ours | {"HJEMMEBOT_DATABASE_URL": url, "NO_COLOR": "1", "COLUMNS": "200"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return process.returncode, said.decode()


async def test_what_waited_when_the_copy_was_taken_is_told_once_it_is_put_back(tmp_path: Path) -> None:
    url, copy = f"sqlite:///{tmp_path / 'bot.db'}", str(tmp_path / "copy.db")
    database = open_database(url)
    assert (await _command(url, "migrate"))[0] == 0
    with database.writing() as session:
        people.replace_all(session, STAFF)
    database.dispose()
    async with ChatConnector() as connector, aiohttp.ClientSession() as http:
        async with BotProcess(url, connector.url) as bot:
            street = Street(bot, connector, http)
            await street.anna.installs()
            await street.lars.installs()
            await street.anna.says("hjemme på torsdag")
            await street.anna.presses("Send")
            await street.lars.hears("Anna Holm vil gerne")
            connector.hang_up_next(times=8)
            await street.lars.presses("Godkend")
            done, said = await _command(url, "backup", copy)
            assert done == 0, said
            assert f"{len(STAFF)} people, 1 home days, " in said
            assert " 0 notices that wait" not in said
            connector.forgive()
            await street.anna.hears(NEWS, 20)  # after the copy was taken: it does not know of this
            await street.anna.says("aflys torsdag")
            done, said = await _command(url, "restore", copy, "--yes")
            assert (done, "the bot has the database open" in said) == (4, True)
            await bot.kill()
        done, said = await _command(url, "restore", copy, "--yes")
        assert (done, "The database of before is" in said) == (0, True), said
        async with BotProcess(url, connector.url):
            for _ in range(200):
                if told(street.anna, NEWS) > 1:
                    break
                await asyncio.sleep(0.1)
            await asyncio.sleep(0.5)
        assert told(street.anna, NEWS) == 2  # a second time: the copy cannot know of the first
        with database.reading() as session:
            assert deliveries.waiting(session, 10) == []
            assert [day.status.value for day in home_days.from_date(session, "anna", MONDAY.date())] == ["approved"]
    done, said = await _command(url, "audit")
    assert (done, '"deed": "database_restored"' in said.splitlines()[0]) == (0, True)
    assert (await _command(url, "audit", "--verify"))[0] == 0
    database.dispose()
