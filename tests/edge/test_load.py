"""Many turns at once: connections are kept, and nothing blocks the loop."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from typing import Any

import pytest

from tests.edge.running import APP_ID, Echo, Running, activity
from tests.fakes.connector import FakeConnector
from tests.fakes.issuer import FakeIssuer


def from_chat(number: int) -> dict[str, Any]:
    talk = {"id": f"a:{number}", "conversationType": "personal"}
    return activity("personal_message", id=str(number), conversation=talk)


async def test_hundreds_of_turns_at_once_share_a_few_connections(bot: Running, connector: FakeConnector) -> None:
    connector.delay = 0.01
    answers = await asyncio.gather(*(bot.tell(from_chat(number)) for number in range(400)))
    assert {answer.status for answer in answers} == {200}
    assert len(connector.messages) == 400
    assert connector.connections <= 32


async def test_turns_one_after_another_use_one_connection(bot: Running, connector: FakeConnector) -> None:
    for number in range(50):
        await bot.tell(from_chat(number))
    assert len(connector.messages) == 50
    assert connector.connections == 1


async def test_no_lock_is_left_behind(bot: Running) -> None:
    await asyncio.gather(*(bot.tell(from_chat(number % 7)) for number in range(50)))
    assert len(bot.bridge._order) == 0


async def test_the_loop_goes_on_while_tokens_and_keys_are_fetched(
    guarded: Running, issuer: FakeIssuer, connector: FakeConnector
) -> None:
    issuer.delay = 0.5
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    ticking = asyncio.ensure_future(tick())
    token = issuer.token(aud=APP_ID, serviceurl=guarded.service_url)
    assert (await guarded.tell(activity("personal_message"), token)).status == 200
    ticking.cancel()
    assert len(connector.messages) == 1
    assert ticks >= 40  # a second of waiting in all; a blocked loop would tick a few times only


async def test_no_socket_is_opened_synchronously_on_the_loop(
    guarded: Running, issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocking: list[Any] = []
    loop_thread = threading.get_ident()
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if threading.get_ident() == loop_thread and self.gettimeout() != 0:
            blocking.append(address)
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect, raising=False)
    token = issuer.token(aud=APP_ID, serviceurl=guarded.service_url)
    for name in ("installation_add", "personal_message", "card_execute", "card_submit"):
        assert (await guarded.tell(activity(name), token)).status == 200
    assert blocking == []


async def test_a_slow_connector_holds_up_its_own_conversation_only(bot: Running, connector: FakeConnector) -> None:
    connector.hang_next(1.0)
    slow = asyncio.ensure_future(bot.tell(from_chat(1)))
    await asyncio.sleep(0.1)
    began = time.monotonic()
    assert (await bot.tell(from_chat(2))).status == 200
    assert time.monotonic() - began < 0.5
    await slow


async def test_a_flood_to_one_conversation_loses_nothing(bot: Running, echo: Echo) -> None:
    answers = await asyncio.gather(*(bot.tell(from_chat(1)) for _ in range(100)))
    assert {answer.status for answer in answers} == {200}
    assert len(echo.said) == 100
