"""Half of a home day on the wire: given up at once, asked for anew where it is more than was agreed."""

from __future__ import annotations

from domain.home_days import Half
from tests.journeys.test_main_job import asked, days_of, feed_of, states, told
from tests.journeys.town import Town, town

THURSDAY = "torsdag den 26. november"


async def approved(here: Town, what: str = "hjemme på torsdag") -> None:
    await asked(here, what=what)
    await here.lars.hears(THURSDAY)
    await here.lars.presses("Godkend")
    await here.settles()


def halves(here: Town) -> list[tuple[str, str]]:
    return [(day.status.value, day.half.value if day.half else "") for day in days_of(here, "anna")]


async def test_only_the_morning_after_all(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await approved(here)
        assert "Vil du kun arbejde hjemme om formiddagen" in await here.anna.says("kun formiddag på torsdag alligevel")
        assert halves(here) == [("approved", "")]  # nothing changes before she says so
        press = here.anna.button("Skift til en halv dag")
        once = await here.anna.presses_action(*press)
        assert f"{THURSDAY} (formiddag)" in once
        assert await here.anna.presses_action(*press) == once  # pressed twice: the same answer, one notice
        await here.settles()
        assert halves(here) == [("approved", "am")]
        assert told(here.lars, "arbejder kun hjemme en halv dag") == 1
        assert "20261126" in await feed_of(here, "anna")
        assert f"{THURSDAY} (formiddag)".lower() in (await here.anna.says("mine dage")).lower()


async def test_cancelling_the_morning_leaves_the_afternoon(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await approved(here)
        await here.anna.says("aflys torsdag formiddag")
        await here.anna.says("ja")
        assert halves(here) == [("approved", Half.AFTERNOON.value)]
        said = await here.anna.says("aflys torsdag formiddag")  # she is at the workplace then anyway
        assert "Skal jeg" not in said


async def test_a_day_that_still_waits_is_halved_for_the_leader_too(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here)
        await here.lars.hears(THURSDAY)
        approve = here.lars.button("Godkend")
        await here.anna.says("hjemme torsdag formiddag")
        assert "mangler stadig at svare" in await here.anna.presses("Skift til en halv dag")
        await here.settles()
        assert "Her er den, som den står nu" in await here.lars.presses_action(*approve)  # he saw a whole day
        assert "Godkendt af Lars" in await here.lars.presses("Godkend")
        assert halves(here) == [("approved", "am")]


async def test_more_than_was_agreed_is_asked_for_anew(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await approved(here, "hjemme torsdag formiddag")
        assert "(formiddag) bliver aflyst samtidig" in await here.anna.says("hele dagen hjemme på torsdag")
        await here.anna.presses("Send")
        await here.settles()
        assert sorted(halves(here)) == [("asked", ""), ("withdrawn", "am")]
        assert told(here.lars, "arbejder ikke hjemme alligevel") == 0  # the request tells him
        await here.lars.says("godkend")
        await here.lars.says("ja")
        assert ("approved", "") in halves(here)


async def test_an_old_card_of_a_day_that_is_gone(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await approved(here)
        await here.anna.says("kun eftermiddag på torsdag alligevel")
        halve = here.anna.button("Skift til en halv dag")
        await here.lars.says("aflys Annas hjemmedag på torsdag pga. personalemøde")
        await here.lars.says("ja")
        assert "Her er den, som den står nu" in await here.anna.presses_action(*halve)
        assert states(here, "anna") == ["cancelled"]
