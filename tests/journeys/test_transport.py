"""Working time for a journey, on the wire."""

from __future__ import annotations

from tests.journeys.town import town


async def test_the_smaller_time_counts_and_bad_input_is_answered_kindly(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna = here.anna
        assert "Hjemmefra til mødet" in await anna.says("beregn transporttid")
        for actual, from_workplace in (("-5", "40"), ("", "40"), ("25", "10000"), ("x" * 190, "40")):
            asked = await anna.presses("Regn ud", actual=actual, from_workplace=from_workplace)
            assert "hele minutter, fra 0 til 600" in asked
        worked_out = await anna.presses("Regn ud", actual="55", from_workplace="40")
        assert "40 minutter tæller som arbejdstid" in worked_out
        assert "Kørsel til fysiske møder på hjemmearbejdsdage" in worked_out
        assert "Kommunale biler kan ikke benyttes" in worked_out
        assert "25 minutter tæller" in await anna.says("transport 25 40")
        assert "fra 0 til 600" in await anna.says("transport -5 40")
        assert "fra 0 til 600" in await anna.says("transport 10000 40")
