"""Recurring days: asked for, kept until an agreement that both have confirmed, approved with it, freed when it ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from storage import people
from tests.journeys.town import STAFF, Town, settle, town

NOTHING = {"extent": "", "placing": "", "availability": "", "tasks": "", "equipment": "", "other": ""}
FORM = {
    **NOTHING,
    "extent": "1 dag om ugen",
    "placing": "Onsdag",
    "availability": "Telefon 9-14",
    "tasks": "Sagsbehandling",
    "place": "",
    "start": "",
    "notice": "0",
}


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Town]:
    async with town(sqlite_url) as one:
        settle(one.house.database)
        yield one


async def asked(here: Town) -> None:
    assert "faste dage" in await here.anna.says("hjemme hver onsdag i december")
    await here.anna.presses("Send")
    await here.lars.hears("Anna Holm vil gerne arbejde hjemme")


async def test_an_agreement_confirmed_by_both_approves_the_series_and_ending_it_frees_the_days(here: Town) -> None:
    anna, lars = here.anna, here.lars
    await asked(here)
    await lars.presses("Godkend alle")
    assert "kræver en aftale" in lars.last
    assert "afventer" in (await anna.says("mine dage")).lower() or "venter" in anna.last.lower()
    shown = await lars.presses("Start aftalen")
    shown = shown if "Omfang" in shown else lars.last
    assert "Højst 1 dag om ugen" in shown
    assert "Onsdag" in shown
    await anna.hears("udkast")
    await lars.presses("Bekræft")
    await here.settles()
    shown = await anna.presses("Gem det", **FORM)
    assert "Endnu ikke bekræftet af leder" in shown  # the leader's yes was to other words
    await here.settles()
    await anna.presses("Bekræft")
    await here.settles()
    assert "ændret" in lars.last
    shown = await lars.presses("Bekræft")
    assert "gælder. Begge har bekræftet" in shown
    await anna.hears("har sagt ja til")
    shown = await anna.says("aftale")
    assert "gælder" in shown
    await anna.presses("Ja, opsig aftalen")
    await lars.hears("opsagt")
    await here.settles()
    assert "Ingen har hjemmedag" in await lars.says("hvem er hjemme 2. december?")


async def test_only_the_two_see_and_confirm_it(here: Town) -> None:
    await here.lars.says("start aftale med Anna")
    await here.anna.hears("udkast")
    card_id, action = here.anna.button("Bekræft")
    await here.bo.presses_action(card_id, action)
    assert "bekræftet af Bo" not in await here.anna.says("aftale")
    await here.hanne.presses_action(card_id, action)
    assert "Endnu ikke bekræftet af medarbejder" in await here.anna.says("aftale")


async def test_an_old_card_confirms_nothing_and_long_or_wrong_fields_are_told(here: Town) -> None:
    anna, lars = here.anna, here.lars
    await lars.says("start aftale med Anna")
    await anna.hears("udkast")
    card_id, old = anna.button("Bekræft")
    await lars.presses("Gem det", **(FORM | {"extent": "2 dage"}))
    shown = await anna.presses_action(card_id, old)
    assert "ændret siden dette kort" in shown
    assert "Endnu ikke bekræftet af medarbejder" in shown
    shown = await lars.presses("Gem det", **(FORM | {"tasks": "å" * 10_000}))
    assert "højst" in shown
    assert "ikke gemt noget" in shown
    assert "Gælder fra" in await lars.presses("Gem det", **(FORM | {"notice": "mange"}))
    assert "<b>" in await lars.presses("Gem det", **(FORM | {"other": "<b>fed</b>"}))


async def test_the_person_who_asks_starts_it_too(here: Town) -> None:
    await asked(here)
    assert "Højst 1 dag om ugen" in await here.anna.says("start aftale")
    await here.lars.hears("udkast")
    assert "gælder, når begge" in await here.lars.presses("Bekræft")


async def test_what_holds_in_the_team_is_set_first(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna, lars = here.anna, here.lars
        shown = await anna.says("start aftale")
        assert "Bed Lars om at gøre det først" in shown
        assert not anna.has("Sæt rammer")
        shown = await lars.says("start aftale med Anna")
        assert "bygger på det, der gælder i dit team" in shown
        await lars.presses("Sæt rammer")
        settle(here.house.database)
        shown = await anna.says("start aftale")
        assert "udkast" in shown
        assert "Kl. 9-14" in shown


async def in_force(here: Town, **fields: str) -> None:
    """Let both confirm what is on the card, changed by Anna."""
    await here.anna.says("start aftale")
    await here.anna.presses("Gem det", **(FORM | fields))
    await here.anna.presses("Bekræft")
    await here.settles()
    await here.lars.presses("Bekræft")
    await here.settles()


async def test_a_change_leaves_days_beside_it_for_the_two_to_take_up(here: Town) -> None:
    anna, lars = here.anna, here.lars
    await asked(here)
    await in_force(here)
    assert "ikke med i aftalen" not in await anna.says("aftale")
    await anna.presses("Gem det", **(FORM | {"placing": "Torsdag"}))
    assert "ikke med i aftalen" not in await anna.presses("Bekræft")  # what was agreed before holds until then
    await here.settles()
    shown = await lars.presses("Bekræft")
    assert "Godkendt, men ikke med i aftalen, som den er nu: 2/12, 9/12" in shown
    assert lars.has("Aflys dagene …")
    await anna.says("aftale")
    await anna.presses("Opgiv dagene …")
    assert "2. december" in anna.last


async def test_a_leader_who_comes_in_between_confirms_with_the_same_words(here: Town) -> None:
    anna, lars, ole = here.anna, here.lars, here.ole
    await anna.says("start aftale")
    await anna.presses("Gem det", **FORM)
    await anna.presses("Bekræft")
    await here.settles()
    old = lars.button("Bekræft")
    settle(here.house.database, "ole")
    with here.house.database.writing() as session:
        led = [replace(one, leader_id="ole") if one.leader_id == "lars" else one for one in STAFF]
        people.replace_all(session, led)
    await lars.presses_action(*old)
    assert "gælder. Begge har bekræftet" not in await anna.says("aftale")
    await ole.says("aftale med Anna")
    shown = await ole.presses("Bekræft")
    assert "gælder. Begge har bekræftet" in shown
    assert "Ole Dam" in shown


async def test_it_ends_with_the_notice_that_was_agreed(here: Town) -> None:
    await asked(here)
    await in_force(here, notice="14")
    await here.anna.says("aftale")
    shown = await here.anna.presses("Ja, opsig aftalen")
    assert "Sidste dag er mandag den 7. december" in shown
    await here.lars.hears("opsagt")
    await here.settles()
    assert "Anna" in await here.lars.says("hvem er hjemme 2. december?")
    assert "Ingen har hjemmedag" in await here.lars.says("hvem er hjemme 9. december?")
