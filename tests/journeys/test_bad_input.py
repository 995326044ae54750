"""Bad input against the whole house: a clear answer or status, nothing stored wrongly, no content in the log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from cards.buttons import write
from domain import commands as c
from domain.people import Person
from storage import home_days, people
from tests.journeys.town import MONDAY, TENANT, Town, actions, town, words


async def post(here: Town, body: Any, **more: Any) -> tuple[int, str]:
    async with here.session.post(f"{here.url}/api/messages", **({"json": body} | more)) as response:
        return response.status, await response.text()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "Skriv"),
        ("   \n ", "Skriv"),
        ("👍🏽🏠✨", "Skriv"),
        ("å" * 100_000, "lang"),
        ("<script>alert(1)</script>", ""),
        ("ja", ""),
        ("\x00\x07", "Skriv"),
    ],
)
async def test_every_message_gets_one_kind_answer(sqlite_url: str, text: str, part: str) -> None:
    async with town(sqlite_url) as here:
        before = len(here.anna.chat)
        answer = await here.anna.says(text)
        assert len(here.anna.chat) == before + 1
        assert part.lower() in answer.lower()
        assert "Fejl" not in answer
        assert "<script" not in answer


async def test_a_stranger_and_a_guest_are_told_whom_to_ask(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        stranger = here.anna.activity({"type": "message", "text": "mine dage"}) | {
            "from": {"id": "29:gæst", "name": "En Gæst", "aadObjectId": "somebody-else"},
            "conversation": {"id": "a:guest", "conversationType": "personal"},
        }
        await here.post(stranger)
        await here.post(stranger | {"id": "f:2", "from": {"id": "29:nobody", "name": "Ingen"}})
        said = [words(one) for one in here.connector.chats["a:guest"].values()]
        assert len(said) == 2
        assert all("HR" in one and "Anna" not in one for one in said)


async def test_another_tenant_is_turned_away(sqlite_url: str) -> None:
    async with town(sqlite_url, tenant_id=TENANT) as here:
        foreign = here.anna.activity({"type": "message", "text": "hej"}) | {"channelData": {"tenant": {"id": "other"}}}
        status, body = await post(here, foreign)
        assert status == 403
        assert "Anna" not in body


async def test_no_local_time_means_the_servers_clock(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        activity = here.anna.activity({"type": "message", "text": "hjemme i morgen"})
        del activity["localTimestamp"], activity["localTimezone"]
        await here.post(activity)
        assert here.anna.last


@pytest.mark.parametrize(
    ("body", "more", "status"),
    [
        (None, {"data": b"{not json", "headers": {"Content-Type": "application/json"}, "json": None}, 400),
        ([1, 2], {}, 400),
        ({"type": "message", "channelId": "msteams"}, {}, 400),
        ({"type": "message", "text": "x" * 5_000_000}, {}, 413),
    ],
)
async def test_what_is_no_activity_is_refused(sqlite_url: str, body: Any, more: dict[str, Any], status: int) -> None:
    async with town(sqlite_url, installed=False) as here:
        assert (await post(here, body, **more))[0] == status


async def test_markup_in_a_name_stays_words(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        with here.house.database.writing() as session:
            staff = [one for one in people.everybody(session) if one.id != "anna"]
            people.replace_all(session, [*staff, Person("anna", "<b>A</b> [x](http://y) **z**", leader_id="lars")])
        await here.anna.says("hjemme på torsdag")
        await here.anna.presses("Send")
        await here.lars.hears("vil gerne arbejde hjemme")
        blocks = [block["text"] for one in here.lars.chat for block in blocks_of(one, "TextBlock")]
        assert not any("http://y" in text for text in blocks)  # a TextBlock knows markdown, a run does not
        assert any("http://y" in run["text"] for one in here.lars.chat for run in blocks_of(one, "TextRun"))


def blocks_of(of: Any, kind: str) -> Iterator[dict[str, Any]]:
    if isinstance(of, dict):
        if of.get("type") == kind:
            yield of
        for value in of.values():
            yield from blocks_of(value, kind)
    elif isinstance(of, list):
        for one in of:
            yield from blocks_of(one, kind)


async def test_a_command_about_somebody_elses_employee_is_refused(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.per.says("hjemme på torsdag")
        await here.per.presses("Send")
        await here.settles()
        with here.house.database.reading() as session:
            day = home_days.from_date(session, "per", MONDAY.date())[0]
        refs = (c.DayRef(id=day.id, version=1),)
        card = next(iter(here.connector.chats[here.lars.conversation]))
        for command in (
            c.ApproveDays(days=refs),
            c.CancelDays(days=refs, cancellation_id=day.id, reason="Møde"),
            c.ProposeCancellation(employee_id="per"),
            c.WithdrawDays(days=refs),
        ):
            answer = await here.lars.presses_action(card, {"type": "Action.Execute", "data": write(command)})
            assert "Per" not in answer
        with here.house.database.reading() as session:
            assert home_days.by_ids(session, [day.id]) == [day]


async def test_a_fault_of_ours_is_told_kindly_and_changes_nothing(sqlite_url: str, caplog: Any) -> None:
    async with town(sqlite_url) as here:
        await here.anna.says("hjemme på torsdag")
        with here.house.database.writing() as session:
            session.connection().exec_driver_sql("ALTER TABLE home_day RENAME TO lost")
        answer = await here.anna.presses("Send")
        assert "Det gik galt hos mig" in answer
        with here.house.database.writing() as session:
            session.connection().exec_driver_sql("ALTER TABLE lost RENAME TO home_day")
        assert any(action.get("title") == "Send" for one in here.anna.chat for action in actions(one))
        assert "Jeg har sendt din anmodning til Lars" in await here.anna.presses("Send")
        number = answer.split(":")[-1].strip(" .")
        assert number[:4] in caplog.text


async def test_the_log_names_no_content(sqlite_url: str, caplog: Any) -> None:
    caplog.set_level(logging.DEBUG)
    secret = "min hemmelige sygdom hedder podagra"
    async with town(sqlite_url) as here:
        await here.anna.says(secret)
        await here.anna.says("hjemme på torsdag")
        await here.anna.presses("Send")
        await here.settles()
        await here.lars.says(f"aflys Annas hjemmedag på torsdag pga. {secret}")
        await post(here, here.anna.activity({"type": "message", "text": secret, "conversation": None}))
        with here.house.database.writing() as session:
            session.connection().exec_driver_sql("ALTER TABLE conversation RENAME TO lost")
        await post(here, here.anna.activity({"type": "message", "text": secret}))
    for word in ("podagra", "Anna", "Holm", "torsdag"):
        assert word not in caplog.text, word


async def test_personal_matters_stay_out_of_group_chats(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        group = {"conversation": {"id": "19:group@thread.v2", "conversationType": "groupChat", "isGroup": True}}
        await here.post(here.anna.activity({"type": "message", "text": "mine dage", **group}))
        said = [words(one) for one in here.connector.chats["19:group@thread.v2"].values()]
        assert len(said) == 1
        assert "calendar" not in said[0]
        await here.post(here.anna.activity({"type": "message", "text": "hjælp", **group}))
        assert len(here.connector.chats["19:group@thread.v2"]) == 2
