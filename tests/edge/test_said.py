"""Real Teams activities over HTTP, and what the turn was given."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.chat import Joined, Left, Press, Text
from domain.conversations import Place
from tests.edge.running import ANNA, BOT, NOW, TENANT, Echo, Running, activity

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


async def test_a_personal_message(bot: Running, echo: Echo) -> None:
    assert (await bot.tell(activity("personal_message"))).status == 200
    (said,) = echo.said
    assert said.act == Text("jeg vil gerne arbejde hjemme på torsdag")
    assert said.activity_id == "1795418101234"
    assert (said.sender.id, said.sender.name) == (ANNA, "Anna Holm")
    assert said.locale == "da-DK"
    there = said.conversation
    assert (there.place, there.tenant_id, there.bot_id) == (Place.PERSONAL, TENANT, BOT)
    assert there.id.startswith("a:1cPersonalAnna")
    assert there.user_id.startswith("29:1AnnaHolm")
    assert there.service_url == bot.service_url


@pytest.mark.parametrize(
    ("name", "words", "place"),
    [
        ("channel_message", "hvor langt skal der være til skærmen?", Place.CHANNEL),
        ("group_message", "er Lars Dam hjemme i morgen?", Place.GROUP),
        ("emoji_message", "👍🏽 👩‍💻", Place.PERSONAL),
        ("formatted_message", "Kan jeg måske få hjemmearbejde?\n\nTak 🙂\nAnna & co.", Place.PERSONAL),
        ("picture_message", "", Place.PERSONAL),
    ],
)
async def test_words_without_markup(bot: Running, echo: Echo, name: str, words: str, place: Place) -> None:
    await bot.tell(activity(name))
    assert echo.said[0].act == Text(words)
    assert echo.said[0].conversation.place is place


async def test_a_thread_of_a_channel_is_answered_in_the_thread(bot: Running, echo: Echo, connector: Any) -> None:
    await bot.tell(activity("channel_message"))
    assert connector.messages[0].conversation_id.endswith("@thread.tacv2;messageid=1795418101234")


async def test_a_button_as_an_invoke(bot: Running, echo: Echo) -> None:
    answer = await bot.tell(activity("card_execute"))
    act = echo.said[0].act
    assert isinstance(act, Press)
    assert act.in_place
    assert act.card_id == "1795418104234"
    assert act.data["kind"] == "mark_days"
    assert act.data["note"] == "fra kortet"
    assert answer.json["type"] == "application/vnd.microsoft.card.adaptive"


async def test_a_button_as_a_message(bot: Running, echo: Echo, connector: Any) -> None:
    await bot.tell(activity("card_submit"))
    act = echo.said[0].act
    assert isinstance(act, Press)
    assert not act.in_place
    assert act.card_id == "1795418105234"
    assert act.data["kind"] == "decline_days"
    assert [(one.method, one.activity_id) for one in connector.requests] == [("PUT", "1795418105234")]


@pytest.mark.parametrize("name", ["installation_add", "bot_added"])
async def test_being_added(bot: Running, echo: Echo, name: str) -> None:
    await bot.tell(activity(name))
    assert echo.said[0].act == Joined()
    assert echo.said[0].at == NOW
    assert echo.said[0].at.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize("name", ["installation_remove", "bot_removed"])
async def test_being_removed(bot: Running, echo: Echo, name: str) -> None:
    await bot.tell(activity(name))
    assert echo.said[0].act == Left()


async def test_being_added_is_told_twice_and_answered_once(bot: Running, echo: Echo) -> None:
    statuses = [(await bot.tell(activity(name))).status for name in ("bot_added", "installation_add", "bot_added")]
    assert statuses == [200, 200, 200]
    assert len(echo.said) == 1


async def test_added_again_after_removal(bot: Running, echo: Echo) -> None:
    for name in ("bot_added", "installation_add", "installation_remove", "installation_add", "bot_added"):
        await bot.tell(activity(name))
    assert [type(said.act) for said in echo.said] == [Joined, Left, Joined]


@pytest.mark.parametrize("action", ["add-upgrade", "remove-upgrade"])
async def test_an_upgrade_of_the_app(bot: Running, echo: Echo, action: str) -> None:
    await bot.tell(activity("installation_add", action=action))
    assert echo.said[0].act == (Joined() if action.startswith("add") else Left())


IGNORED = ["edited_message", "deleted_message", "reaction", "typing", "read_receipt", "colleague_added"]


@pytest.mark.parametrize("name", [*IGNORED, "channel_renamed"])
async def test_what_is_not_answered(bot: Running, echo: Echo, connector: Any, name: str) -> None:
    assert (await bot.tell(activity(name))).status == 200
    assert echo.said == []
    assert connector.requests == []


async def test_the_moment_is_the_senders(bot: Running, echo: Echo) -> None:
    await bot.tell(activity("personal_message"))
    assert echo.said[0].at.replace(microsecond=0) == datetime(2026, 11, 23, 8, 15, 1, tzinfo=COPENHAGEN)
    assert echo.said[0].at.tzinfo == COPENHAGEN


@pytest.mark.parametrize("stamp", [None, "", "i morges", 1795418101, "0001-01-01T00:00:00+14:00", [], {"a": 1}])
async def test_a_bad_moment_falls_back_to_the_servers_clock(bot: Running, echo: Echo, stamp: Any) -> None:
    assert (await bot.tell(activity("personal_message", localTimestamp=stamp))).status == 200
    assert echo.said[0].at == NOW
    assert echo.said[0].at.tzinfo == COPENHAGEN


@pytest.mark.parametrize("zone", [None, "", "../../etc/passwd", "Europe", "Europe/Nyborg", "x" * 5000, 3])
async def test_an_unknown_zone_keeps_the_offset(bot: Running, echo: Echo, zone: Any) -> None:
    await bot.tell(activity("personal_message", localTimezone=zone))
    assert echo.said[0].at.utcoffset() == timedelta(hours=1)
    assert echo.said[0].at.hour == 8


async def test_somebody_whom_teams_does_not_know(bot: Running, echo: Echo) -> None:
    await bot.tell(activity("unknown_sender"))
    assert echo.said[0].sender.id == ""
    assert echo.said[0].sender.name == "Gæst <b>Gæstesen</b>"


@pytest.mark.parametrize("locale", [None, "", 5])
async def test_no_locale_is_danish(bot: Running, echo: Echo, locale: Any) -> None:
    await bot.tell(activity("personal_message", locale=locale))
    assert echo.said[0].locale == "da-DK"


@pytest.mark.parametrize(
    ("kind", "is_group", "place"),
    [(None, None, Place.PERSONAL), (None, True, Place.GROUP), ("meetingRoom", None, Place.GROUP)],
)
async def test_a_kind_of_chat_that_is_not_known_may_be_overheard(
    bot: Running, echo: Echo, kind: Any, is_group: Any, place: Place
) -> None:
    talk = {"id": "a:1", "conversationType": kind, "isGroup": is_group}
    await bot.tell(activity("personal_message", conversation=talk))
    assert echo.said[0].conversation.place is place
