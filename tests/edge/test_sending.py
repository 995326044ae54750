"""Writing to a connector that is busy, broken, slow or has nobody there."""

from __future__ import annotations

import asyncio
import itertools
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.chat import TryLater
from bot.teams.patience import Patience
from cards.drawn import Drawn
from tests.edge.posting import HELLO, chat, posting
from tests.edge.running import APP_ID, CARD, TENANT, make_settings
from tests.fakes.connector import FakeConnector
from tests.fakes.issuer import FakeIssuer


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


def gaps(connector: FakeConnector) -> list[float]:
    return [later.at - earlier.at for earlier, later in itertools.pairwise(connector.requests)]
