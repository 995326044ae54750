"""Several days on one card: some are unticked before the rest is asked for."""

from __future__ import annotations

from tests.journeys.test_main_job import days_of
from tests.journeys.town import town


async def test_unticked_days_are_not_asked_for(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.anna.says("hjemme onsdag, torsdag og fredag")
        again = await here.anna.presses("Vis dagene", ticked="2026-11-25,2026-11-27")
        assert "disse 2 dage" in again
        await here.anna.presses("Send")
        assert [day.on.day for day in days_of(here, "anna")] == [25, 27]


async def test_one_that_is_left_is_one_day_and_none_is_asked_about(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.anna.says("hjemme onsdag og torsdag")
        card = here.anna.button("Vis dagene")
        assert "torsdag den 26. november" in await here.anna.presses_action(*card, ticked="2026-11-26")
        await here.anna.says("hjemme onsdag og torsdag")
        assert "Hvilken dag?" in await here.anna.presses("Vis dagene", ticked="")
        await here.anna.says("hjemme onsdag og torsdag")
        assert "Hvilken dag?" in await here.anna.presses("Vis dagene", ticked="2031-01-01,<b>")
        assert days_of(here, "anna") == []
