"""Writing to a connector that is busy, broken, slow or has nobody there."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from bot.chat import NotReachable, TooLarge, TryLater
from bot.metrics import Metrics
from bot.settings import Settings
from bot.teams.connector import Connector
from bot.teams.patience import Patience
from bot.teams.post import TeamsPost
from cards.drawn import Drawn
from domain.conversations import Conversation, Place
from tests.edge.running import APP_ID, CARD, QUICK, TENANT, make_settings
from tests.fakes.connector import FakeConnector
from tests.fakes.issuer import FakeIssuer

HELLO = Drawn("Hej", None, "Hej")


@asynccontextmanager
async def posting(
    settings: Settings | None = None, patience: Patience = QUICK, metrics: Metrics | None = None
) -> AsyncIterator[TeamsPost]:
    settings = settings or make_settings()
    sender = Connector(settings, (metrics or Metrics()).send, patience)
    await sender.start()
    try:
        yield TeamsPost(settings, sender)
    finally:
        await sender.close()


def chat(connector: FakeConnector, **changes: Any) -> Conversation:
    fixed = {
        "id": "a:1/æ ?#;messageid=1",
        "service_url": f"{connector.url}/emea/",
        "tenant_id": TENANT,
        "bot_id": "28:b",
        "place": Place.PERSONAL,
        "user_id": "29:1",
    }
    return Conversation(**fixed | changes)


async def test_a_message_a_redrawing_and_a_taking_back(connector: FakeConnector) -> None:
    async with posting() as post:
        there = chat(connector)
        card_id = await post.send(there, Drawn("Alt i ord", CARD, "Svar"))
        await post.update(there, card_id, HELLO)
        await post.delete(there, card_id)
    sent, redrawn, gone = connector.requests
    assert sent.conversation_id == there.id  # odd characters come through whole
    assert sent.body["attachments"] == [{"contentType": "application/vnd.microsoft.card.adaptive", "content": CARD}]
    assert sent.body["summary"] == "Svar"
    assert "text" not in sent.body  # Teams would show it above the card, a second time
    assert sent.body["from"] == {"id": "28:b"}
    assert (redrawn.method, redrawn.activity_id, redrawn.body["text"]) == ("PUT", card_id, "Hej")
    assert (gone.method, gone.activity_id, gone.body) == ("DELETE", card_id, None)


async def test_a_personal_chat_is_opened_by_object_id(connector: FakeConnector) -> None:
    async with posting() as post:
        there = await post.open(f"{connector.url}/emea/", TENANT, "anna")
        await post.send(there, HELLO)
    (asked,) = connector.opened
    assert asked["members"] == [{"id": "anna"}]
    assert asked["channelData"] == {"tenant": {"id": TENANT}}
    assert asked["isGroup"] is False
    assert connector.messages[0].conversation_id == there.id == "a:anna"


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504])
async def test_it_is_tried_again(connector: FakeConnector, status: int) -> None:
    connector.answer_next(status, times=3)
    async with posting() as post:
        assert await post.send(chat(connector), HELLO)
    assert [one.status for one in connector.requests] == [status] * 3 + [201]


@pytest.mark.parametrize("status", [412, 429, 502, 503, 504])
async def test_four_tries_and_no_more(connector: FakeConnector, status: int) -> None:
    connector.answer_next(status, times=9)
    async with posting() as post:
        with pytest.raises(TryLater) as failure:
            await post.send(chat(connector), HELLO)
    assert failure.value.status == status
    assert len(connector.requests) == 4


async def test_retry_after_in_seconds_is_obeyed(connector: FakeConnector) -> None:
    connector.answer_next(429, times=2, retry_after="0.3")
    async with posting() as post:
        await post.send(chat(connector), HELLO)
    assert all(gap >= 0.3 for gap in gaps(connector))


async def test_retry_after_as_a_date_is_obeyed(connector: FakeConnector) -> None:
    until = datetime.now(UTC) + timedelta(seconds=2)
    connector.answer_next(503, retry_after=format_datetime(until, usegmt=True))
    async with posting() as post:
        await post.send(chat(connector), HELLO)
    assert datetime.now(UTC) >= until.replace(microsecond=0)
    assert len(connector.requests) == 2


async def test_without_retry_after_the_waits_grow(connector: FakeConnector) -> None:
    connector.answer_next(503, times=3)
    async with posting(patience=Patience(first=0.2, most=0.4)) as post:
        await post.send(chat(connector), HELLO)
    first, second, third = gaps(connector)
    assert 0.1 <= first < second + 0.15
    assert second >= 0.2
    assert third >= 0.2


@pytest.mark.parametrize("asked", ["soon", "-5", "nan", "inf", ""])
async def test_a_retry_after_that_means_nothing_is_not_obeyed(connector: FakeConnector, asked: str) -> None:
    connector.answer_next(429, retry_after=asked)
    async with posting() as post:
        await post.send(chat(connector), HELLO)
    assert len(connector.requests) == 2


async def test_a_long_retry_after_is_handed_on_and_not_waited_for(connector: FakeConnector) -> None:
    connector.answer_next(429, retry_after="120")
    async with posting() as post:
        with pytest.raises(TryLater) as failure:
            await post.send(chat(connector), HELLO)
    assert (failure.value.status, failure.value.after) == (429, 120)
    assert len(connector.requests) == 1


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


async def test_a_post_that_gets_no_answer_is_not_said_twice(connector: FakeConnector) -> None:
    connector.hang_next(5)
    async with posting(patience=Patience(timeout=0.3, first=0.01)) as post:
        with pytest.raises(TryLater) as failure:
            await post.send(chat(connector), HELLO)
    assert failure.value.status == 504
    assert len(connector.requests) == 1


async def test_a_redrawing_that_gets_no_answer_is_done_again(connector: FakeConnector) -> None:
    connector.hang_next(5)
    async with posting(patience=Patience(timeout=0.3, first=0.01)) as post:
        await post.update(chat(connector), "17", HELLO)
    assert len(connector.requests) == 2


async def test_a_connector_that_is_not_there_is_tried_four_times(connector: FakeConnector) -> None:
    began = time.monotonic()
    async with posting(patience=Patience(first=0.1, most=0.1)) as post:
        with pytest.raises(TryLater) as failure:
            await post.send(chat(connector, service_url="http://127.0.0.1:9/"), HELLO)
    assert failure.value.status == 503
    assert time.monotonic() - began >= 3 * 0.05


async def test_a_kept_connection_that_was_closed_costs_nothing(connector: FakeConnector) -> None:
    async with posting() as post:
        await post.send(chat(connector), HELLO)
        connector.drop_connections()
        await asyncio.sleep(0.05)
        await post.send(chat(connector), HELLO)
    assert len(connector.messages) == 2


async def test_a_connection_that_is_closed_in_the_middle_is_tried_again(connector: FakeConnector) -> None:
    async with posting() as post:
        await post.send(chat(connector), HELLO)
        connector.hang_up_next()
        await post.send(chat(connector), HELLO)
    assert [one.status for one in connector.requests] == [201, 0, 201]


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


async def test_a_refused_token_is_renewed_once(
    connector: FakeConnector, issuer: FakeIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", issuer.certificate)
    settings = make_settings(
        app_id=APP_ID, app_password="hemmelig", login_url=issuer.login_url, service_urls=connector.url
    )
    connector.tokens = {"Bearer bot-token-2"}
    async with posting(settings) as post:
        await post.send(chat(connector), HELLO)
        assert [one.status for one in connector.requests] == [401, 201]
        connector.tokens = {"Bearer ingen"}
        with pytest.raises(TryLater) as failure:
            await post.send(chat(connector), HELLO)
    assert failure.value.status == 401
    assert len(issuer.token_requests) == 3


async def test_outcomes_are_counted(connector: FakeConnector) -> None:
    metrics = Metrics()
    async with posting(metrics=metrics) as post:
        await post.send(chat(connector), HELLO)
        connector.answer_next(403)
        connector.answer_next(500)
        for _ in range(2):
            with pytest.raises((NotReachable, TryLater)):
                await post.send(chat(connector), HELLO)
    page = metrics.page().decode()
    for outcome in ("sent", "not_reachable", "try_later"):
        assert f'hjemmebot_sends_total{{outcome="{outcome}"}} 1.0' in page


def gaps(connector: FakeConnector) -> list[float]:
    return [later.at - earlier.at for earlier, later in itertools.pairwise(connector.requests)]
