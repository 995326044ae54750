"""Each measured fault of the stock Bot Framework stack, and a test that would show it here."""

from __future__ import annotations

import ast
import asyncio
import importlib.util
import time
from pathlib import Path
from typing import Any

import pytest
import requests
from botframework.connector.aio import ConnectorClient
from msal import ConfidentialClientApplication

from bot.chat import Chat, Said
from bot.teams import keys
from cards.drawn import Drawn
from tests.edge.running import APP_ID, TENANT, Echo, Running, activity, running
from tests.fakes.connector import FakeConnector
from tests.fakes.issuer import FakeIssuer, rsa_key

ROOT = Path(__file__).parents[2]
MESSAGE = activity("personal_message")


def signed(issuer: FakeIssuer, bot: Running, **claims: Any) -> str:
    return issuer.token(**{"aud": APP_ID, "serviceurl": bot.service_url} | claims)


async def test_fault_every_invoke_with_a_body_ends_in_500(bot: Running) -> None:
    answer = await bot.tell(activity("card_execute"))
    assert answer.status == 200
    assert answer.json["value"]["type"] == "AdaptiveCard"


async def test_fault_each_turn_builds_a_connector_client(bot: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[object] = []
    real = ConnectorClient.__init__

    def count(self: ConnectorClient, *args: Any, **kwargs: Any) -> None:
        built.append(self)
        real(self, *args, **kwargs)

    monkeypatch.setattr(ConnectorClient, "__init__", count)
    for _ in range(10):
        await bot.tell(MESSAGE)
    assert built == []


async def test_fault_a_new_tcp_connection_for_each_reply(bot: Running, connector: FakeConnector) -> None:
    for _ in range(20):
        await bot.tell(MESSAGE)
    assert len(connector.messages) == 20
    assert connector.connections == 1


async def test_fault_each_turn_builds_an_msal_app_and_fetches_a_token(
    guarded: Running, issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[object] = []
    real = ConfidentialClientApplication.__init__

    def count(self: ConfidentialClientApplication, *args: Any, **kwargs: Any) -> None:
        built.append(self)
        real(self, *args, **kwargs)

    monkeypatch.setattr(ConfidentialClientApplication, "__init__", count)
    token = signed(issuer, guarded)
    for _ in range(10):
        assert (await guarded.tell(MESSAGE, token)).status == 200
    assert len(built) == 1
    assert len(issuer.token_requests) == 1


async def test_fault_the_token_is_fetched_synchronously_on_the_loop(guarded: Running, issuer: FakeIssuer) -> None:
    # The login service answers from this very loop: a synchronous fetch would wait for itself until it gave up.
    began = time.monotonic()
    assert (await guarded.tell(MESSAGE, signed(issuer, guarded))).status == 200
    assert time.monotonic() - began < 5


async def test_fault_messages_go_through_requests_in_threads(bot: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[object] = []
    real = requests.Session.send

    def send(self: requests.Session, *args: Any, **kwargs: Any) -> requests.Response:
        calls.append(args)
        return real(self, *args, **kwargs)

    monkeypatch.setattr(requests.Session, "send", send)
    await bot.tell(MESSAGE)
    await bot.tell(activity("card_submit"))
    assert calls == []


@pytest.mark.parametrize("status", [429, 502, 503])
async def test_fault_a_post_is_not_tried_again(bot: Running, connector: FakeConnector, status: int) -> None:
    connector.answer_next(status)
    assert (await bot.tell(MESSAGE)).status == 200
    assert [one.status for one in connector.requests] == [status, 201]


@pytest.mark.parametrize("claims", [{"exp": 1}, {"iss": "x"}, {"key": rsa_key(99)}, {"aud": "x"}])
async def test_fault_a_bad_token_answers_500(guarded: Running, issuer: FakeIssuer, claims: dict[str, Any]) -> None:
    assert (await guarded.tell(MESSAGE, signed(issuer, guarded, **claims))).status == 401


async def test_fault_a_token_without_exp_is_accepted(guarded: Running, issuer: FakeIssuer) -> None:
    assert (await guarded.tell(MESSAGE, signed(issuer, guarded, drop=("exp",)))).status == 401


async def test_fault_a_token_without_serviceurl_skips_the_check(guarded: Running, issuer: FakeIssuer) -> None:
    assert (await guarded.tell(MESSAGE, signed(issuer, guarded, drop=("serviceurl",)))).status == 401


async def test_fault_an_activity_without_service_url_skips_the_check(guarded: Running, issuer: FakeIssuer) -> None:
    body = activity("personal_message", serviceUrl=None)
    assert (await guarded.tell(body, signed(issuer, guarded))).status == 400


async def test_fault_new_signing_keys_fail_for_a_day(
    guarded: Running, issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (await guarded.tell(MESSAGE, signed(issuer, guarded))).status == 200
    issuer.roll()
    monkeypatch.setattr(keys, "REFETCH_SECONDS", 0.0)  # a minute has passed since the keys were fetched
    assert (await guarded.tell(MESSAGE, signed(issuer, guarded))).status == 200


async def test_fault_the_tenant_of_the_conversation_is_lost(bot: Running, echo: Echo, connector: FakeConnector) -> None:
    await bot.tell(MESSAGE)
    assert echo.said[0].conversation.tenant_id == TENANT
    assert connector.messages[0].body["conversation"]["tenantId"] == TENANT


async def test_fault_ten_increments_at_once_end_at_one(connector: FakeConnector) -> None:
    count = {"stored": 0}

    async def turn(said: Said, chat: Chat) -> Drawn | None:
        read = count["stored"]
        await asyncio.sleep(0.005)
        count["stored"] = read + 1
        return None

    async with running(turn, connector.url) as bot:
        await asyncio.gather(*(bot.tell(MESSAGE) for _ in range(10)))
    assert count["stored"] == 10


async def test_fault_a_swallowed_error_answers_2xx_and_an_invoke_gets_no_body(connector: FakeConnector) -> None:
    async def turn(said: Said, chat: Chat) -> Drawn | None:
        raise KeyError

    async with running(turn, connector.url) as bot:
        assert (await bot.tell(MESSAGE)).status == 500
        answer = await bot.tell(activity("card_execute"))
    assert answer.status == 500
    assert answer.json["statusCode"] == 500


async def test_fault_a_malformed_card_action_answers_500(bot: Running) -> None:
    assert (await bot.tell(activity("card_execute", value={"action": 1}))).status == 400


@pytest.mark.parametrize("module", ["botbuilder.dialogs", "botbuilder.integration.aiohttp", "emoji"])
def test_fault_the_dialogs_library_pins_old_packages(module: str) -> None:
    parts = module.split(".")
    found = all(importlib.util.find_spec(".".join(parts[:depth])) for depth in range(1, len(parts) + 1))
    assert not found


NAMES = {"TeamsInfo", "MemoryStorage", "jsonpickle", "BotFrameworkAdapter", "TeamsActivityHandler"}


def test_faults_of_teams_info_memory_storage_and_jsonpickle_are_not_reached() -> None:
    for path in (*ROOT.glob("bot/**/*.py"), *ROOT.glob("storage/**/*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        used |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        used |= {
            name.name for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom) for name in node.names
        }
        assert not used & NAMES, path
