"""Leaving with equipment: handed out, valued, given back or bought, and the receipt."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.journeys.town import Town, town


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Town]:
    async with town(sqlite_url) as one:
        yield one


async def handed_out(here: Town, what: str) -> None:
    await here.lars.says("udstyr til Anna")
    assert "Noteret for Anna Holm" in await here.lars.presses("Notér det", what=what, payer="department")


async def test_leaving_with_equipment_returned_and_bought(here: Town) -> None:
    anna, lars, hanne = here.anna, here.lars, here.hanne
    await handed_out(here, "Skærm 27")
    await handed_out(here, "Kontorstol")
    assert "betales af Drift" in await anna.hears("Kontorstol")
    assert "Skærm 27" in await anna.says("udstyr")
    assert "Anna Holm" in await hanne.says("udstyr")
    assert "Skærm" not in await here.bo.says("udstyr")
    await lars.says("fratrædelse Anna")
    assert "31. december" in await lars.presses("Sæt i gang", last_day="2026-12-31")
    await anna.hears("Udstyr, du skal aflevere")
    assert not anna.has("Den er kommet tilbage")
    await hanne.hears("Anna Holm fratræder")
    shown = await hanne.presses("Notér værdien", kroner="mange")
    assert "hele kroner" in shown
    shown = await hanne.presses("Notér værdien", kroner="1.250 kr.")
    assert "restværdi 1.250 kr." in shown
    await lars.hears("restværdi 1.250 kr.")
    await lars.presses("Den er købt")
    shown = await lars.presses("Den er kommet tilbage")
    assert "Kvittering for Anna Holm" in shown
    receipt = await anna.hears("Kvittering")
    assert "afleveret" in receipt
    assert "købt" in receipt


async def test_only_the_leader_and_hr_start_it_and_only_hr_sets_a_value(here: Town) -> None:
    assert "kun medarbejderens egen leder" in await here.bo.says("fratrædelse Anna")
    await handed_out(here, "Skærm")
    await here.lars.says("fratrædelse Anna")
    await here.lars.presses("Sæt i gang", last_day="2026-12-31")
    await here.hanne.hears("Anna Holm fratræder")
    card_id, action = here.hanne.button("Notér værdien")
    answer = await here.lars.presses_action(card_id, action, kroner="1")
    assert "HR" in str(answer) or "HR" in here.lars.last
    card_id, action = here.lars.button("Den er kommet tilbage")
    await here.bo.presses_action(card_id, action)
    assert "1 kr." not in await here.anna.says("udstyr")
    assert "afleveret" not in await here.anna.says("udstyr")


async def test_a_form_without_words_and_a_day_that_is_none(here: Town) -> None:
    await here.lars.says("udstyr til Anna")
    assert "Skriv, hvad" in await here.lars.presses("Notér det", what="  ", payer="department")
    await here.lars.says("fratrædelse Anna")
    assert "Vælg en dato" in await here.lars.presses("Sæt i gang", last_day="i morgen")
