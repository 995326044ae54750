"""One file is read at a time, however slowly the one before is told of."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from bot.chat import SentFile
from bot.intake import Errand, Intake
from bot.shelf import Shelf
from policy.editions import FileNotTaken, FileState, FileTaken
from storage.database import open_database
from tests.fakes.file_store import file_store


@pytest.fixture
async def intake(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Intake]:
    database = open_database(sqlite_url)
    one = Intake(Shelf(database, None), on_loopback=True)
    yield one
    await one.stop()
    database.dispose()


async def test_telling_of_one_lets_in_the_next_and_no_third(intake: Intake) -> None:
    heard: list[object] = []
    told, release = asyncio.Event(), asyncio.Event()

    async def slowly(fact: object) -> None:
        heard.append(fact)
        if isinstance(fact, FileNotTaken):
            told.set()
            await release.wait()

    async def hangs(_: web.Request) -> web.Response:
        await asyncio.sleep(20)
        return web.Response()

    def errand() -> Errand:
        return Errand(lambda _: FileTaken(), slowly)

    async with file_store() as there:
        there.files["slow"] = hangs
        assert intake.take(SentFile("gone", f"{there.url}/gone"), errand()) is None
        await asyncio.wait_for(told.wait(), 5)
        assert intake.take(SentFile("slow", f"{there.url}/slow"), errand()) is None
        release.set()
        await asyncio.sleep(0.05)
        assert intake.take(SentFile("third", f"{there.url}/third"), errand()) == FileNotTaken(FileState.BUSY)
        assert heard == [FileTaken(), FileNotTaken(FileState.NOT_FETCHED), FileTaken()]
        await intake.stop()
