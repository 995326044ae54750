"""Own settings and the calendar, on the wire."""

from __future__ import annotations

from tests.journeys.town import town


async def test_how_to_be_reached_is_set_and_put_right(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna = here.anna
        assert "ikke sagt" in await anna.says("mine indstillinger")
        wrong = await anna.presses("Gem", phone="ring bare", reach_from="08:00", reach_to="")
        assert "Jeg kan ikke læse telefonnummeret" in wrong
        assert "ring bare" in wrong
        right = await anna.presses("Gem", phone="12 34 56 78", reach_from="08:00", reach_to="15:30")
        assert "tlf. 12 34 56 78, kl. 8.00–15.30" in right
        await anna.says("mine dage")
        await anna.presses("Mine indstillinger")
        assert "tlf. 12 34 56 78" in anna.last
        assert "ikke sagt" in await here.bo.says("indstillinger")  # hers alone
