"""A version that is published answers within seconds, in every replica, and every answer names its version."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot import shelf
from bot.minds import now_here
from policy.documents.draft import Draft
from policy.documents.replay import Replay
from policy.documents.teaching import taught
from policy.examples import load_examples
from policy.load import load_handbook
from storage import policy_versions
from tests.journeys.test_broadcast import FILLED
from tests.journeys.town import Town, town

NOTHING = Replay(1, 0, 0, 0, ())
QUESTION = "hvor langt skal der være til skærmen?"


def draft_with(here: Town, old: str, new: str) -> int:
    running = load_handbook()
    passages = {name: replace(one, text=one.text.replace(old, new)) for name, one in running.passages.items()}
    handbook = replace(running, passages=passages)
    models = taught(handbook, load_examples(), None)
    with here.house.database.writing() as session:
        return policy_versions.add_draft(session, Draft(handbook, models, NOTHING), "hanne", now_here())


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


async def test_hr_tells_everybody_what_the_new_version_changed_and_answers_come_from_it(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "LOOKS_EVERY", 0.1)
    async with town(sqlite_url) as here:
        hanne, anna = here.hanne, here.anna
        await hanne.says("udsend")
        assert not hanne.has("Om den nye version")
        number = await asyncio.to_thread(draft_with, here, "mellem 50 og 70 cm", "mellem 60 og 80 cm")
        with here.house.database.writing() as session:
            assert policy_versions.publish(session, number, "hanne", now_here())
        await asyncio.sleep(0.5)
        await hanne.says("udsend")
        await hanne.presses("Om den nye version")
        assert "Udfyldt med det, som politikkens nye version ændrer" in hanne.last
        typed = _typed(hanne.chat[-1])
        assert typed["title"] == "Ny version af politikken for hjemmearbejde"
        assert typed["text"].count("**") == 2  # one passage
        assert "mellem 50 og 70 cm" in typed["text"].partition("Nu:")[0]
        assert "mellem 60 og 80 cm" in typed["text"].partition("Nu:")[2]
        assert "Before:" in typed["text_en"]
        await hanne.presses("Se den", **(FILLED | typed | {"names": "Anna Holm"}))
        await hanne.presses("Send den")
        await anna.hears("Ny version af politikken")
        assert "mellem 60 og 80 cm" in await anna.says(QUESTION)


def _typed(of: Any) -> dict[str, str]:
    """Return what stands in the text inputs of a card."""
    if isinstance(of, dict):
        mine = {of["id"]: of["value"]} if of.get("type") == "Input.Text" and "value" in of else {}
        return mine | {key: value for one in of.values() for key, value in _typed(one).items()}
    return {key: value for one in of for key, value in _typed(one).items()} if isinstance(of, list) else {}
