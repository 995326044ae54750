"""All that is kept about somebody, as a file: for oneself, for HR with a line in the trail, and for nobody else."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from domain.deeds import Deed
from storage import audit, people
from tests.journeys.town import STAFF, Someone, Town, actions, town


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Town]:
    async with town(sqlite_url) as one:
        await one.anna.says("hjemme på torsdag")
        await one.anna.presses("Send")
        await one.settles()
        yield one


def address(here: Town, someone: Someone) -> str:
    (url,) = [action["url"] for action in actions(someone.chat[-1]) if action["type"] == "Action.OpenUrl"]
    found = re.search(r"/calendar/[\w-]{43}\.json$", str(url))
    assert found
    return here.url + found[0]


async def fetched(here: Town, url: str) -> dict[str, list[dict[str, object]]] | int:
    async with here.session.get(url) as response:
        if response.status != 200:
            return response.status
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        found: dict[str, list[dict[str, object]]] = json.loads(await response.read())
        return found


def trail(here: Town) -> list[tuple[str | None, str | None]]:
    with here.house.database.reading() as session:
        lines = audit.read(session, audit.Wanted(), 50)
        return [(one.by_id, one.whom_id) for one in lines if one.deed == Deed.EXPORTED]


async def test_ones_own_data_as_a_file_by_button_and_by_words(here: Town) -> None:
    await here.anna.says("hvad ved du om mig?")
    await here.anna.presses("Hent det som fil")
    first = address(here, here.anna)
    found = await fetched(here, first)
    assert isinstance(found, dict)
    assert found["home_day"][0]["on"] == "2026-11-26"
    assert found["person"][0]["name"] == "Anna Holm"
    await here.anna.says("mine data som fil")
    assert isinstance(await fetched(here, address(here, here.anna)), dict)
    assert await fetched(here, first) == 404  # the newer address closed it
    assert trail(here) == [("anna", "anna")] * 2


async def test_hr_fetches_anybodys_and_nobody_else_does(here: Town) -> None:
    for someone in (here.bo, here.lars):
        assert "kun HR og Personale" in await someone.says("udlever data om Anna Holm")
    assert trail(here) == []
    await here.hanne.says("udlever data om Anna Holm")
    assert "Her er alt, der er gemt om Anna Holm" in here.hanne.last
    url = address(here, here.hanne)
    found = await fetched(here, url)
    assert isinstance(found, dict)
    assert found["person"][0]["name"] == "Anna Holm"
    assert trail(here) == [("hanne", "anna")]
    with here.house.database.writing() as session:
        people.replace_all(session, [replace(one, roles=frozenset()) for one in STAFF])
    assert await fetched(here, url) == 404  # the rights were lost meanwhile


async def test_a_name_that_nobody_has_is_said(here: Town) -> None:
    await here.hanne.says("udlever data om Otto Ukendt")
    assert "Jeg kender ingen med det navn" in here.hanne.last
    assert trail(here) == []
