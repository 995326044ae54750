"""Another department, another leader: what waits for a leader moves along, once, and the one before is not needed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.outreach.leaderless import requests_to_new_leaders
from bot.outreach.moving import waiting_for_new_leaders
from storage import people
from tests.journeys.test_agreement import FORM
from tests.journeys.test_checklist import filled
from tests.journeys.test_main_job import asked, states, told
from tests.journeys.test_overdue import rounds_at
from tests.journeys.town import MONDAY, STAFF, Town, settle, town

MOVES = (requests_to_new_leaders, waiting_for_new_leaders)


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Town]:
    async with town(sqlite_url) as one:
        settle(one.house.database)
        yield one


async def moves(here: Town) -> None:
    """Let Anna come to Ole's department, and the rounds be gone before and twice after."""
    await rounds_at(here, MONDAY + timedelta(minutes=10), MOVES)
    moved = [replace(one, leader_id="ole", department="Plan") if one.id == "anna" else one for one in STAFF]
    with here.house.database.writing() as session:
        people.replace_all(session, moved)
    await rounds_at(here, MONDAY + timedelta(minutes=20), MOVES)
    await rounds_at(here, MONDAY + timedelta(minutes=30), MOVES)


async def test_a_request_is_answered_by_the_new_leader_and_no_more_by_the_old(here: Town) -> None:
    await asked(here)
    await moves(here)
    assert told(here.lars, "Anna Holm vil gerne") == 1
    assert told(here.ole, "Anna Holm vil gerne") == 1
    await here.lars.presses("Godkend")
    assert states(here, "anna") == ["asked"]
    assert "kun medarbejderens egen leder" in here.lars.last
    await here.ole.presses("Godkend")
    assert states(here, "anna") == ["approved"]


async def test_a_checklist_is_gone_through_by_the_new_leader(here: Town) -> None:
    await filled(here)
    await moves(here)
    assert told(here.lars, "Tjekliste fra Anna Holm") == 1
    assert told(here.ole, "Tjekliste fra Anna Holm") == 1
    assert "Gennemgået af Ole Dam" in await here.ole.presses("Afslut gennemgangen")


async def test_an_agreement_is_confirmed_by_the_new_leader(here: Town) -> None:
    await here.anna.says("hjemme hver onsdag i december")
    await here.anna.presses("Send")
    await here.lars.hears("Anna Holm vil gerne arbejde hjemme")
    await here.lars.presses("Godkend alle")
    await here.lars.presses("Start aftalen")
    await here.anna.hears("udkast")
    await here.anna.presses("Gem det", **FORM)
    await here.settles()
    before = len(here.lars.chat)
    await moves(here)
    assert len(here.lars.chat) == before  # he was told before
    assert "Onsdag" in await here.ole.hears("Sagsbehandling")
    await here.ole.presses("Bekræft")
    await here.anna.hears("Ole")
