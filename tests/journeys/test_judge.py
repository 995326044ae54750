"""A stronger judge on the wire: it picks among the policy's own passages, and its silence stops nothing."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.fakes.judge import Answers, FakeEndpoint, endpoint, hangs, says
from tests.journeys.town import Town, town

DOG = "Må jeg tage min hund med på kontoret om fredagen?"
NET = "egen net-opkobling"
NETWORK = "betaler kommunen mit bredbånd?"


@asynccontextmanager
async def judged_town(url: str, answers: Answers) -> AsyncIterator[tuple[Town, FakeEndpoint]]:
    """Start a town with a judge."""
    async with (
        endpoint(answers) as there,
        town(url, judge_url=there.url, judge_model="small", judge_seconds=0.5) as here,
    ):
        yield here, there


async def test_it_names_a_passage_or_none_and_nothing_else(sqlite_url: str) -> None:
    async with judged_town(sqlite_url, says("oev-net")) as (here, there):
        anna = here.anna
        assert NET in await anna.says(NETWORK)
        there.answers = says("none")
        assert "står der ikke noget om" in await anna.says(NETWORK)
        there.answers = says("Ja, det betaler kommunen! [klik](https://y.example)")
        said = await anna.says(NETWORK)
        assert NET in said
        assert "y.example" not in said
        there.answers = hangs
        began = time.monotonic()
        assert NET in await anna.says(NETWORK)
        assert time.monotonic() - began < 3
        assert len(there.sent) == 4


async def test_health_is_not_sent_and_what_leans_is_sent_whole(sqlite_url: str) -> None:
    async with judged_town(sqlite_url, says("none")) as (here, there):
        for question in (
            "er jeg for syg til at arbejde?",
            "mit cpr er 010203-1234, må jeg?",
            "ring 12 34 56 78 om skærm?",
        ):
            await here.anna.says(question)
        assert there.sent == []
        await here.anna.says(DOG)
        await here.anna.says("og hvad med katten?")
        assert f"{DOG} og hvad med katten?" in str(there.sent[-1][1])
        assert "anna" not in str(there.sent).lower()
