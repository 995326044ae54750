"""Versions in chat: people read any that answered, HR compares a draft, publishes it or drops it, once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot import shelf
from bot.minds import now_here
from domain.deeds import Deed
from policy.documents.draft import Draft
from policy.documents.replay import Replay
from policy.load import load_handbook
from storage import audit, policy_versions
from tests.journeys.town import Town, town

OLD, NEW = "mellem 50 og 70 cm", "mellem 60 og 80 cm"


@pytest.fixture
async def here(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    monkeypatch.setattr(shelf, "LOOKS_EVERY", 60)
    async with town(database_url) as one:
        yield one


def _draft(here: Town) -> None:
    running = load_handbook()
    passages = {name: replace(one, text=one.text.replace(OLD, NEW)) for name, one in running.passages.items()}
    with here.house.database.writing() as session:
        draft = Draft(replace(running, passages=passages), b"", Replay(1, 0, 0, 0, ()))
        policy_versions.add_draft(session, draft, "hanne", now_here())


def _running(here: Town) -> int:
    with here.house.database.reading() as session:
        return policy_versions.running_number(session)


async def test_hr_sees_the_difference_word_for_word_and_publishes_once(here: Town) -> None:
    await asyncio.to_thread(_draft, here)
    assert "kladde" in await here.hanne.says("hvilke versioner findes der?")
    seen = await here.hanne.presses("Se kladde 2")
    assert "[–50–][+60+] og [–70–][+80+] cm" in seen
    assert "ændret: 1" in seen
    card_id, publish = here.hanne.button("Udgiv version 2")
    assert "er udgivet" in await here.hanne.presses_action(card_id, publish)
    assert "ikke længere en kladde" in await here.hanne.presses_action(card_id, publish)
    assert _running(here) == 2
    with here.house.database.reading() as session:
        deeds = [one.deed for one in audit.read(session, audit.Wanted(), 9)]
    assert deeds == [Deed.POLICY_PUBLISHED]


async def test_a_version_published_meanwhile_is_not_overrun_from_an_old_card(here: Town) -> None:
    for _ in range(2):
        await asyncio.to_thread(_draft, here)
    await here.hanne.says("sammenlign version 2")
    card_id, publish = here.hanne.button("Udgiv version 2")
    with here.house.database.writing() as session:
        assert policy_versions.publish(session, 3, None, now_here())
    assert "udgivet imens" in await here.hanne.presses_action(card_id, publish)
    assert _running(here) == 3
    assert "er kasseret" in await here.hanne.presses("Kassér kladden")
    assert "ikke længere en kladde" in await here.hanne.presses_action(card_id, publish)


async def test_everybody_reads_old_versions_page_by_page_but_no_drafts(here: Town) -> None:
    await asyncio.to_thread(_draft, here)
    assert "kladde" not in await here.anna.says("hvilke versioner findes der?")
    assert "kender ingen version 2" in await here.anna.says("vis version 2 af politikken")
    assert "Se kladde" not in await here.anna.says("sammenlign version 2")
    with here.house.database.writing() as session:
        assert policy_versions.publish(session, 2, None, now_here())
    pages = [await here.anna.says("vis version 1 af politikken")]
    while here.anna.has("Næste side") and len(pages) < 40:
        pages.append(await here.anna.presses("Næste side"))
    said = "\n".join(pages)
    assert "gjaldt tidligere" in pages[0]
    assert OLD in said
    assert NEW not in said
    assert len(pages) > 2
