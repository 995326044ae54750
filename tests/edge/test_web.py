"""The other routes, and starting and stopping."""

from __future__ import annotations

import asyncio

import pytest

from bot.chat import Chat, Said
from bot.web import Feed
from cards.drawn import Drawn
from tests.edge.running import Echo, Running, activity, running
from tests.fakes.connector import FakeConnector

TOKEN = "k3l2j4h5g6f7d8s9a0q1"
ICS = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


async def feed(token: str, if_none_match: str | None) -> Feed | None:
    return Feed(ICS, "v7") if token == TOKEN else None


async def test_health(bot: Running) -> None:
    assert (await bot.ask("GET", "/healthz")).status == 200


async def test_readiness_follows_what_is_behind(connector: FakeConnector) -> None:
    state = {"database": False, "keys": True}

    async def ready() -> dict[str, bool]:
        return state

    async with running(Echo(), connector.url, ready=ready) as bot:
        answer = await bot.ask("GET", "/readyz")
        assert (answer.status, answer.json) == (
            503,
            {"ready": False, "open": True, "database": False, "keys": True},
        )
        state["database"] = True
        answer = await bot.ask("GET", "/readyz")
        assert (answer.status, answer.json["ready"]) == (200, True)


async def test_numbers_count_turns_and_sends_and_name_nobody(bot: Running) -> None:
    await bot.tell(activity("personal_message"))
    await bot.tell(activity("card_execute"))
    await bot.tell(activity("card_execute", value={}))
    await bot.post(b"{")
    await bot.tell(activity("personal_message", type="noget helt nyt"))
    answer = await bot.ask("GET", "/metrics")
    page = answer.body.decode()
    assert answer.headers["Content-Type"].startswith("text/plain")
    for line in (
        'hjemmebot_turns_total{kind="message",outcome="ok"} 1.0',
        'hjemmebot_turns_total{kind="invoke",outcome="ok"} 1.0',
        'hjemmebot_turns_total{kind="invoke",outcome="error"} 1.0',
        'hjemmebot_turns_total{kind="unread",outcome="malformed"} 1.0',
        'hjemmebot_turns_total{kind="other",outcome="ok"} 1.0',
        'hjemmebot_sends_total{outcome="sent"} 1.0',
        "hjemmebot_turn_seconds_count 5.0",
    ):
        assert line in page
    assert "Anna" not in page
    assert "noget" not in page


async def test_a_calendar_feed(connector: FakeConnector) -> None:
    async with running(Echo(), connector.url, feed=feed) as bot:
        answer = await bot.ask("GET", f"/calendar/{TOKEN}.ics")
        assert (answer.status, answer.body) == (200, ICS)
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer.headers["ETag"] == '"v7"'
        assert answer.headers["Cache-Control"].startswith("private")


@pytest.mark.parametrize("known", ['"v7"', 'W/"v7"', '"v1", "v7"', "*"])
async def test_a_feed_that_is_known_already_is_304(connector: FakeConnector, known: str) -> None:
    async with running(Echo(), connector.url, feed=feed) as bot:
        answer = await bot.ask("GET", f"/calendar/{TOKEN}.ics", headers={"If-None-Match": known})
    assert (answer.status, answer.body) == (304, b"")
    assert answer.headers["ETag"] == '"v7"'


@pytest.mark.parametrize("known", ['"v6"', "v7", "sludder", ""])
async def test_a_feed_that_has_changed_is_sent(connector: FakeConnector, known: str) -> None:
    async with running(Echo(), connector.url, feed=feed) as bot:
        answer = await bot.ask("GET", f"/calendar/{TOKEN}.ics", headers={"If-None-Match": known})
    assert answer.status == 200


@pytest.mark.parametrize("path", ["kort", "x" * 40, "..%2F..%2Fetc%2Fpasswd", "æ" * 20, "x" * 500])
async def test_an_unknown_feed_is_404(connector: FakeConnector, path: str) -> None:
    async with running(Echo(), connector.url, feed=feed) as bot:
        assert (await bot.ask("GET", f"/calendar/{path}.ics")).status == 404


@pytest.mark.parametrize("path", ["/", "/api/messages", "/healthz", "/metrics", "/findes-ikke"])
async def test_every_answer_is_guarded(bot: Running, path: str) -> None:
    headers = (await bot.ask("GET", path)).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["Cache-Control"] == "no-store"
    assert headers["Server"] == "hjemmebot"


async def test_a_turn_that_runs_is_let_to_its_end_when_the_bot_stops(connector: FakeConnector) -> None:
    started = asyncio.Event()

    async def turn(said: Said, chat: Chat) -> Drawn | None:
        started.set()
        await asyncio.sleep(0.3)
        await chat.say(Drawn("Færdig"))
        return None

    async with running(turn, connector.url) as bot:
        telling = asyncio.ensure_future(bot.tell(activity("personal_message")))
        await started.wait()
        await bot.stop()
        assert (await telling).status == 200
    assert connector.messages[0].body["text"] == "Færdig"
