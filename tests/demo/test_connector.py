"""The town's Bot Connector answers as Teams does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.demo.chats import Chats
from bot.demo.clock import Clock
from bot.demo.connector import CARD, TownConnector
from bot.demo.town import TENANT, load_town
from tests.demo.conftest import ANNA

PLACE = "/connector/v3/conversations"
CHAT = f"{PLACE}/a:{ANNA}/activities"
DRAWN = {"type": "AdaptiveCard", "version": "1.5", "body": []}
Client = TestClient[web.Request, web.Application]


@pytest.fixture
def chats(tmp_path: Path) -> Chats:
    return Chats(tmp_path / "chats.jsonl")


@pytest.fixture
async def client(chats: Chats, tmp_path: Path) -> AsyncIterator[Client]:
    app = web.Application()
    TownConnector(load_town(), chats, Clock(tmp_path / "clock.txt")).add_to(app)
    async with TestClient(TestServer(app)) as one:
        yield one


def card(words: str = "") -> dict[str, Any]:
    return {"type": "message", "text": words, "attachments": [{"contentType": CARD, "content": DRAWN}]}


async def test_a_chat_is_opened_with_whoever_lives_there(client: Client) -> None:
    asked = {"members": [{"id": f"29:{ANNA}"}], "tenantId": TENANT, "bot": {"id": "28:hjemmebot"}}
    answer = await client.post(PLACE, json=asked)
    assert (answer.status, await answer.json()) == (201, {"id": f"a:{ANNA}"})
    for wrong in (asked | {"tenantId": "another"}, asked | {"members": [{"id": "29:nobody"}]}, {}):
        answer = await client.post(PLACE, json=wrong)
        assert answer.status == 403
        assert (await answer.json())["error"]["code"] == "BotNotInConversationRoster"


async def test_sent_changed_and_taken_back(client: Client, chats: Chats) -> None:
    sent = await client.post(CHAT, json={"type": "message", "text": "hej"})
    made = await sent.json()
    assert sent.status == 201
    assert list(made) == ["id"]
    answer = await client.post(f"{CHAT}/{made['id']}", json=card())  # a reply is a message of its own
    assert answer.status == 201
    assert [(one.text, one.card) for one in chats.of(ANNA)] == [("hej", None), ("", DRAWN)]

    changed = await client.put(f"{CHAT}/{made['id']}", json=card("nyt"))
    assert (changed.status, await changed.json()) == (200, made)
    assert [(one.card, one.changed) for one in chats.of(ANNA)] == [(DRAWN, True), (DRAWN, False)]

    gone = await client.delete(f"{CHAT}/{made['id']}")
    assert gone.status == 200
    assert len(chats.of(ANNA)) == 1


@pytest.mark.parametrize("method", ["put", "delete"])
async def test_what_is_not_there_answers_404(client: Client, method: str) -> None:
    answer = await getattr(client, method)(f"{CHAT}/17", json=card())
    assert answer.status == 404
    assert (await answer.json())["error"]["code"] == "ActivityNotFoundInConversation"
    nobody = await client.post(f"{PLACE}/a:nobody/activities", json=card())
    assert nobody.status == 404
    assert (await nobody.json())["error"]["code"] == "ConversationNotFound"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff"])
async def test_what_is_no_activity_answers_400(client: Client, body: bytes) -> None:
    assert (await client.post(CHAT, data=body)).status == 400
    assert (await client.post(PLACE, data=body)).status == 400
