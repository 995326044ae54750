"""Looking on the wire: how to reach who is home, the chart of the week, a year of home work."""

from __future__ import annotations

from datetime import timedelta

from domain.people import Person
from storage import people
from tests.journeys.town import STAFF, Town, town


async def _home_tomorrow(here: Town) -> None:
    await here.anna.says("hjemme i morgen")
    await here.anna.presses("Send")
    await here.lars.hears("Anna Holm vil gerne")
    await here.lars.presses("Godkend")
    await here.anna.hears("sagt ja")


async def test_who_is_home_and_how_to_reach_them(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await _home_tomorrow(here)
        assert "tlf." not in await here.bo.says("hvem er hjemme i morgen?")
        await here.anna.says("mine indstillinger")
        await here.anna.presses("Gem", phone="12 34 56 78", reach_from="08:00", reach_to="15:30")
        assert "Anna Holm: tlf. 12 34 56 78, kl. 8.00–15.30" in await here.bo.says("hvem er hjemme i morgen?")
        assert "tlf." not in await here.per.says("hvem er hjemme i morgen?")  # another team


async def test_the_week_has_a_chart_with_words_in_its_place(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await _home_tomorrow(here)
        await here.lars.says("teamet i denne uge")
        body = here.lars.chat[-1]["attachments"][0]["content"]["body"]
        chart = next(one for one in body if one["type"] == "Chart.VerticalBar")
        assert [one["y"] for one in chart["data"]] == [0, 1, 0, 0, 0]
        assert "Tirs 1" in chart["fallback"]["text"]


async def test_leader_and_employee_see_the_same_year_and_nobody_else(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await _home_tomorrow(here)
        for someone in (here.anna, here.lars, here.bo, here.ole):
            someone.now += timedelta(days=2)
        assert "1 dag hjemme" in await here.anna.says("KOM overblik")
        assert "Din leder ser det samme" in here.anna.last
        seen = await here.lars.says("overblik over Anna")
        assert "1 dag hjemme" in seen
        assert "Anna ser det samme" in seen
        for other in (here.bo, here.ole):
            assert "1 dag hjemme" not in await other.says("overblik over Anna")


async def test_of_two_who_share_a_name_the_leader_is_asked_which(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await _home_tomorrow(here)
        here.lars.now += timedelta(days=2)
        twin = Person("anna2", "Anna Krogh", leader_id="lars")
        with here.house.database.writing() as session:
            people.replace_all(session, [*STAFF, twin])
        asked = await here.lars.says("overblik over Anna")
        assert "Hvem mener du?" in asked
        assert "1 dag hjemme" not in asked
        await here.lars.presses("Anna Holm")
        assert "1 dag hjemme" in here.lars.last
        await here.lars.says("overblik over Anna")
        assert "Anna Krogh" in await here.lars.says("Anna Krogh")
        assert "1 dag hjemme" in await here.lars.says("overblik over Anna Holm")


async def test_a_leader_without_a_day_of_their_own_is_asked_whose_is_meant(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await _home_tomorrow(here)
        assert "Hvem drejer det sig om?" in await here.lars.says("aflys i morgen")
        assert "Bo Skov" not in here.lars.last
        assert "Aflys Annas hjemmedag" in await here.lars.presses("Anna Holm")
        assert "Der er ingen hjemmedage de dage" in await here.lars.says("aflys alt i uge 50")
        assert "Der er ingen hjemmedage de dage" in await here.bo.says("aflys alt i denne uge")
