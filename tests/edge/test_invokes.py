"""Invokes: somebody waits for the answer in the HTTP response."""

from __future__ import annotations

from typing import Any

import pytest

from bot.chat import Chat, Said
from cards.drawn import Drawn
from tests.edge.running import CARD, Echo, Running, activity, running
from tests.fakes.connector import FakeConnector

ERROR = "application/vnd.microsoft.error"


async def test_a_card_takes_the_pressed_cards_place(bot: Running, connector: FakeConnector) -> None:
    answer = await bot.tell(activity("card_execute"))
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json == {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": CARD}
    assert connector.requests == []


@pytest.mark.parametrize(("drawn", "words"), [(Drawn("Tak"), "Tak"), (None, "")])
async def test_words_leave_the_card_as_it_is(connector: FakeConnector, drawn: Drawn | None, words: str) -> None:
    async def turn(said: Said, chat: Chat) -> Drawn | None:
        return drawn

    async with running(turn, connector.url) as bot:
        answer = await bot.tell(activity("card_execute"))
    assert answer.json == {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": words}


async def test_a_message_below_the_card_and_an_answer_in_its_place(connector: FakeConnector) -> None:
    async def turn(said: Said, chat: Chat) -> Drawn | None:
        await chat.say(Drawn("Jeg har sendt din anmodning til Lars."))
        return Drawn("Sendt", CARD)

    async with running(turn, connector.url) as bot:
        answer = await bot.tell(activity("card_execute"))
    assert answer.json["value"] == CARD
    assert connector.messages[0].body["text"] == "Jeg har sendt din anmodning til Lars."


MALFORMED: list[Any] = [
    None,
    "Action.Execute",
    7,
    [],
    {},
    {"action": None},
    {"action": "Action.Execute"},
    {"action": {"data": {}}},
    {"action": {"type": "Action.Submit", "data": {}}},
    {"action": {"type": "Action.Execute", "data": "mark_days"}},
    {"action": {"type": "Action.Execute", "data": [1]}},
]


@pytest.mark.parametrize("value", MALFORMED)
async def test_a_malformed_card_action_is_400_with_an_invoke_error(bot: Running, echo: Echo, value: Any) -> None:
    answer = await bot.tell(activity("card_execute", value=value))
    assert answer.status == 400
    assert (answer.json["statusCode"], answer.json["type"]) == (400, ERROR)
    assert answer.json["value"]["code"] == "BadRequest"
    assert echo.said == []


async def test_a_card_action_without_data_is_a_press_of_nothing(bot: Running, echo: Echo) -> None:
    assert (await bot.tell(activity("card_execute", value={"action": {"type": "Action.Execute"}}))).status == 200
    assert getattr(echo.said[0].act, "data", None) == {}


@pytest.mark.parametrize("name", ["signin_invoke", "task_fetch", "compose_extension"])
async def test_an_invoke_that_we_do_not_know_is_501(bot: Running, echo: Echo, name: str) -> None:
    answer = await bot.tell(activity(name))
    assert answer.status == 501
    assert echo.said == []


async def test_an_invoke_without_a_name_is_501(bot: Running) -> None:
    assert (await bot.tell(activity("card_execute", name=None))).status == 501


async def test_a_turn_that_fails_is_told_as_an_invoke_error(
    connector: FakeConnector, caplog: pytest.LogCaptureFixture
) -> None:
    async def turn(said: Said, chat: Chat) -> Drawn | None:
        raise RuntimeError(f"{said.sender.name} skrev {said.act}")

    async with running(turn, connector.url) as bot:
        answer = await bot.tell(activity("card_execute"))
        assert answer.status == 500
        assert (answer.json["statusCode"], answer.json["type"]) == (500, ERROR)
        message = await bot.tell(activity("personal_message"))
        assert message.status == 500
    assert b"Anna" not in answer.body + message.body
    assert "RuntimeError" in caplog.text
    assert "Anna" not in caplog.text
    assert "hjemme på torsdag" not in caplog.text


async def test_an_answer_that_is_too_large_is_an_error_and_not_sent(connector: FakeConnector) -> None:
    async def turn(said: Said, chat: Chat) -> Drawn | None:
        return Drawn("", CARD | {"fallbackText": "a" * 200_000})

    async with running(turn, connector.url) as bot:
        answer = await bot.tell(activity("card_execute"))
    assert answer.status == 500
    assert len(answer.body) < 1000


async def test_a_conversation_goes_on_after_a_turn_that_failed(connector: FakeConnector) -> None:
    calls: list[str] = []

    async def turn(said: Said, chat: Chat) -> Drawn | None:
        calls.append(said.activity_id)
        if len(calls) == 1:
            raise ValueError
        await chat.say(Drawn("Hej"))
        return None

    async with running(turn, connector.url) as bot:
        assert (await bot.tell(activity("personal_message"))).status == 500
        assert (await bot.tell(activity("personal_message"))).status == 200
        assert (await bot.tell(activity("installation_add"))).status == 200


async def test_an_arrival_whose_turn_failed_is_taken_the_second_time(connector: FakeConnector) -> None:
    calls: list[str] = []

    async def turn(said: Said, chat: Chat) -> Drawn | None:
        calls.append(said.activity_id)
        if len(calls) == 1:
            raise ValueError
        return None

    async with running(turn, connector.url) as bot:
        assert (await bot.tell(activity("bot_added"))).status == 500
        assert (await bot.tell(activity("installation_add"))).status == 200
    assert len(calls) == 2


async def test_a_drawing_returned_for_a_message_is_said(connector: FakeConnector) -> None:
    async def turn(said: Said, chat: Chat) -> Drawn | None:
        return Drawn("Svar i ord")

    async with running(turn, connector.url) as bot:
        await bot.tell(activity("personal_message"))
    assert connector.messages[0].body["text"] == "Svar i ord"
