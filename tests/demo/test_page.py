"""The page's few requests, over HTTP, with the real house behind them."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta

import aiohttp

from bot.minds import now_here
from tests.demo.conftest import ANNA, BO, LARS, Open, Visitor


async def words(visitor: Visitor, person_id: str, part: str, seconds: float = 6.0) -> dict[str, object]:
    """Wait until the newest message with these words is there."""
    for _ in range(int(seconds / 0.05)):
        messages = (await visitor.person(person_id))["messages"]
        assert isinstance(messages, list)
        for one in reversed(messages):
            if part in json.dumps(one, ensure_ascii=False):
                return one  # type: ignore[no-any-return]
        await asyncio.sleep(0.05)
    raise AssertionError(f"{part!r} was never said")


def button(message: dict[str, object], title: str) -> dict[str, object]:
    card = message["card"]
    assert isinstance(card, dict)
    found = json.loads(json.dumps(card), object_hook=lambda one: one)
    return next(one for one in found["actions"] if one["title"] == title)  # type: ignore[no-any-return]


async def test_asked_and_approved_and_all_of_it_there_after_a_restart(opened: Open) -> None:
    async with opened() as page:
        assert (await page.person(ANNA))["unread"] == 1  # the welcome
        assert (await page.post("say", person=ANNA, text="hjemme på tirsdag i næste uge"))[0] == 200
        asked = await words(page, ANNA, "Skal jeg spørge Lars")
        assert (await page.post("press", person=ANNA, card=asked["id"], action=button(asked, "Send")))[0] == 200
        await words(page, LARS, "vil gerne arbejde hjemme")
        assert (await page.person(LARS))["unread"] == 2
        assert (await page.post("read", person=LARS))[0] == 200
        kept = (await page.person(LARS))["messages"]

    async with opened() as page:
        assert (await page.person(LARS))["messages"] == kept  # and no welcome comes twice
        assert (await page.person(LARS))["unread"] == 0
        request = await words(page, LARS, "vil gerne arbejde hjemme")
        await page.post("press", person=LARS, card=request["id"], action=button(request, "Godkend"))
        await words(page, LARS, "Godkendt af Lars")
        await words(page, ANNA, "Lars har svaret")


async def test_a_moved_clock_is_the_day_of_what_is_said(opened: Open) -> None:
    async with opened() as page:
        day = now_here().date() + timedelta(days=40)
        status, answer = await page.post("clock", day=day.isoformat())
        assert status == 200
        assert str(answer["now"]).startswith(day.isoformat())
        await page.post("say", person=BO, text="hjemme i morgen")
        said = await words(page, BO, "hjemme i morgen")
        assert str(said["at"]).startswith(day.isoformat())
        for wrong in ("", "2026-13-01", (day + timedelta(days=5000)).isoformat()):
            assert (await page.post("clock", day=wrong))[0] == 400


async def test_beginning_anew_forgets_and_tells_every_open_page(opened: Open) -> None:
    async with opened() as page:
        await page.post("clock", day=(now_here().date() + timedelta(days=3)).isoformat())
        await page.post("say", person=ANNA, text="mine dage")
        async with page.session.get(f"{page.url}/demo/events") as events:
            assert events.content_type == "text/event-stream"
            assert (await page.post("restart"))[0] == 200
            news = [json.loads(line[6:]) async for line in _until_all(events)]
        assert news[-1] == {"all": True}
        anna = await page.person(ANNA)
        assert isinstance(anna["messages"], list)
        assert len(anna["messages"]) == 1
        async with page.session.get(f"{page.url}/demo/state") as response:
            assert (await response.json())["now"].startswith(now_here().date().isoformat())


async def _until_all(events: aiohttp.ClientResponse):  # type: ignore[no-untyped-def]
    async for line in events.content:
        if line.startswith(b"data: "):
            yield line
            if b'"all"' in line:
                return


async def test_what_the_page_would_never_send_is_refused(opened: Open) -> None:
    async with opened() as page:
        assert (await page.post("say", person="nobody", text="hej"))[0] == 404
        assert (await page.post("say", person=ANNA, text=7))[0] == 400
        assert (await page.post("say", person=ANNA, text="a" * 100_001))[0] == 400
        assert (await page.post("press", person=ANNA, card="1", action="x"))[0] == 400
        headers = {"Origin": page.url}
        for body in (b"", b"[]", b"\xff"):
            async with page.session.post(f"{page.url}/demo/say", data=body, headers=headers) as response:
                assert response.status == 400


async def test_files_of_the_page_and_no_others(opened: Open) -> None:
    async with opened() as page:
        async with page.session.get(page.url) as response:
            policy = response.headers["Content-Security-Policy"]
            assert response.content_type == "text/html"
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        for name in ("page.js", "page.css", "house.svg"):
            async with page.session.get(f"{page.url}/demo/static/{name}") as response:
                assert response.status == 200
        for name in ("..%2fpage.py", "people.csv", "index.html", "nothing.js"):
            async with page.session.get(f"{page.url}/demo/static/{name}") as response:
                assert response.status == 404
