"""The app is installed for whoever is to be written to and has not met the bot, whatever Graph answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from pydantic import ValidationError

from bot.chat import NotReachable, TryLater
from bot.graph.client import GraphClient
from bot.graph.installing import Installing
from bot.settings import Settings
from tests.fakes.graph import FakeGraph
from tests.graph.test_calendar import NoToken
from tests.journeys.test_broadcast import previewed
from tests.journeys.town import Town, town


@asynccontextmanager
async def installing() -> AsyncIterator[tuple[Installing, FakeGraph]]:
    async with FakeGraph() as graph:
        one = Installing(GraphClient(graph.url, NoToken(), timeout=5), graph.app)
        await one.start()
        try:
            yield one, graph
        finally:
            await one.stop()
            assert graph.refused == []


async def test_installed_once_and_whoever_has_it_keeps_it() -> None:
    async with installing() as (one, graph):
        for _ in range(2):
            await one.install("per")
        assert graph.installed == {"per"}
        assert graph.requests == [("POST", "/v1.0/users/per/teamwork/installedApps")] * 2


@pytest.mark.parametrize(("status", "code"), [(403, "Install403"), (404, "Install404"), (400, "Install400")])
async def test_what_is_refused_says_why(status: int, code: str) -> None:
    async with installing() as (one, graph):
        graph.answer_next(status)
        with pytest.raises(NotReachable) as refused:
            await one.install("per")
        assert refused.value.code == code


@pytest.mark.parametrize(("status", "after"), [(429, "7"), (503, ""), (401, ""), (500, "")])
async def test_what_may_work_later_is_tried_later(status: int, after: str) -> None:
    async with installing() as (one, graph):
        graph.answer_next(status, after=after)
        with pytest.raises(TryLater) as later:
            await one.install("per")
        assert (later.value.status, later.value.after) == (status, float(after) if after else None)


def test_the_app_is_named_by_its_id_and_needs_graph() -> None:
    with pytest.raises(ValidationError, match="HJEMMEBOT_GRAPH_URL"):
        Settings(_env_file=None, teams_app="5c1b4c0b-9a77-4d2f-8f3a-6f1f1c7c2b10")
    with pytest.raises(ValidationError):
        Settings(_env_file=None, teams_app="hjemmebot", graph_url="https://graph.example/v1.0")


@asynccontextmanager
async def strangers(database_url: str) -> AsyncIterator[tuple[Town, FakeGraph]]:
    """A town where only HR has the app, and a connector that opens no chat for anybody else before it is installed."""
    async with FakeGraph() as graph:
        chosen = {"graph_url": graph.url, "teams_app": graph.app, "outlook": False}
        async with town(database_url, installed=False, **chosen) as here:
            await here.hanne.installs()
            here.connector.blocked = {one for one in here.people if one != "hanne"}
            graph.on_install = here.connector.blocked.discard
            yield here, graph
        assert graph.refused == []


async def test_a_broadcast_reaches_whom_the_bot_never_met(database_url: str) -> None:
    async with strangers(database_url) as (here, graph):
        graph.missing = {"bo"}
        await previewed(here.hanne)  # to Anna, Bo and Eva
        await here.hanne.presses("Send den")
        report = await here.hanne.hears("Sendt: 2 af 3", 10)
        assert "Fra **1. december**" in here.anna.last
        assert "1 December" in here.eva.last
        assert graph.installed == {"anna", "eva"}
        assert "Ikke nået: 1" in report
        assert "Microsoft kender dem ikke: 1" in report
        assert "Bo Skov" in report


async def test_a_leader_who_never_met_the_bot_gets_the_request(sqlite_url: str) -> None:
    async with strangers(sqlite_url) as (here, graph):
        await here.anna.installs()
        here.connector.blocked.discard("anna")
        graph.answer_next(503)
        await here.anna.says("hjemme på torsdag")
        await here.anna.presses("Send")
        await here.lars.hears("Anna Holm vil gerne", 15)
        assert graph.installed == {"lars"}
