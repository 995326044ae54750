"""`/readyz` of the bot itself: every part yes, and which one is no when something is away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.compose import build, served
from bot.readiness import Readiness
from tests.edge.running import APP_ID, make_settings
from tests.fakes.issuer import FakeIssuer

ALL = {"open": True, "started": True, "database": True, "engine": True, "keys": True}


async def _readyz(port: int) -> tuple[int, Any]:
    async with aiohttp.ClientSession() as http, http.get(f"http://127.0.0.1:{port}/readyz") as answer:
        return answer.status, await answer.json()


async def test_every_part_is_ready_and_without_an_app_id_no_keys_are_asked_for(sqlite_url: str) -> None:
    settings = make_settings(database_url=sqlite_url, port=0, openid_metadata_url="http://127.0.0.1:9/none")
    async with served(build(settings, lexical=True)) as port:
        assert await _readyz(port) == (200, {"ready": True, **ALL})


async def test_a_bot_that_can_check_no_token_gets_no_turns_until_it_can(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.teams.keys.COLD_SECONDS", 0)
    monkeypatch.setattr(Readiness.__init__, "__defaults__", (3.0, 0.0))
    async with FakeIssuer(tmp_path) as issuer:
        settings = make_settings(
            database_url=sqlite_url, port=0, app_id=APP_ID, openid_metadata_url=issuer.metadata_url
        )
        issuer.broken = True
        async with served(build(settings, lexical=True)) as port:
            assert await _readyz(port) == (503, {"ready": False, **ALL, "keys": False})
            issuer.broken = False
            assert await _readyz(port) == (200, {"ready": True, **ALL})
            issuer.broken = True  # those it has hold on
            assert (await _readyz(port))[0] == 200
