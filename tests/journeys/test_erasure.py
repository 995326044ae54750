"""Erasing what is kept about oneself, on the wire: told first, done after a yes, noted in the trail."""

from __future__ import annotations

from domain.deeds import Deed
from storage import audit
from tests.journeys.town import town


async def test_it_is_told_first_and_done_after_a_yes(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna = here.anna
        await anna.says("mine indstillinger")
        await anna.presses("Gem", phone="12 34 56 78", reach_from="", reach_to="")
        told = await anna.says("slet mine data")
        assert "Dine egne indstillinger: 1" in told
        assert "kommunens egen fil" in told
        assert "Jeg lader det være" in await anna.says("nej") or "ikke" in anna.last
        assert "12 34 56 78" in await anna.says("mine indstillinger")
        await anna.says("slet mine data")
        assert "Det er slettet" in await anna.presses("Slet det")
        assert "12 34 56 78" not in await anna.says("mine indstillinger")
        assert "ikke noget at slette" in await anna.says("slet mine data")
        with here.house.database.reading() as session:
            assert [one.deed for one in audit.read(session, audit.Wanted("anna"), 9)] == [Deed.ERASED]
