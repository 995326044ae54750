"""Local frames on the wire: what they say no to, what they let hold at once, and what goes round them expressly."""

from __future__ import annotations

from tests.journeys.test_frames import sets
from tests.journeys.test_main_job import asked, days_of, states, told
from tests.journeys.town import town

THURSDAY = "torsdag den 26. november"


async def test_a_day_of_presence_is_refused_with_what_was_settled_and_the_nearest_day(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await sets(here, attendance="4")
        said = await here.anna.says("hjemme på torsdag")
        assert "alle i teamet er på arbejdspladsen" in said
        assert "Alle er til stede hver torsdag." in said
        assert "drøftet i MED mandag den 2. november" in said
        assert "Der kan være krav om dage" in said  # the policy's own words, page 3
        assert "Du kan i stedet vælge fredag den 27. november." in said
        assert "Skal jeg spørge Lars om fredag den 27. november" in await here.anna.says("ja")


async def test_it_can_be_asked_for_expressly_and_the_leader_must_say_so_expressly(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await sets(here, attendance="4")
        await here.anna.says("hjemme på torsdag")
        await here.anna.presses("Spørg alligevel")
        await here.anna.presses("Send")
        await here.settles()
        assert "er en dag, hvor alle i teamet er på arbejdspladsen" in await here.lars.hears("Anna Holm vil gerne")
        assert not here.lars.has("Godkend")
        refused = await here.lars.says("hvem venter på svar?")
        assert "Anna Holm" in refused
        await here.lars.presses("Godkend alligevel")
        assert states(here, "anna") == ["approved"]


async def test_a_plain_yes_is_not_express(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here)
        await here.lars.hears(THURSDAY)
        approve = here.lars.button("Godkend")
        await sets(here, attendance="4")  # settled after the card was sent
        said = await here.lars.presses_action(*approve)
        assert "alle i teamet er på arbejdspladsen" in (said or here.lars.last)
        assert states(here, "anna") == ["asked"]
        await here.lars.presses("Godkend alligevel")
        assert states(here, "anna") == ["approved"]


async def test_a_full_week_and_short_notice(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await sets(here, most_a_week="1", notice="2")
        assert "for kort varsel" in (await here.anna.says("hjemme i morgen")).lower()
        await asked(here)
        assert "Højst 1 hjemmedag om ugen." in await here.anna.says("hjemme på fredag")
        assert states(here, "anna") == ["asked"]


async def test_of_several_days_those_outside_the_frames_are_left_out(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await sets(here, attendance="4")
        said = await here.anna.says("hjemme onsdag, torsdag og fredag")
        assert "disse 2 dage" in said
        assert f"{THURSDAY} er en dag, hvor alle i teamet".lower() in said.lower()


async def test_days_hold_at_once_and_the_leader_is_told(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await sets(here, approval="none")
        assert f"Skal jeg notere {THURSDAY} som hjemmedag?" in await here.anna.says("hjemme på torsdag")
        done = await here.anna.presses("Ja, gør det")
        assert "er en hjemmedag efter jeres rammer" in done
        await here.settles()
        [day] = days_of(here, "anna")
        assert day.held_at_once
        assert told(here.lars, "Anna Holm arbejder hjemme") == 1
        assert here.lars.has("Aflys …")


async def test_what_holds_at_once_goes_round_neither_the_average_nor_the_agreement(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await sets(here, approval="none")
        await here.anna.says("hjemme hver onsdag i december")
        await here.anna.presses("Send")  # fixed days wait for an agreement
        await here.settles()
        assert set(states(here, "anna")) == {"asked"}
        await here.bo.says("hjemme i uge 49, 50 og 51")
        await here.bo.presses("Send")  # fifteen days in three weeks: above two a week, and no checklist
        await here.settles()
        assert set(states(here, "bo")) == {"asked"}
