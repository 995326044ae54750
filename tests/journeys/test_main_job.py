"""The main job on the wire: asked, approved, cancelled, seen."""

from __future__ import annotations

import pytest

from storage import home_days
from tests.journeys.town import Town, town

THURSDAY = "torsdag den 26. november"
REASON = "Akut personalemøde om budgettet."


@pytest.fixture(params=["sqlite_url", pytest.param("database_url", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest) -> str:
    chosen: str = request.getfixturevalue(request.param)
    return chosen


def _days(one: Town, person_id: str) -> list[str]:
    with one.house.database.reading() as session:
        from tests.journeys.town import MONDAY

        return [day.status.value for day in home_days.from_date(session, person_id, MONDAY.date())]


async def _feed(one: Town, person: str) -> str:
    from storage import feeds

    with one.house.database.writing() as session:
        token = feeds.token_of(session, person)
    async with one.session.get(f"{one.url}/calendar/{token}.ics") as response:
        assert response.status == 200
        return (await response.text()).replace("\r\n", "\n")


async def test_policy_in_its_own_words(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        said = await here.anna.says("hvor langt skal der være til skærmen?")
        assert "mellem 50 og 70 cm" in said
        assert "Krav til hjemmearbejdspladsen" in said
        assert "side 8" in said


async def test_a_day_is_asked_for_approved_cancelled_and_seen(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna, lars = here.anna, here.lars
        assert THURSDAY in (await anna.says("jeg vil gerne arbejde hjemme på torsdag")).lower()
        assert _days(here, "anna") == []
        assert "Lars" in await anna.presses("Send")
        assert _days(here, "anna") == ["asked"]

        assert "Anna Holm" in await lars.hears(THURSDAY)
        await lars.presses("Godkend")
        assert not lars.has("Godkend")
        await anna.hears(f"Lars har sagt ja til {THURSDAY}")
        await here.settles()
        assert _days(here, "anna") == ["approved"]
        assert "DTSTART;VALUE=DATE:20261126" in await _feed(here, "anna")

        await lars.says("aflys Annas hjemmedag på torsdag")
        assert lars.has("Aflys")
        told = await lars.presses("Aflys", reason=REASON)
        assert "Anna" in told
        heard = await anna.hears(REASON)
        assert "Ledelsen kan til enhver tid og med kort varsel annullere" in heard
        assert _days(here, "anna") == ["cancelled"]
        assert "20261126" not in await _feed(here, "anna")

        await anna.presses("Set")
        await here.settles()
        assert any("har set" in text for text in map(str, _texts(here, "lars")))


def _texts(here: Town, person: str) -> list[str]:
    from tests.journeys.town import words

    return [words(one) for one in here.people[person].chat]


async def test_everything_twice_is_told_once(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna, lars = here.anna, here.lars
        await anna.says("hjemme på torsdag")
        card_id, action = anna._button("Send")
        await anna.presses_action(card_id, action)
        await anna.presses_action(card_id, action)
        await lars.hears(THURSDAY)
        card_id, action = lars._button("Godkend")
        once = await lars.presses_action(card_id, action)
        assert await lars.presses_action(card_id, action) == once
        await anna.hears("har sagt ja")
        await here.settles()
        assert sum("har sagt ja" in text for text in _texts(here, "anna")) == 1
        assert sum(THURSDAY in text.lower() for text in _texts(here, "lars")) == 1
