"""Somebody whom Teams knows and we do not, a guest among them: a kind answer, nothing personal, a line for HR."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from bot.outreach.strangers import unknown_people
from cards import buttons
from domain.access import OPEN_TO_ALL
from domain.frames import LocalFrame
from domain.people import Person
from domain.questions import HrAnswer, Scope
from storage import conversations, counts, frames, people, questions, strangers
from storage.tables import METADATA
from tests.domain.access_cases import KINDS, sample
from tests.journeys.test_main_job import asked, told
from tests.journeys.test_overdue import rounds_at
from tests.journeys.town import MONDAY, STAFF, Someone, Town, actions, town, words

KIND_WORDS = "Jeg kender dig ikke endnu"
MORNING = MONDAY.replace(hour=8) + timedelta(days=1)
NOTED = {"conversation", "daily_count", "stranger"}  # the counts name nobody


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Town]:
    async with town(sqlite_url) as one:
        yield one


def newcomer(here: Town, person_id: str = "kim", name: str = "Kim Ny") -> Someone:
    here.people[person_id] = Someone(here, person_id, name)
    return here.people[person_id]


def rows(here: Town) -> dict[str, list[Any]]:
    """Return all rows of all tables but what is noted of strangers."""
    with here.house.database.reading() as session:
        return {
            name: [tuple(row) for row in session.connection().execute(table.select())]
            for name, table in METADATA.tables.items()
            if name not in NOTED
        }


async def test_a_kind_answer_and_in_the_morning_one_line_for_hr(here: Town) -> None:
    kim = newcomer(here)
    said = await kim.says("hjemme på torsdag")
    assert KIND_WORDS in said
    assert "HR og Personale føje dig til" in said
    await kim.says("Jeg er syg og hemmelig")
    await rounds_at(here, MORNING, [unknown_people])
    await rounds_at(here, MORNING + timedelta(minutes=1), [unknown_people])
    line = await here.hanne.hears("Kim Ny")
    assert "kim" in line.split()
    assert "hemmelig" not in line
    assert told(here.hanne, "Kim Ny") == 1
    assert told(here.lars, "Kim Ny") == 0
    await rounds_at(here, MORNING + timedelta(days=1), [unknown_people])
    assert told(here.hanne, "Kim Ny") == 1  # nobody new
    await newcomer(here, "bea", "Bea Gæst").says("hej")
    await rounds_at(here, MORNING + timedelta(days=2), [unknown_people])
    assert "Kim Ny" in await here.hanne.hears("Bea Gæst")


async def test_who_is_imported_is_known_and_forgotten_as_a_stranger(here: Town) -> None:
    kim = newcomer(here)
    await kim.says("hej")
    with here.house.database.writing() as session:
        people.replace_all(session, [*STAFF, Person("kim", "Kim Ny", leader_id="lars")])
        assert strangers.everybody(session) == []
    await rounds_at(here, MORNING, [unknown_people])
    assert told(here.hanne, "Kim Ny") == 0
    assert KIND_WORDS not in await kim.says("hjemme på torsdag")
    with here.house.database.reading() as session:
        assert session.connection().execute(strangers.STRANGER.select()).all() == []


async def test_names_are_forgotten_after_two_weeks_and_never_more_than_so_many_kept(here: Town) -> None:
    with here.house.database.writing() as session:
        for number in range(strangers.MOST + 5):
            strangers.note(session, f"x{number}", "<b>**En**</b>" * 40, MONDAY)
        assert len(strangers.everybody(session)) == strangers.MOST
    await rounds_at(here, MORNING, [unknown_people])
    assert "500 personer" in await here.hanne.hears("Og 480 mere")
    await rounds_at(here, MORNING + timedelta(days=15), [unknown_people])
    with here.house.database.reading() as session:
        assert strangers.everybody(session) == []


async def test_no_button_but_those_of_the_policy_does_anything_for_a_guest(here: Town) -> None:
    await asked(here)
    guest = newcomer(here, "guest", "En Gæst")
    await guest.says("hej")
    before, heard = rows(here), len(guest.chat)
    closed = [kind for kind in KINDS if kind not in OPEN_TO_ALL]
    for kind in closed:
        for full in (False, True):
            await pressed(here, guest, buttons.write(sample(kind, full=full)))
    assert rows(here) == before
    new = guest.chat[heard:]
    assert len(new) == 2 * len(closed)
    assert {words(one) for one in new} == {words(guest.chat[heard - 1])}
    for kind in OPEN_TO_ALL:
        for full in (False, True):
            await pressed(here, guest, buttons.write(sample(kind, full=full)))
    assert rows(here) == before
    assert "Anna" not in str(guest.chat)


async def pressed(here: Town, guest: Someone, data: dict[str, Any]) -> None:
    action = {"type": "Action.Execute", "data": data}
    value = {"name": "adaptiveCard/action", "type": "invoke", "value": {"action": action}, "replyToId": "f:card"}
    await here.post(guest.activity(value))


async def test_words_about_others_bring_a_guest_nothing(here: Town) -> None:
    await asked(here)
    guest = newcomer(here, "guest", "En Gæst")
    for said in ("hvem er hjemme på torsdag?", "teamet i denne uge", "hvad ved du om mig?", "slet alt om Anna Holm"):
        told_guest = await guest.says(said)
        assert KIND_WORDS in told_guest
        assert "Anna" not in told_guest


async def test_who_left_is_a_stranger_too(here: Town) -> None:
    with here.house.database.writing() as session:
        people.replace_all(session, [replace(one) for one in STAFF if one.id != "anna"])
    assert KIND_WORDS in await here.anna.says("mine dage")
    await rounds_at(here, MORNING, [unknown_people])
    assert told(here.hanne, "Anna Holm") == 1


async def test_a_guest_asks_the_policy_and_leaves_nothing_behind(here: Town) -> None:
    with here.house.database.writing() as session:
        frames.add(session, LocalFrame("lars", 1, MONDAY, MONDAY.date(), hours="Kl. 9-14"))
    guest = newcomer(here, "guest", "En Gæst")
    before = rows(here)
    assert "Mente du" in await guest.says("hvem betaler for en stol?")
    told_guest = await guest.presses("Vis 1")
    assert "side" in told_guest
    assert {one["title"] for one in actions(guest.chat[-1])} <= {"Det hjalp", "Det hjalp ikke", "Se også"}
    await guest.presses("Det hjalp")
    assert KIND_WORDS not in await guest.says("tak")
    assert KIND_WORDS not in await guest.says("må jeg få en flamingo med på kontoret?")
    assert not guest.has("Send til HR")
    assert rows(here) == before
    with here.house.database.reading() as session:
        assert strangers.everybody(session) == []  # whoever only asks is nobody's business
        chat = conversations.find(session, guest.conversation)
        assert chat is not None
        assert (chat.person_id, chat.state, chat.conversation.user_id) == ("", {}, "")
        assert counts.totals(session)["turn.Answer"] == 1


async def test_what_is_offered_to_whoever_works_here_is_not_to_a_guest(here: Town) -> None:
    guest = newcomer(here, "guest", "En Gæst")
    for who in (here.anna, guest):
        await who.says("hvem betaler for en stol?")
        await who.presses("Vis 1")
    of_anna, of_guest = ({one["title"] for one in actions(who.chat[-1])} for who in (here.anna, guest))
    assert of_anna - of_guest == {"Se udstyr"}
    await here.anna.says("må jeg få en flamingo med på kontoret?")
    heard = len(guest.chat)
    for title in ("Se udstyr", "Send til HR"):
        await pressed(here, guest, here.anna.button(title)[1]["data"])
    assert all(KIND_WORDS in words(one) for one in guest.chat[heard:])
    assert len(guest.chat) == heard + 2


async def test_what_hr_answered_for_who_works_here_is_not_told_to_a_guest(here: Town) -> None:
    answer = HrAnswer(uuid4(), "må jeg få en flamingo med?", "Ja, om fredagen.", Scope.ALL, "hanne", MONDAY)
    with here.house.database.writing() as session:
        questions.add_answer(session, answer)
    assert "om fredagen" in await here.anna.says("må jeg få en flamingo med?")
    assert "om fredagen" not in await newcomer(here, "guest", "En Gæst").says("må jeg få en flamingo med?")


async def test_in_english_and_where_it_is_too_long(here: Town) -> None:
    guest = newcomer(here, "guest", "A Guest")
    assert "You can still ask me what the policy says" in await guest.says("hi", locale="en-GB")
    assert "at most" in await guest.says("chair " * 1000, locale="en-GB")
    assert "The policy does not say" in await guest.says("may I bring a flamingo?", locale="en-GB")
