"""Everybody must come in: one form, one reason, and each employee told once and of the own day only."""

from __future__ import annotations

from tests.journeys.test_main_job import asked, states, told
from tests.journeys.town import Town, town

THURSDAY = "torsdag den 26. november"
REASON = "Personalemøde om budgettet."
PASSAGE = "Ledelsen kan til enhver tid og med kort varsel annullere"


async def at_home(here: Town, *who: str) -> None:
    for one in who:
        await asked(here, one)
        await here.lars.hears(THURSDAY)
        await here.lars.presses("Godkend")
        await here.settles()


async def test_all_are_told_once_with_the_reason_and_the_policy(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await at_home(here, "anna", "bo")
        form = await here.lars.says("alle skal møde torsdag")
        assert "Aflys 2 hjemmedage i dit team" in form
        assert "Anna Holm" in form
        assert PASSAGE in form
        cancel = here.lars.button("Aflys dagene")
        assert "Begrundelsen mangler" in await here.lars.presses_action(*cancel)
        assert states(here, "anna") == ["approved"]
        done = await here.lars.presses_action(*cancel, reason=REASON)
        assert "2 hjemmedage er aflyst" in done
        assert await here.lars.presses_action(*cancel, reason=REASON) == done  # pressed twice: told once
        await here.settles()
        for one in ("anna", "bo"):
            assert states(here, one) == ["cancelled"]
            assert told(here.people[one], REASON) >= 1
            assert told(here.people[one], PASSAGE) == 1
        await here.anna.presses("Set")
        await here.settles()
        seen = await here.lars.presses("Hvem har set det?")
        assert "Set kl." in seen
        assert "Ikke set endnu" in seen


async def test_whoever_marked_a_day_meanwhile_is_shown_first(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await at_home(here, "anna")
        await here.lars.says("alle skal møde torsdag pga. personalemøde")
        cancel = here.lars.button("Aflys dagen")
        await asked(here, "bo")
        fresh = await here.lars.presses_action(*cancel, reason=REASON)
        assert "Nogens dage er ændret" in fresh
        assert "Bo Skov" in fresh
        assert states(here, "anna") == ["approved"]
        await here.lars.presses("Aflys dagene", reason=REASON)
        assert [states(here, one) for one in ("anna", "bo")] == [["cancelled"], ["cancelled"]]


async def test_by_words_alone(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await at_home(here, "anna")
        await here.lars.says(f"alle skal møde torsdag pga. {REASON}")
        assert "1 hjemmedag er aflyst" in await here.lars.says("ja")
        await here.anna.hears("aflyst af Lars")


async def test_nobody_is_at_home(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        assert "Ingen i dit team har hjemmedag" in await here.lars.says("alle skal møde torsdag")


async def test_only_those_one_answers_for(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await at_home(here, "anna")
        await here.people["ole"].says("alle skal møde torsdag pga. personalemøde")
        assert not here.people["ole"].has("Aflys dagen")
        lars_form = await here.lars.says("alle skal møde torsdag pga. personalemøde")
        assert "Anna Holm" in lars_form
        cancel = here.lars.button("Aflys dagen")
        assert "Ingen i dit team" in await here.people["ole"].presses_action(*cancel, reason=REASON)
        assert states(here, "anna") == ["approved"]
