"""Requests that are not activities, or not for us: a clear status, and nothing done."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from bot.teams.exchange import LARGEST_BODY
from tests.edge.running import TENANT, Echo, Running, activity


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"hej",
        b"{",
        b"[]",
        b"null",
        b'"tekst"',
        b"42",
        b'{"type": NaN}',
        b"\xff\xfe",
        b"[" * 5000,
        b'{"a":' * 5000,
        b"{}",
    ],
)
async def test_what_is_no_activity_is_400(bot: Running, echo: Echo, body: bytes) -> None:
    answer = await bot.post(body)
    assert answer.status == 400
    assert answer.json == {"error": "malformed"}
    assert echo.said == []


@pytest.mark.parametrize(
    "changes",
    [
        {"type": None},
        {"type": ""},
        {"type": 5},
        {"channelId": None},
        {"channelId": ""},
        {"serviceUrl": ""},
        {"conversation": None},
        {"conversation": {}},
        {"conversation": {"id": ""}},
        {"conversation": {"id": 7}},
        {"conversation": "a:1"},
        {"conversation": {"id": "x" * 1001}},
        {"from": "Anna"},
        {"recipient": 1},
        {"text": {"da": "hej"}},
        {"entities": {"type": "mention"}},
        {"channelData": "teams"},
        {"channelData": {"tenant": TENANT}},
        {"membersAdded": "alle"},
        {"id": 12},
    ],
)
async def test_an_activity_of_the_wrong_shape_is_400(bot: Running, echo: Echo, changes: dict[str, Any]) -> None:
    assert (await bot.tell(activity("personal_message", **changes))).status == 400
    assert echo.said == []


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
async def test_another_content_type_is_415(bot: Running, content_type: str) -> None:
    body = json.dumps(activity("personal_message")).encode()
    assert (await bot.post(body, **{"Content-Type": content_type})).status == 415


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH"])
async def test_only_post_is_taken(bot: Running, method: str) -> None:
    assert (await bot.ask(method, "/api/messages")).status == 405


async def test_five_megabytes_are_413(bot: Running, echo: Echo) -> None:
    body = json.dumps(activity("personal_message", text="æ" * 5_000_000)).encode()
    assert (await bot.post(body)).status == 413
    assert echo.said == []


async def test_a_body_without_a_length_is_counted_as_it_comes(bot: Running, echo: Echo) -> None:
    async def endless() -> Any:
        for _ in range(LARGEST_BODY // 10_000 + 10):
            yield b" " * 10_000

    assert (await bot.post(endless())).status == 413  # type: ignore[arg-type]


async def test_a_packed_body_is_counted_unpacked(bot: Running, echo: Echo) -> None:
    packed = gzip.compress(b" " * 5_000_000)
    assert len(packed) < LARGEST_BODY
    assert (await bot.post(packed, **{"Content-Encoding": "gzip"})).status == 413


async def test_a_packed_body_that_is_none_is_400(bot: Running) -> None:
    assert (await bot.post(b"ikke gzip", **{"Content-Encoding": "gzip"})).status == 400


async def test_a_hundred_thousand_characters_reach_the_turn(bot: Running, echo: Echo) -> None:
    assert (await bot.tell(activity("personal_message", text="a" * 100_000))).status == 200
    assert len(getattr(echo.said[0].act, "text", "")) == 100_000


async def test_values_of_any_kind_do_no_harm(bot: Running, echo: Echo, connector: Any) -> None:
    odd: dict[str, Any] = {
        "timestamp": "ikke et tidspunkt",
        "suggestedActions": [],
        "attachments": {"a": 1},
        "reactionsAdded": "x",
        "expiration": 5,
        "__class__": "x",
        "callerId": {"deep": [[[]]]},
        "deliveryMode": "expectReplies",
    }
    answer = await bot.tell(activity("personal_message", **odd))
    assert (answer.status, answer.body) == (200, b"")  # also with expectReplies it is said through the connector
    assert len(echo.said) == len(connector.messages) == 1


@pytest.mark.parametrize("tenant", ["00000000-0000-0000-0000-000000000000", "", None])
async def test_another_tenant_is_403_before_anything_is_done(
    bot: Running, echo: Echo, connector: Any, tenant: str | None
) -> None:
    talk = {"id": "a:1", "conversationType": "personal"}
    answer = await bot.tell(activity("personal_message", conversation=talk, channelData={"tenant": {"id": tenant}}))
    assert answer.status == 403
    assert answer.json == {"error": "foreign_tenant"}
    assert echo.said == []
    assert connector.requests == []


async def test_the_channels_word_for_the_tenant_counts_most(bot: Running, echo: Echo) -> None:
    other = {"tenant": {"id": "00000000-0000-0000-0000-000000000000"}}
    assert (
        await bot.tell(activity("personal_message", channelData=other))
    ).status == 403  # conversation.tenantId is ours


@pytest.mark.parametrize(
    "service_url",
    [
        "https://evil.example/",
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net:8443/emea/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://anna@127.0.0.1/",
        "file:///etc/passwd",
        "//127.0.0.1",
        "127.0.0.1",
        "http://[::ffff:8.8.8.8]/",
        "http://169.254.169.254/",
        "http://0.0.0.0/",
        "http://127.0.0.1.evil.example/",
        "http://[",
    ],
)
async def test_a_foreign_service_url_is_403(bot: Running, echo: Echo, service_url: str) -> None:
    body = json.dumps(activity("personal_message", serviceUrl=service_url)).encode()
    answer = await bot.post(body)
    assert answer.status == 403
    assert echo.said == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "hjemmebot.nyborg.dk:3978"},
        {"X-Forwarded-For": "203.0.113.9"},
        {"Forwarded": "for=203.0.113.9"},
    ],
)
async def test_without_an_app_id_only_this_machine_is_heard(bot: Running, echo: Echo, headers: dict[str, str]) -> None:
    assert (await bot.tell(activity("personal_message"), **headers)).status == 403
    assert echo.said == []
