"""A version that is published answers within seconds, in every replica, and every answer names its version."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot import shelf
from bot.minds import now_here
from policy.documents.teaching import taught
from policy.examples import load_examples
from policy.load import load_handbook
from storage import policy_versions
from tests.journeys.town import Town, town

QUESTION = "hvor langt skal der være til skærmen?"


def draft_with(here: Town, old: str, new: str) -> int:
    running = load_handbook()
    passages = {name: replace(one, text=one.text.replace(old, new)) for name, one in running.passages.items()}
    handbook = replace(running, version="2", passages=passages)
    models = taught(handbook, load_examples(), None)
    with here.house.database.writing() as session:
        policy_versions.add_draft(session, 2, handbook, models, "hanne", now_here())
    return 2


async def test_the_new_words_answer_once_they_are_published(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "LOOKS_EVERY", 0.1)
    async with town(sqlite_url) as here:
        number = await asyncio.to_thread(draft_with, here, "mellem 50 og 70 cm", "mellem 60 og 80 cm")
        await asyncio.sleep(0.3)
        before = await here.anna.says(QUESTION)
        assert "mellem 50 og 70 cm" in before
        assert "version 1" in before
        with here.house.database.writing() as session:
            assert policy_versions.publish(session, number, "hanne", now_here())
        await asyncio.sleep(0.5)
        after = await here.anna.says(QUESTION)
        assert "mellem 60 og 80 cm" in after
        assert "version 2" in after
