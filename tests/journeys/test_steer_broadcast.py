"""HR plans, stops, goes on, tries on herself, and reaches those who were missed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.minds import now_here
from tests.journeys.test_broadcast import FILLED, previewed
from tests.journeys.town import Town, town


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Town]:
    async with town(sqlite_url) as one:
        yield one


def tomorrow() -> str:
    return (now_here() + timedelta(days=1)).date().isoformat()


async def test_a_plan_is_made_and_cancelled_and_nothing_leaves(here: Town) -> None:
    hanne = here.hanne
    shown = await previewed(hanne, send_on=tomorrow(), send_time="08:30")
    assert "kl. 08.30" in shown
    shown = await hanne.presses("Planlæg den")
    assert "Bliver sendt" in shown
    assert "Ny politik for hjemmearbejde" in await hanne.says("udsendelser")
    shown = await hanne.presses("Annuller planen")
    assert "Sådan kommer den til at se ud" in shown
    assert not any("1. december" in str(one) for one in here.anna.chat)


async def test_it_stops_and_goes_on_by_words_as_well(sqlite_url: str) -> None:
    async with town(sqlite_url, send_rate=2) as slow:
        hanne = slow.hanne
        await previewed(hanne, audience="all", names="")
        await hanne.says("ja")
        shown = await hanne.says("ja")
        assert "af 9" in shown
        shown = await hanne.says("stop")
        assert "Stoppet" in shown
        await slow.anna.says("hej")
        got = [one for one in slow.people.values() if "1. december" in str(one.chat) or "1 December" in str(one.chat)]
        assert len(got) < 9
        shown = await hanne.presses("Fortsæt")
        assert "Er ved at blive sendt" in shown
        for one in slow.people.values():
            await one.hears("1 December" if one.id == "eva" else "1. december", 12)


async def test_one_is_shown_just_what_the_others_get(here: Town) -> None:
    hanne = here.hanne
    await previewed(hanne)
    await hanne.presses("Send den kun til mig")
    assert "Læst og forstået" in hanne.last
    assert FILLED["text"] in hanne.last
    assert not any("1. december" in str(one) for one in here.anna.chat)


async def test_who_cannot_be_reached_is_listed_with_why_and_sent_to_again(here: Town) -> None:
    hanne = here.hanne
    await previewed(hanne, names="Anna Holm")
    error = {"error": {"code": "Forbidden", "message": '{"subCode":"MessageWritesBlocked"}'}}
    here.connector.answer_next(403, body=error)
    await hanne.presses("Send den")
    shown = await hanne.hears("Ikke nået: 1", 8)
    assert "Beskeder til dem er spærret: 1" in shown
    assert "Anna Holm" in shown
    await hanne.presses("Send igen til dem, der mangler")
    await here.anna.hears("1. december", 8)
    await hanne.hears("Sendt: 1 af 1", 8)


async def test_a_copy_and_a_kept_draft(here: Town) -> None:
    hanne = here.hanne
    await hanne.says("udsend")
    shown = await hanne.presses("Gem kladden", **FILLED)
    assert "Kladden er gemt" in shown
    await hanne.says("udsendelser")
    await hanne.presses("Ny politik for hjemmearbejde")
    assert "Sendes til 3 personer" in hanne.last
    await hanne.presses("Ret den")
    assert "Anna Holm" in hanne.last
    shown = await hanne.presses("Se den", **(FILLED | {"title": "Anden titel"}))
    assert "Anden titel" in shown


async def test_somebody_else_who_is_not_hr_cannot_press_the_buttons(here: Town) -> None:
    await previewed(here.hanne)
    _, action = here.hanne.button("Send den")
    await here.anna.presses_action("1:x", action)
    assert "kun HR og Personale" in here.anna.last
    assert not any("1. december" in str(one) for one in here.bo.chat)
