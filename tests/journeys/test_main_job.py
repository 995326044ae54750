"""The main job on the wire: asked, approved, cancelled, seen; and everything twice, late, or by somebody else."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from bot.minds import now_here
from cards.buttons import write
from domain import commands as c
from domain.calendars import FeedScope
from domain.home_days import HomeDay
from storage import feeds, home_days, people
from tests.journeys.town import MONDAY, Someone, Town, town, words

THURSDAY = "torsdag den 26. november"
REASON = "Akut personalemøde om budgettet."
PASSAGE = "Ledelsen kan til enhver tid og med kort varsel annullere"


def days_of(here: Town, person_id: str) -> list[HomeDay]:
    with here.house.database.reading() as session:
        return home_days.from_date(session, person_id, MONDAY.date() - timedelta(days=30))


def states(here: Town, person_id: str) -> list[str]:
    return [day.status.value for day in days_of(here, person_id)]


async def feed_of(here: Town, person_id: str) -> str:
    with here.house.database.writing() as session:
        token = feeds.renew(session, person_id, FeedScope.OWN, now_here())
    async with here.session.get(f"{here.url}/calendar/{token}.ics") as response:
        assert response.status == 200
        return (await response.text()).replace("\r\n", "\n")


def told(someone: Someone, part: str) -> int:
    return sum(part.lower() in words(one).lower() for one in someone.chat)


async def asked(here: Town, who: str = "anna", what: str = "hjemme på torsdag") -> None:
    await here.people[who].says(what)
    await here.people[who].presses("Send")
    await here.settles()


async def test_policy_in_its_own_words(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        said = await here.anna.says("hvor langt skal der være til skærmen?")
        assert "mellem 50 og 70 cm" in said
        assert "Krav til hjemmearbejdspladsen" in said
        assert "side 8" in said


@pytest.mark.postgres
async def test_a_day_is_asked_for_approved_cancelled_and_seen(database_url: str) -> None:
    async with town(database_url) as here:
        anna, lars = here.anna, here.lars
        assert THURSDAY in await anna.says("jeg vil gerne arbejde hjemme på torsdag")
        assert states(here, "anna") == []  # nothing is stored before she says so
        assert "Jeg har sendt din anmodning til Lars" in await anna.presses("Send")
        assert states(here, "anna") == ["asked"]

        assert "Anna Holm" in await lars.hears(THURSDAY)
        assert "Godkendt af Lars" in await lars.presses("Godkend")
        await here.settles()
        assert told(anna, f"Lars har sagt ja til {THURSDAY}") == 2  # her card changed in place, and she was told
        assert "DTSTART;VALUE=DATE:20261126" in await feed_of(here, "anna")

        assert PASSAGE in await lars.says("aflys Annas hjemmedag på torsdag")
        assert "Anna har ikke set det endnu" in await lars.presses("Aflys dagen", reason=REASON)
        heard = await anna.hears(f'aflyst af Lars: "{REASON}" Du skal møde på arbejdspladsen. Politikken siger')
        assert PASSAGE in heard
        assert states(here, "anna") == ["cancelled"]
        assert "20261126" not in await feed_of(here, "anna")

        await anna.presses("Set")
        await here.settles()
        assert told(lars, "Anna har set det") == 1


async def test_the_same_by_words_alone(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.anna.says("jeg vil gerne arbejde hjemme på torsdag")
        assert "Jeg har sendt din anmodning til Lars" in await here.anna.says("ja")
        await here.lars.hears(THURSDAY)
        await here.settles()
        assert "Godkendt af Lars" in await here.lars.says("godkend")
        await here.anna.hears("har sagt ja")
        await here.lars.says(f"aflys Annas hjemmedag på torsdag pga. {REASON}")
        assert "Anna har ikke set det endnu" in await here.lars.says("ja")
        await here.anna.hears(REASON.rstrip("."))
        await here.settles()
        await here.anna.says("set")
        await here.settles()
        assert told(here.lars, "Anna har set det") == 1


async def test_old_clients_press_with_action_submit(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.anna.says("hjemme på torsdag")
        assert "Jeg har sendt din anmodning til Lars" in await here.anna.submits("Send")
        await here.lars.hears(THURSDAY)
        assert "Godkendt af Lars" in await here.lars.submits("Godkend")
        assert states(here, "anna") == ["approved"]


async def test_what_is_pressed_twice_is_told_once(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        anna, lars = here.anna, here.lars
        await anna.says("hjemme på torsdag")
        sent = anna.button("Send")
        assert await anna.presses_action(*sent) == await anna.presses_action(*sent)
        await lars.hears(THURSDAY)
        approve = lars.button("Godkend")
        assert await lars.presses_action(*approve) == await lars.presses_action(*approve)
        await here.settles()
        assert told(anna, "Lars har svaret") == 1
        assert told(lars, "Anna Holm vil gerne") == 1
        cancel = lars.button("Aflys nu")
        once = await lars.presses_action(*cancel, reason=REASON)
        assert await lars.presses_action(*cancel, reason=REASON) == once
        await here.settles()
        assert told(anna, PASSAGE) == 1


async def test_an_old_card_shows_the_day_as_it_stands_now(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here)
        approve = here.lars.button("Godkend")
        await here.anna.presses("Ja, aflys")
        await here.settles()
        assert "Her er den, som den står nu" in await here.lars.presses_action(*approve)
        assert states(here, "anna") == ["withdrawn"]
        assert told(here.lars, "Anna") >= 2  # she was asked about, and he was told that she gave it up


async def test_two_who_decide_at_once_end_with_one_decision(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here)
        card_id, approve = here.lars.button("Godkend")
        ref = approve["data"]["hjemmebot"]["command"]["days"][0]
        decline = {"type": "Action.Execute", "data": write(c.DeclineDays(days=(c.DayRef.model_validate(ref),)))}
        here.connector.chats[here.dorte.conversation][card_id] = {}
        await asyncio.gather(here.lars.presses_action(card_id, approve), here.dorte.presses_action(card_id, decline))
        await here.settles()
        assert states(here, "anna")[0] in ("approved", "declined")
        assert days_of(here, "anna")[0].version == 2
        assert told(here.anna, "har svaret") == 1


async def test_a_card_pressed_after_the_day_changes_nothing(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here)
        here.lars.now = MONDAY + timedelta(days=4)
        await here.lars.presses("Godkend")
        assert states(here, "anna") == ["asked"]


async def test_cancelling_without_a_reason_asks_for_one(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here)
        await here.lars.presses("Godkend")
        await here.lars.says("aflys Annas hjemmedag på torsdag")
        await here.lars.presses("Aflys dagen", reason="   ")
        assert states(here, "anna") == ["approved"]
        await here.lars.presses("Aflys dagen", reason=REASON)
        assert states(here, "anna") == ["cancelled"]


@pytest.mark.parametrize("who", ["bo", "anna", "ole", "hanne"])
async def test_nobody_else_decides_whatever_the_card_says(sqlite_url: str, who: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here)
        other = here.people[who]
        card_id, action = here.lars.button("Godkend")
        here.connector.chats[other.conversation][card_id] = {}
        answer = await other.presses_action(card_id, action)
        assert "Holm" not in answer or who == "anna"
        assert states(here, "anna") == ["asked"]


async def test_data_edited_by_hand_does_nothing(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here)
        card_id, action = here.lars.button("Godkend")
        for data in (
            {},
            {"hjemmebot": "x"},
            {"hjemmebot": {"v": 1, "command": {"kind": "approve_days", "days": [{"id": "1", "version": 1}]}}},
            {"hjemmebot": {"v": 1, "command": {"kind": "make_me_king"}}},
            write(c.ApproveDays(days=(c.DayRef(id=uuid4(), version=1),))),
            write(c.MarkDays(request_id=uuid4(), days=(c.Wanted(on=MONDAY.date() - timedelta(days=7)),))),
        ):
            before = len(here.lars.chat)
            await here.lars.presses_action(card_id, action | {"data": data})
            assert len(here.lars.chat) == before + 1  # a kind word below; the card keeps its buttons
        assert here.lars.has("Godkend")
        assert states(here, "anna") == ["asked"]
        assert states(here, "lars") == []


async def test_english_for_whoever_speaks_english(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        assert "Thursday 26 November" in await here.eva.says("I'd like to work from home on Thursday")
        await here.eva.presses("Send")
        assert "Eva Smith vil gerne arbejde hjemme" in await here.lars.hears(THURSDAY)
        await here.lars.presses("Godkend")
        await here.eva.hears("Thursday 26 November. The day is in your calendar")


async def test_a_leaders_own_day_goes_to_the_leader_above(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here, "lars")
        assert "Lars Vestergaard" in await here.mette.hears(THURSDAY)
        assert told(here.lars, "Godkend") == 0


async def test_somebody_without_a_leader_is_told_so(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        assert "leder" in (await here.mette.says("hjemme på torsdag")).lower()
        assert states(here, "mette") == []


async def test_whoever_was_never_met_is_met(sqlite_url: str) -> None:
    """Lars has never written and no install event came: his chat is opened by his Entra id."""
    async with town(sqlite_url, installed=False) as here:
        await here.anna.says("hjemme på torsdag")
        await here.anna.presses("Send")
        await here.lars.hears(THURSDAY)
        assert here.connector.opened[0]["members"] == [{"id": "lars"}]


async def test_the_welcome_comes_once(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        for _ in range(2):
            await here.anna.installs()
        await here.anna.says("hej")
        assert told(here.anna, "Svarene er automatiske") == 1
    async with town(sqlite_url) as here:
        await here.anna.says("hej")
        assert told(here.anna, "Svarene er automatiske") == 0


async def test_a_message_delivered_twice_is_handled_once_also_over_a_restart(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        message = here.anna.activity({"type": "message", "text": "hej", "textFormat": "plain"})
        for _ in range(2):
            await here.post(message)
        assert len(here.anna.chat) == 2  # the welcome and one answer
    async with town(sqlite_url, installed=False) as again:
        await again.post(replaced(message, again))
        assert again.anna.chat == []


def replaced(message: dict[str, object], here: Town) -> dict[str, object]:
    return {**message, "serviceUrl": here.connector.url}


async def test_moving_a_day_gives_up_the_old_one(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here)
        assert "Torsdag den 26. november bliver aflyst samtidig" in await here.anna.says("flyt torsdag til fredag")
        assert states(here, "anna") == ["asked"]
        await here.anna.says("ja")
        assert states(here, "anna") == ["withdrawn", "asked"]
        await here.lars.hears("fredag den 27. november")


async def test_morning_and_afternoon_are_a_whole_day(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.anna.says("hjemme på torsdag formiddag")
        await here.anna.says("også torsdag eftermiddag")
        await here.anna.says("ja")
        assert [(day.on.day, day.half) for day in days_of(here, "anna")] == [(26, None)]


async def test_answering_one_on_the_list_leaves_the_others(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here)
        await asked(here, "bo", "hjemme på fredag")
        assert "2 anmodninger venter" in await here.lars.says("hvem venter på svar?")
        left = await here.lars.presses("Godkend")
        assert "Anna Holm" in left
        assert "Bo Skov" in left
        assert sorted(states(here, "anna") + states(here, "bo")) == ["approved", "asked"]


async def test_a_day_that_has_passed_does_not_hold_up_the_rest(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here, "anna", "hjemme tirsdag den 24. og onsdag den 25. november")
        here.lars.now = MONDAY + timedelta(days=2)
        await here.lars.presses("Godkend alle")
        assert states(here, "anna") == ["asked", "approved"]


async def test_whoever_left_never_drops_out_of_the_question(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asked(here)
        await asked(here, "per")
        refs = tuple(c.DayRef(id=days_of(here, one)[0].id, version=1) for one in ("anna", "per"))
        with here.house.database.writing() as session:
            people.replace_all(session, [one for one in people.everybody(session) if one.id != "per"])
        card_id, _ = here.lars.button("Godkend")
        await here.lars.presses_action(card_id, {"type": "Action.Execute", "data": write(c.ApproveDays(days=refs))})
        assert states(here, "anna") == states(here, "per") == ["asked"]
