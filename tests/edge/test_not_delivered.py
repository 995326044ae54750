"""What can never be delivered, and how the sender is told."""

from __future__ import annotations

from typing import Any

import pytest

from bot.chat import NotReachable, TooLarge, TryLater
from bot.metrics import Metrics
from cards.drawn import Drawn
from tests.edge.posting import HELLO, chat, posting
from tests.edge.running import CARD
from tests.fakes.connector import FakeConnector


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (403, "ConversationBlockedByUser"),
        (403, "BotNotInConversationRoster"),
        (403, "BotDisabledByAdmin"),
        (403, "MessageWritesBlocked"),
        (404, "ConversationNotFound"),
    ],
)
async def test_nobody_there_is_told_at_once_with_the_reason(connector: FakeConnector, status: int, code: str) -> None:
    connector.answer_next(status, code=code)
    async with posting() as post:
        with pytest.raises(NotReachable) as failure:
            await post.send(chat(connector), HELLO)
    assert failure.value.code == code
    assert len(connector.requests) == 1


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"error": {"code": "Forbidden", "message": '{"subCode":"MessageWritesBlocked"}'}}, "MessageWritesBlocked"),
        ({"error": {"code": "Forbidden", "message": "[1]"}}, "Forbidden"),
        ({"error": "Forbidden"}, "403"),
        ([], "403"),
        ("nej", "403"),
    ],
)
async def test_the_reason_is_found_where_teams_puts_it(connector: FakeConnector, body: Any, code: str) -> None:
    connector.answer_next(403, body=body)
    async with posting() as post:
        with pytest.raises(NotReachable) as failure:
            await post.send(chat(connector), HELLO)
    assert failure.value.code == code


@pytest.mark.parametrize("status", [400, 405, 409, 500, 302])
async def test_anything_else_is_for_later_and_not_tried_again(connector: FakeConnector, status: int) -> None:
    connector.answer_next(status)
    async with posting() as post:
        with pytest.raises(TryLater) as failure:
            await post.send(chat(connector), HELLO)
    assert failure.value.status == status
    assert len(connector.requests) == 1


async def test_413_is_too_large(connector: FakeConnector) -> None:
    connector.answer_next(413, code="MessageSizeTooBig")
    async with posting() as post:
        with pytest.raises(TooLarge):
            await post.send(chat(connector), HELLO)


async def test_more_than_a_hundred_kilobytes_are_never_sent(connector: FakeConnector) -> None:
    metrics = Metrics()
    large = CARD | {"fallbackText": "æ" * 51_000}
    async with posting(metrics=metrics) as post:
        for call in (post.send(chat(connector), Drawn("", large)), post.update(chat(connector), "1", Drawn("", large))):
            with pytest.raises(TooLarge):
                await call
    assert connector.requests == []
    assert b'hjemmebot_sends_total{outcome="too_large"} 2.0' in metrics.page()


async def test_a_message_just_below_the_limit_is_sent(connector: FakeConnector) -> None:
    async with posting() as post:
        await post.send(chat(connector), Drawn("", CARD | {"fallbackText": "a" * 101_000}))
    assert len(connector.messages) == 1


@pytest.mark.parametrize("url", ["https://evil.example/", "http://169.254.169.254/", "ftp://127.0.0.1/", "", "x"])
async def test_nothing_and_no_token_goes_to_a_foreign_connector(connector: FakeConnector, url: str) -> None:
    async with posting() as post:
        with pytest.raises(NotReachable):
            await post.send(chat(connector, service_url=url), HELLO)


async def test_a_redirect_is_not_followed(connector: FakeConnector) -> None:
    connector.answer_next(307, headers={"Location": f"{connector.url}/v3/conversations/x/activities"})
    async with posting() as post:
        with pytest.raises(TryLater):
            await post.send(chat(connector), HELLO)
    assert len(connector.requests) == 1


async def test_outcomes_are_counted(connector: FakeConnector) -> None:
    metrics = Metrics()
    async with posting(metrics=metrics) as post:
        await post.send(chat(connector), HELLO)
        connector.answer_next(403)
        connector.answer_next(500)
        for _ in range(2):
            with pytest.raises((NotReachable, TryLater)):
                await post.send(chat(connector), HELLO)
        connector.answer_next(429, retry_after="0.01")  # tried again, and got through
        await post.send(chat(connector), HELLO)
    page = metrics.page().decode()
    for outcome, number in {"sent": 2, "not_reachable": 1, "try_later": 1}.items():
        assert f'hjemmebot_sends_total{{outcome="{outcome}"}} {number}.0' in page
    assert 'hjemmebot_throttled_total{by="connector"} 1.0' in page
