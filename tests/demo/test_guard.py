"""The town's lock: this machine, under a name of its own, and no other site."""

from __future__ import annotations

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer, make_mocked_request

from bot.demo.guard import guard


async def _in(request: web.Request) -> web.Response:
    return web.Response(text="in")


async def status(method: str, path: str, **headers: str) -> int:
    app = web.Application(middlewares=[guard])
    for one in ("GET", "POST"):
        app.router.add_route(one, "/{path:.*}", _in)
    async with TestClient(TestServer(app)) as client:
        answer = await client.request(method, path, headers={name.title(): value for name, value in headers.items()})
        return answer.status


@pytest.mark.parametrize("host", ["127.0.0.1:4000", "localhost:4000", "[::1]:4000", "localhost"])
async def test_names_of_this_machine(host: str) -> None:
    assert await status("GET", "/", host=host) == 200
    assert await status("POST", "/demo/say", host=host, origin=f"http://{host}") == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.1:4000"])
@pytest.mark.parametrize("path", ["/", "/demo/state", "/api/messages", "/connector/v3/conversations", "/metrics"])
async def test_a_name_that_only_points_here_is_refused_everywhere(host: str, path: str) -> None:
    assert await status("GET", path, host=host) == 403
    assert await status("POST", path, host=host, origin=f"http://{host}") == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:9", ""])
@pytest.mark.parametrize("path", ["/demo/say", "/demo/restart", "/api/messages", "/connector/v3/conversations"])
async def test_another_sites_page_is_refused_everywhere(origin: str, path: str) -> None:
    assert await status("POST", path, host="127.0.0.1:4000", origin=origin) == 403


async def test_the_bot_and_the_town_speak_without_an_origin_and_a_page_never_does() -> None:
    assert await status("POST", "/api/messages", host="127.0.0.1:4000") == 200
    assert await status("POST", "/connector/v3/conversations", host="127.0.0.1:4000") == 200
    assert await status("POST", "/demo/say", host="127.0.0.1:4000") == 403


async def test_another_machine_is_refused() -> None:
    request = make_mocked_request("GET", "/", headers={"Host": "127.0.0.1"}).clone(remote="192.0.2.7")
    with pytest.raises(web.HTTPForbidden):
        await guard(request, _in)
