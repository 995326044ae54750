"""The SDK's middleware works on the bridge as on its own adapters."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from botbuilder.core import AnonymousReceiveMiddleware, TurnContext
from botbuilder.schema import Activity

from tests.edge.running import ANNA, CARD, Echo, Running, activity
from tests.fakes.connector import FakeConnector

Next = Callable[[], Awaitable[Any]]


async def test_middleware_sees_what_comes_in_and_what_goes_out(bot: Running, connector: FakeConnector) -> None:
    seen: list[Any] = []

    async def on_send(context: TurnContext, activities: list[Activity], then: Next) -> None:
        seen.extend(one.text for one in activities)
        activities[0].text += " (set)"
        await then()

    async def middleware(context: TurnContext, then: Next) -> None:
        seen.append(context.activity.from_property.aad_object_id)
        seen.append(
            context.activity.channel_data["tenant"]["id"]
            == context.activity.conversation.additional_properties["tenantId"]
        )
        context.on_send_activities(on_send)
        await then()
        seen.append(context.responded)

    bot.bridge.use(AnonymousReceiveMiddleware(middleware))
    await bot.tell(activity("personal_message"))
    words = "Du skrev: jeg vil gerne arbejde hjemme på torsdag"
    assert seen == [ANNA, True, words, True]
    assert connector.messages[0].body["text"] == f"{words} (set)"


async def test_middleware_sees_the_answer_to_an_invoke(bot: Running) -> None:
    seen: list[Any] = []

    async def on_send(context: TurnContext, activities: list[Activity], then: Next) -> None:
        seen.extend(activities)
        await then()

    async def middleware(context: TurnContext, then: Next) -> None:
        context.on_send_activities(on_send)
        await then()

    bot.bridge.use(AnonymousReceiveMiddleware(middleware))
    await bot.tell(activity("card_execute"))
    assert seen[0].value.body["value"] == CARD


async def test_middleware_can_keep_a_turn_from_happening(bot: Running, echo: Echo) -> None:
    async def middleware(context: TurnContext, then: Next) -> None:
        return

    bot.bridge.use(AnonymousReceiveMiddleware(middleware))
    assert (await bot.tell(activity("personal_message"))).status == 200
    assert (await bot.tell(activity("card_execute"))).status == 501
    assert echo.said == []


@pytest.mark.parametrize(("name", "status"), [("personal_message", 500), ("card_execute", 500)])
async def test_middleware_that_fails_is_never_a_silent_2xx(bot: Running, name: str, status: int) -> None:
    async def middleware(context: TurnContext, then: Next) -> None:
        raise OSError

    bot.bridge.use(AnonymousReceiveMiddleware(middleware))
    assert (await bot.tell(activity(name))).status == status
