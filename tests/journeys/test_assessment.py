"""The leader's APV checklist on the wire: filled in by sections over days, planned, remembered, handed on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.outreach.checklist_duties import assessments_due
from policy.checklists import assessment_items
from policy.load import load_handbook
from storage import people
from tests.journeys.town import MONDAY, STAFF, Town, actions, town

ITEMS = assessment_items(load_handbook())
FIRST = [item for item in ITEMS if item.section == ITEMS[0].section]


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Town]:
    async with town(sqlite_url) as one:
        yield one


def remarks(**texts: str) -> dict[str, str]:
    return {f"remarks:{item_id.replace('_', '-')}": text for item_id, text in texts.items()}


async def test_filled_in_over_time_with_a_day_to_look_again_and_a_history(here: Town) -> None:
    lars = here.lars
    assert "0 af 26 med en kommentar" in await lars.says("apv")
    await lars.presses(lars_section(here))
    assert FIRST[0].text in lars.last
    shown = await lars.presses("Gem og gå videre", **remarks(tjek_behov="Vi har tre mål."))
    assert "Afsnit 2 af 4" in shown
    shown = await lars.presses("Gem og fortsæt senere", **remarks(tjek_opgaver="Borgersager er ude."))
    assert "2 af 26 med en kommentar" in shown
    assert "Gemt" in shown
    assert "senere end i dag" in await lars.presses("Notér dagen", review_on="2026-11-23")
    assert "Næste gennemgang er onsdag den 2. december" in await lars.presses("Notér dagen", review_on="2026-12-02")
    lars.now = MONDAY + timedelta(days=1)
    assert "2 af 26" in await lars.says("APV-tjekliste")
    await lars.presses("Historik")
    assert "Vi har tre mål." in lars.last
    assert "Lars Vestergaard" in lars.last
    with here.house.database.writing() as session:
        due = list(assessments_due(session, MONDAY + timedelta(days=9)))
        assert [one.to for one in due] == ["lars"]
        assert list(assessments_due(session, MONDAY + timedelta(days=8))) == []
        here.house.engine.leave(session, due)
    await lars.hears("Lederens APV-tjekliste")


async def test_two_open_at_once_lose_nothing(here: Town) -> None:
    lars = here.lars
    await lars.says("apv")
    buttons = []
    for _ in range(2):
        await lars.presses(lars_section(here))
        buttons.append(lars.button("Gem og fortsæt senere"))
    (old, save_old), (new, save_new) = buttons
    await lars.presses_action(new, save_new, **remarks(tjek_behov="Nyt"))
    shown = await lars.presses_action(old, save_old, **remarks(tjek_behov="Gammelt", tjek_behov_2="Og mere"))
    assert "ændret siden dette kort" in shown
    assert "Gammelt" in shown
    assert "Gemt indtil nu: Nyt" in shown
    assert "1 af 26" in await lars.says("apv")


def lars_section(here: Town) -> str:
    return next(
        str(action["title"])
        for one in reversed(here.lars.chat)
        for action in actions(one)
        if str(action.get("title", "")).startswith("Arbejdspladsens behov")
    )


async def test_neither_hr_nor_employees_fill_it_in_and_the_deputy_goes_on_with_it(here: Town) -> None:
    await here.lars.says("apv")
    await here.lars.presses(lars_section(here))
    _, save = here.lars.button("Gem og fortsæt senere")
    for other in (here.hanne, here.anna):
        told = await other.presses_action("", save, **remarks(tjek_behov="Mit"))
        assert "for ledere" in told + other.last
    await here.ole.presses_action("", save, **remarks(tjek_behov="Oles eget"))
    assert "0 af 26" in await here.lars.says("apv")
    await here.lars.presses_action("", save, **remarks(tjek_behov="Vi har tre mål."))
    assert "1 af 26" in await here.dorte.says("apv")


async def test_a_new_leader_of_the_department_goes_on_with_it(here: Town) -> None:
    await here.lars.says("apv")
    await here.lars.presses(lars_section(here))
    await here.lars.presses("Gem og fortsæt senere", **remarks(tjek_behov="Vi har tre mål."))
    with here.house.database.writing() as session:
        led = [replace(one, leader_id="bo") if one.leader_id == "lars" else one for one in STAFF if one.id != "lars"]
        people.replace_all(session, [replace(one, leader_id="mette") if one.id == "bo" else one for one in led])
    assert "1 af 26" in await here.bo.says("apv")


async def test_a_remark_of_ten_thousand_characters_and_markup(here: Town) -> None:
    lars = here.lars
    await lars.says("apv")
    await lars.presses(lars_section(here))
    card_id, save = lars.button("Gem og fortsæt senere")
    told = await lars.presses_action(card_id, save, **remarks(tjek_behov="å" * 10_000))
    assert "for lang" in told + lars.last
    await lars.presses_action(card_id, save, **remarks(tjek_behov="<b>fed</b> {{DATE(x)}}"))
    await lars.says("apv")
    await lars.presses(lars_section(here))
    assert "<b>fed</b>" in lars.last
    assert "{{DATE" not in lars.last
