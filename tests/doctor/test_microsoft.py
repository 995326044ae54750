"""What Microsoft answers, each check in its good and its bad state, over real HTTP on loopback."""

from __future__ import annotations

import ssl
from typing import Any

import pytest

from bot.doctor import microsoft
from domain.health import Finding, Note
from tests.doctor.conftest import settings
from tests.fakes.connector import FakeConnector
from tests.fakes.issuer import FakeIssuer

NOBODY = "http://127.0.0.1:9"  # nobody listens there
GRAPH = {"graph_url": f"{NOBODY}/v1.0"}


def notes(found: list[Finding]) -> list[Note]:
    return [one.note for one in found]


async def test_without_an_app_id_microsoft_is_not_asked(whole: dict[str, Any], issuer: FakeIssuer) -> None:
    alone = settings(whole, app_id="", **GRAPH)
    for ask in (microsoft.keys, microsoft.clock, microsoft.login, microsoft.teams, microsoft.graph):
        assert await ask(alone) == []
    assert (issuer.fetches, issuer.token_requests) == (0, [])


async def test_keys(whole: dict[str, Any], issuer: FakeIssuer) -> None:
    (found,) = await microsoft.keys(settings(whole))
    assert (found.note, found.values["number"]) == (Note.KEYS_READ, 1)
    issuer.endorsements = ["webchat"]
    assert notes(await microsoft.keys(settings(whole))) == [Note.KEYS_NONE]
    issuer.broken = True
    (found,) = await microsoft.keys(settings(whole))
    assert (found.note, found.values) == (
        Note.KEYS_AWAY,
        {"host": "127.0.0.1", "fault": "ClientResponseError"},
    )
    assert notes(await microsoft.keys(settings(whole, openid_metadata_url=NOBODY))) == [Note.KEYS_AWAY]


async def test_the_clock_is_held_to_the_login_services(
    whole: dict[str, Any], issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = ssl.create_default_context(cafile=issuer.certificate)
    monkeypatch.setattr("aiohttp.connector._SSL_CONTEXT_VERIFIED", context)
    assert notes(await microsoft.clock(settings(whole))) == [Note.CLOCK_RIGHT]
    assert notes(await microsoft.clock(settings(whole, login_url=NOBODY))) == [Note.UNCHECKED]


async def test_login(whole: dict[str, Any], issuer: FakeIssuer) -> None:
    assert notes(await microsoft.login(settings(whole))) == [Note.LOGIN_WORKS]
    issuer.token_error = "invalid_client"
    (found,) = await microsoft.login(settings(whole))
    assert (found.note, found.values["fault"]) == (Note.LOGIN_REFUSED, "invalid_client")
    (found,) = await microsoft.login(settings(whole, login_url="https://127.0.0.1:9"))
    assert (found.note, found.values["fault"]) == (Note.LOGIN_REFUSED, "ConnectionError")


async def test_the_way_to_teams(whole: dict[str, Any], connector: FakeConnector) -> None:
    assert notes(await microsoft.teams(settings(whole))) == [Note.TEAMS_REACHED]
    assert notes(await microsoft.teams(settings(whole, service_urls=NOBODY))) == [Note.TEAMS_AWAY]


async def test_permissions(whole: dict[str, Any], issuer: FakeIssuer) -> None:
    assert await microsoft.graph(settings(whole)) == []
    group = "0b5c6d0e-7a51-4d0f-8c63-3b1f6f0a1111"
    fed = settings(whole, people_minutes=30, hr_group=group, **GRAPH)
    assert notes(await microsoft.graph(fed)) == [Note.UNCHECKED]  # a token that cannot be read
    issuer.roles = ["GroupMember.Read.All", "Calendars.ReadWrite"]
    lacks, more = await microsoft.graph(fed)
    assert (lacks.note, lacks.values) == (Note.GRAPH_LACKS, {"names": "User.Read.All"})
    assert (more.note, more.values) == (Note.GRAPH_TOO_MUCH, {"names": "Calendars.ReadWrite"})
    issuer.roles = ["GroupMember.Read.All", "User.Read.All"]
    assert notes(await microsoft.graph(fed)) == [Note.GRAPH_FITS]
    issuer.roles = ["User.Read.All"]  # by hand, `hjemmebot sync-people` reads the people too
    assert notes(await microsoft.graph(settings(whole, **GRAPH))) == [Note.GRAPH_FITS]
    issuer.roles = []
    assert notes(await microsoft.graph(settings(whole, **GRAPH))) == [Note.GRAPH_FITS]
    issuer.token_error = "unauthorized_client"
    (found,) = await microsoft.graph(fed)
    assert (found.note, found.values["fault"]) == (Note.UNCHECKED, "unauthorized_client")
