"""What the town sends is what Teams sends, to the last key."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.demo.chats import Chats, Message
from bot.demo.clock import Clock
from bot.demo.connector import CARD
from bot.demo.sender import BotSilent, Sender
from bot.demo.town import TENANT, load_town
from domain.people import Person
from tests.demo.conftest import ANNA

DRAWN = {"type": "AdaptiveCard", "version": "1.5"}


class Bot:
    """A bot that writes down what it is sent and answers what it is told to."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.answer: tuple[int, object] = (200, None)

    async def handle(self, request: web.Request) -> web.Response:
        self.heard.append(await request.json())
        status, body = self.answer
        return web.json_response(body, status=status) if body is not None else web.Response(status=status)


@pytest.fixture
async def bot() -> Bot:
    return Bot()


@pytest.fixture
async def sender(bot: Bot, tmp_path: Path) -> AsyncIterator[Sender]:
    app = web.Application()
    app.router.add_post("/api/messages", bot.handle)
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        clock = Clock(tmp_path / "clock.txt")
        url = str(server.make_url("/api/messages"))
        yield Sender(Chats(tmp_path / "chats.jsonl"), clock, url, "http://127.0.0.1:1/connector", session)


@pytest.fixture
def anna() -> Person:
    found = load_town().find(ANNA)
    assert found is not None
    return found


async def test_a_message_is_written_as_teams_writes_it(sender: Sender, bot: Bot, anna: Person) -> None:
    await sender.say(anna, "hjemme på torsdag")
    (heard,) = bot.heard
    sent, local = datetime.fromisoformat(heard.pop("timestamp")), datetime.fromisoformat(heard.pop("localTimestamp"))
    assert sent == local
    assert sent.tzinfo == UTC
    assert heard == {
        "type": "message",
        "id": sender.chats.of(ANNA)[0].id,
        "text": "hjemme på torsdag",
        "textFormat": "plain",
        "channelId": "msteams",
        "serviceUrl": "http://127.0.0.1:1/connector",
        "localTimezone": "Europe/Copenhagen",
        "locale": "da-DK",
        "from": {"id": f"29:{ANNA}", "name": "Anna Holm", "aadObjectId": ANNA},
        "recipient": {"id": "28:hjemmebot", "name": "Hjemmebot"},
        "conversation": {"id": f"a:{ANNA}", "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        "entities": [{"type": "clientInfo", "locale": "da-DK", "country": "DK", "platform": "Web"}],
    }


async def test_a_press_is_an_invoke_whose_answer_takes_the_cards_place(sender: Sender, bot: Bot, anna: Person) -> None:
    sender.chats.add(Message("17", ANNA, False, "2026-11-23T09:00:00+01:00", "", {}))
    bot.answer = (200, {"statusCode": 200, "type": CARD, "value": DRAWN})
    action = {"type": "Action.Execute", "verb": "send", "data": {"reason": "nu"}}
    assert await sender.press(anna, "17", action) == ""
    heard = bot.heard[0]
    assert (heard["type"], heard["name"], heard["replyToId"]) == ("invoke", "adaptiveCard/action", "17")
    assert heard["value"] == {"action": action}
    assert re.match(r"f:[0-9a-f-]{36}$", heard["id"])
    assert sender.chats.of(ANNA)[0].card == DRAWN


async def test_a_word_in_answer_to_a_press_is_handed_on(sender: Sender, bot: Bot, anna: Person) -> None:
    bot.answer = (200, {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Noteret"})
    assert await sender.press(anna, "17", {"type": "Action.Execute", "verb": "x", "data": {}}) == "Noteret"


async def test_an_old_button_comes_as_a_message_with_its_data(sender: Sender, bot: Bot, anna: Person) -> None:
    await sender.press(anna, "17", {"type": "Action.Submit", "data": {"a": 1}})
    heard = bot.heard[0]
    assert (heard["type"], heard["value"], heard["replyToId"]) == ("message", {"a": 1}, "17")
    assert "text" not in heard


@pytest.mark.parametrize("answer", [(500, None), (401, {}), (200, None)])
async def test_a_bot_that_does_not_answer_a_press_is_silent(
    sender: Sender, bot: Bot, anna: Person, answer: tuple[int, object]
) -> None:
    bot.answer = answer
    with pytest.raises(BotSilent):
        await sender.press(anna, "17", {"type": "Action.Execute", "verb": "x", "data": {}})


async def test_nobody_at_the_address_is_a_silent_bot(sender: Sender, anna: Person) -> None:
    sender.url = "http://127.0.0.1:1/api/messages"
    with pytest.raises(BotSilent):
        await sender.say(anna, "hej")
