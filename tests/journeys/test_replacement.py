"""A cancelled day, and another one chosen instead on the employee's card, on the wire."""

from __future__ import annotations

from datetime import timedelta

from tests.journeys.test_frames import sets
from tests.journeys.test_overdue import told
from tests.journeys.town import MONDAY, Town, town


async def cancelled(here: Town) -> None:
    await here.anna.says("hjemme på torsdag")
    await here.anna.presses("Send")
    await here.lars.hears("Anna Holm vil gerne")
    await here.lars.presses("Godkend")
    await here.settles()
    await here.lars.says("aflys Annas hjemmedag på torsdag pga. personalemøde")
    await here.lars.presses("Aflys dagen")
    await here.anna.hears("Din hjemmedag er aflyst")
    await here.settles()


async def test_another_day_is_chosen_on_the_card_once_however_often_it_is_pressed(database_url: str) -> None:
    async with town(database_url) as here:
        anna, lars = here.anna, here.lars
        await sets(here, replacement="true", attendance="2,3,5")
        await cancelled(here)
        assert "Det giver jeres rammer mulighed for" in anna.last
        assert not anna.has("Vælg fredag den 27. november")  # all are present
        card_id, button = anna.button("Vælg mandag den 30. november")
        shown = await anna.presses_action(card_id, button)
        assert "I stedet: " in shown
        assert "Mandag den 30. november: Venter på svar" in shown
        assert "Du har set det" in shown  # whoever chooses has seen it
        assert not anna.has("Vælg torsdag den 3. december")
        assert "Mandag den 30. november: Venter på svar" in await anna.presses_action(card_id, button)
        await here.settles()
        assert told(lars, "Mandag den 30. november") == 1
        assert told(lars, "Anna har set det") == 1
        await lars.presses("Godkend")
        await anna.hears("Lars har sagt ja til mandag den 30. november")


async def test_a_day_that_has_become_impossible_is_told_kindly_with_fresh_choices(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna = here.anna
        await sets(here, replacement="true")
        await cancelled(here)
        card_id, button = anna.button("Vælg fredag den 27. november")
        await sets(here, replacement="true", attendance="5")
        shown = await anna.presses_action(card_id, button)
        assert "Den dag er ikke længere mulig." in shown
        assert "Venter på svar" not in shown
        assert anna.has("Vælg mandag den 30. november")
        anna.now = MONDAY + timedelta(days=7)
        await anna.presses("Vælg mandag den 30. november")  # it is that day by now
        assert anna.has("Vælg tirsdag den 1. december")


async def test_nobody_chooses_for_somebody_else_and_without_frames_there_is_no_choice(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await sets(here, replacement="true")
        await cancelled(here)
        card_id, button = here.anna.button("Vælg fredag den 27. november")
        await here.bo.presses_action(card_id, button)
        assert "en kollegas dag" in here.bo.last
        await sets(here, replacement="false")
        assert "Den dag er ikke længere mulig." in await here.anna.presses_action(card_id, button)
        assert not here.anna.has("Vælg mandag den 30. november")
