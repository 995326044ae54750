"""Every route of the house asks who comes, or is on the list of those that are open, with the reason."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.compose import build, served
from bot.settings import Settings
from tests.edge.running import APP_ID, TENANT
from tests.fakes.issuer import FakeIssuer

# what is asked for before a route answers; each is tried below
LOCKED = {
    ("POST", "/api/messages"): "a token of the Bot Connector",
    ("GET", "/metrics"): "HJEMMEBOT_METRICS_TOKEN, or loopback",
    ("GET", "/calendar/{token}.ics"): "a random token of 256 bits",
    ("GET", "/calendar/{token}.csv"): "a random token of 256 bits, for a while",
    ("GET", "/calendar/{token}.json"): "a random token of 256 bits, for a while",
    ("GET", "/calendar/{token}.pdf"): "a random token of 256 bits, for a while",
}
OPEN = {
    ("GET", "/healthz"): "one word, and nothing of persons: the orchestrator has no token",
    ("GET", "/readyz"): "yes or no for each part, and nothing of persons: the orchestrator has no token",
}
SECRET = "tal-til-prometheus"


@pytest.fixture
async def base(sqlite_url: str, issuer: FakeIssuer) -> AsyncIterator[str]:
    settings = Settings(
        database_url=sqlite_url,
        app_id=APP_ID,
        tenant_id=TENANT,
        openid_metadata_url=issuer.metadata_url,
        metrics_token=SECRET,
        port=0,
        _env_file=None,
    )
    house = build(settings, lexical=True)
    known = {
        (route.method, route.resource.canonical)
        for route in house.app.router.routes()
        if route.resource is not None and route.method != "HEAD"
    }
    assert known == set(LOCKED) | set(OPEN), "a new route says here what it asks for, or why it is open"
    async with served(house, shutdown_seconds=1) as port:
        yield f"http://127.0.0.1:{port}"


async def _status(base: str, method: str, path: str, **headers: str) -> int:
    body = b"{}" if method == "POST" else None
    async with (
        aiohttp.ClientSession() as http,
        http.request(method, base + path.replace("{token}", "x" * 43), headers=headers, data=body) as answer,
    ):
        return answer.status


async def test_without_what_is_asked_for_no_locked_route_answers(base: str) -> None:
    json = {"Content-Type": "application/json"}
    for method, path in LOCKED:
        status = await _status(base, method, path, **(json if method == "POST" else {}))
        assert status in {400, 401, 403, 404}, path
    for method, path in OPEN:
        assert await _status(base, method, path) == 200


async def test_the_numbers_are_for_whoever_has_the_token(base: str) -> None:
    assert await _status(base, "GET", "/metrics", Authorization=f"Bearer {SECRET}") == 200
    for wrong in ("", "Bearer", f"Basic {SECRET}", f"Bearer {SECRET}x", "Bearer æøå", "Bearer \udcff"):
        assert await _status(base, "GET", "/metrics", Authorization=wrong) == 401


async def test_without_a_token_the_numbers_are_for_this_machine_alone(sqlite_url: str) -> None:
    house = build(Settings(database_url=sqlite_url, port=0, _env_file=None), lexical=True)
    async with served(house, shutdown_seconds=1) as port:
        base = f"http://127.0.0.1:{port}"
        assert await _status(base, "GET", "/metrics") == 200
        assert await _status(base, "GET", "/metrics", Host="hjemmebot.example.dk") == 401
        for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"):
            assert await _status(base, "GET", "/metrics", **{name: "203.0.113.9"}) == 401
