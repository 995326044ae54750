"""On the wire: who leads me, a day that is moved from nothing, home now."""

from __future__ import annotations

from tests.journeys.town import town


async def test_who_leads_whom(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        told = await here.anna.says("hvem er min leder?")
        assert "Din leder er Lars Vestergaard" in told
        assert "Dorte Lund er stedfortræder" in told
        assert "Your leader is Lars Vestergaard" in await here.eva.says("who is my manager?")
        told = await here.lars.says("hvem er min leder?")
        assert "Din leder er Mette Friis" in told
        assert "Dorte Lund er din stedfortræder i dit eget team" in told
        assert "Du er leder for Anna Holm" in await here.lars.says("hvem er Annas leder?")
        assert "Lars Vestergaard er leder for Anna Holm" in await here.dorte.says("hvem er Annas leder?")
        assert "Jeg ved ikke, hvem din leder er" in await here.mette.says("hvem er min leder")
        assert "Anna Holm" not in await here.ole.says("hvem er Annas leder?")


async def test_a_day_is_moved_from_one_that_is_no_home_day(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        asked = await here.anna.says("flyt torsdag til fredag")
        assert "Skal jeg spørge Lars om fredag den 27. november" in asked
        assert "Du har ingen hjemmedag torsdag den 26. november" in asked
        await here.anna.says("flyt fredag til mandag")
        assert "Du har ingen hjemmedag fredag den 27. november" in await here.anna.says("2")
        assert "Tuesday 24 November" in await here.eva.says("swap Thursday for Tuesday")


async def test_a_day_that_may_mean_two_makes_the_other_way_too(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.anna.says("hjemme fredag")
        await here.anna.presses("Send")
        await here.anna.says("flyt fredag til mandag")
        moved = await here.anna.presses("Mandag den 30. november")
        assert "Skal jeg spørge Lars om mandag den 30. november" in moved
        assert "Fredag den 27. november bliver aflyst samtidig" in moved


async def test_home_now_is_today(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        assert "Skal jeg spørge Lars om mandag den 23. november" in await here.anna.says("jeg er hjemme nu")
