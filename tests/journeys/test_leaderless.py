"""Nobody leads the employee, or somebody new does: nothing that was asked for is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.outreach.leaderless import requests_to_new_leaders
from storage import people
from tests.journeys.test_main_job import asked, states, told
from tests.journeys.test_overdue import rounds_at
from tests.journeys.town import MONDAY, STAFF, Town, town

THURSDAY = "torsdag den 26. november"


async def led_by(here: Town, employee: str, leader: str | None) -> None:
    """Import the directory anew with another leader for one employee."""
    changed = [replace(one, leader_id=leader) if one.id == employee else one for one in STAFF]
    with here.house.database.writing() as session:
        people.replace_all(session, changed)


async def test_without_a_leader_hr_is_told_once_and_the_first_leader_is_asked(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await led_by(here, "anna", None)
        assert "Jeg ved ikke, hvem din leder er" in await here.anna.says("hjemme på torsdag")
        assert "dit ønske venter" in await here.anna.presses("Send")
        await asked(here, what="hjemme på fredag")
        await here.settles()
        assert states(here, "anna") == ["asked", "asked"]
        assert told(here.hanne, "Anna Holm har ingen leder i registret") == 1
        await led_by(here, "anna", "ole")
        await rounds_at(here, MONDAY + timedelta(minutes=10), (requests_to_new_leaders,))
        await rounds_at(here, MONDAY + timedelta(minutes=20), (requests_to_new_leaders,))
        assert told(here.ole, f"Anna Holm vil gerne arbejde hjemme {THURSDAY}") == 1
        await here.ole.presses("Godkend")
        assert "approved" in states(here, "anna")


async def test_a_new_leader_gets_what_waits_and_nobody_gets_it_twice(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here)
        await rounds_at(here, MONDAY + timedelta(minutes=10), (requests_to_new_leaders,))
        assert told(here.lars, "Anna Holm vil gerne") == 1  # he was asked before, and not again
        await led_by(here, "anna", "ole")
        await rounds_at(here, MONDAY + timedelta(minutes=20), (requests_to_new_leaders,))
        assert told(here.ole, "Anna Holm vil gerne") == 1
        await here.ole.presses("Godkend")
        await here.settles()
        await rounds_at(here, MONDAY + timedelta(minutes=30), (requests_to_new_leaders,))
        assert told(here.ole, "Anna Holm vil gerne") == 1
