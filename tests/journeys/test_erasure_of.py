"""HR erases what is kept about somebody: told what goes and stays, asked twice, noted; refused for all others."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import uuid4

import pytest

from domain import commands as c
from domain.access import may
from domain.deeds import Deed
from domain.equipment import Fate, Item
from domain.refusals import Rule
from storage import audit, equipment, people, personal_data
from tests.domain.access_cases import HANNE
from tests.journeys.town import MONDAY, STAFF, Town, town


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Town]:
    async with town(sqlite_url) as one:
        await one.anna.says("mine indstillinger")
        await one.anna.presses("Gem", phone="12 34 56 78", reach_from="", reach_to="")
        yield one


def erased(here: Town) -> list[tuple[str | None, str | None]]:
    with here.house.database.reading() as session:
        lines = audit.read(session, audit.Wanted(), 50)
        return [(one.by_id, one.whom_id) for one in lines if one.deed == Deed.ERASED]


def leaves(here: Town, person_id: str) -> None:
    with here.house.database.writing() as session:
        people.replace_all(session, [one for one in STAFF if one.id != person_id])


async def test_hr_is_asked_twice_and_what_must_stay_stays(here: Town) -> None:
    hanne = here.hanne
    told = await hanne.says("slet alt om Anna Holm")
    assert "Skal jeg slette det, jeg har gemt om Anna Holm?" in told
    assert "Egne indstillinger: 1" in told
    assert "kommunens egen fil" in told
    assert "din" not in told.lower().split()
    assert "Er du sikker?" in await hanne.presses("Slet det")
    assert erased(here) == []
    assert "12 34 56 78" in await here.anna.says("mine indstillinger")
    assert "Det er slettet" in await hanne.presses("Slet endeligt")
    assert erased(here) == [("hanne", "anna")]
    assert "12 34 56 78" not in await here.anna.says("mine indstillinger")


async def test_in_words_a_yes_twice_and_a_no_leaves_it(here: Town) -> None:
    hanne = here.hanne
    await hanne.says("Slet alt om Anna Holm")
    assert "Er du sikker?" in await hanne.says("ja")
    await hanne.says("nej")
    assert erased(here) == []
    await hanne.says("slet alt om Anna")
    assert "Er du sikker?" in await hanne.says("slet det")
    assert "Det er slettet" in await hanne.says("ja")
    assert erased(here) == [("hanne", "anna")]


async def test_nobody_but_hr_and_not_about_oneself(here: Town) -> None:
    for someone in (here.lars, here.bo, here.anna):
        assert "kun HR og Personale" in await someone.says("slet alt om Anna Holm")
    assert "slet mine data" in await here.hanne.says("slet alt om Hanne Bruun")
    assert "kender ingen med det navn" in await here.hanne.says("slet alt om Otto Ukendt")
    refusal = may(c.EraseDataOf(employee_id="hanne", sure=True), HANNE, ())
    assert refusal is not None
    assert refusal.rule is Rule.OWN_DATA
    assert erased(here) == []


async def test_a_leader_who_comes_by_hrs_button_is_refused(here: Town) -> None:
    await here.hanne.says("slet alt om Anna Holm")
    await here.hanne.presses("Slet det")
    card_id, action = here.hanne.button("Slet endeligt")
    here.connector.chats[here.lars.conversation][card_id] = {}
    assert "kun HR og Personale" in await here.lars.presses_action(card_id, action) or erased(here) == []
    assert erased(here) == []


async def test_of_somebody_who_left_all_goes_but_the_trail_once_nothing_is_out(here: Town) -> None:
    item = Item(uuid4(), "anna", "Skærm", MONDAY.date(), "lars")
    with here.house.database.writing() as session:
        equipment.add(session, item)
    leaves(here, "anna")
    told = await here.hanne.says("slet alt om Anna Holm")
    assert "arbejder her ikke længere" in told
    assert "Udstyr: det skal først afleveres eller købes" in told
    with here.house.database.writing() as session:
        equipment.save(session, replace(item, fate=Fate.RETURNED, version=item.version + 1))
    told = await here.hanne.says("slet alt om Anna Holm")
    assert "Udleveret udstyr: 1" in told
    await here.hanne.presses("Slet det")
    assert "Det er slettet" in await here.hanne.presses("Slet endeligt")
    with here.house.database.reading() as session:
        left = {name for name, rows in personal_data.export(session, "anna").items() if rows}
        assert left <= {"audit.by_id", "audit.whom_id"}
    assert "kender ingen med det navn" in await here.hanne.says("slet alt om Anna Holm")
