"""Who left: days are freed and the leader told, notices stop, what is out is brought up and can still be settled."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import update

from bot.outreach.departed import days_of_who_left, things_of_who_left
from bot.outreach.leaderless import requests_to_new_leaders
from bot.outreach.overdue import unseen_cancellations
from domain.calendars import FeedScope
from domain.deeds import Deed
from domain.equipment import Item
from domain.notices import Notice, NoticeKind
from domain.people import Person
from storage import audit, calendar_entries, equipment, feeds, home_days, people
from storage.person_row import PERSON
from tests.journeys.test_main_job import asked, states, told
from tests.journeys.test_overdue import rounds_at
from tests.journeys.town import MONDAY, STAFF, Town, town

LEFT = (days_of_who_left, things_of_who_left, unseen_cancellations, requests_to_new_leaders)


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Town]:
    async with town(sqlite_url) as one:
        yield one


def directory(here: Town, *staff: Person, left_at: datetime = MONDAY) -> None:
    """Import the directory anew; who is not in it left at that moment."""
    with here.house.database.writing() as session:
        people.replace_all(session, staff)
        gone = update(PERSON).where(PERSON.c.left_at.is_not(None)).values(left_at=left_at)
        session.connection().execute(gone)


def without(person_id: str) -> list[Person]:
    return [one for one in STAFF if one.id != person_id]


async def approved_and_asked(here: Town) -> None:
    await asked(here)
    await here.lars.presses("Godkend")
    await here.settles()
    await asked(here, what="hjemme på fredag")
    await here.settles()


async def test_days_are_freed_after_an_hour_and_the_leader_is_told_once(database_url: str) -> None:
    async with town(database_url) as here:
        await approved_and_asked(here)
        directory(here, *without("anna"))
        await rounds_at(here, MONDAY + timedelta(minutes=50), LEFT)
        assert sorted(states(here, "anna")) == ["approved", "asked"]  # a wrong file can still be put right
        await rounds_at(here, MONDAY + timedelta(minutes=70), LEFT)
        assert states(here, "anna") == ["withdrawn", "withdrawn"]
        assert told(here.lars, "Anna Holm arbejder her ikke længere") == 2  # one for each request
        assert not here.lars.has("Godkend")  # the card that still asked was drawn anew
        assert told(here.hanne, "Anna Holm") == 0
        with here.house.database.reading() as session:
            (line,) = [one for one in audit.read(session, audit.Wanted(), 20) if one.deed == Deed.WITHDRAWN]
            assert (line.by_id or "", line.whom_id) == ("", "anna")


async def test_who_is_back_within_the_hour_has_lost_nothing(here: Town) -> None:
    await approved_and_asked(here)
    directory(here, *without("anna"))
    directory(here, *STAFF)
    await rounds_at(here, MONDAY + timedelta(minutes=70), LEFT)
    assert sorted(states(here, "anna")) == ["approved", "asked"]


async def test_outlook_is_asked_to_forget_the_freed_days(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await approved_and_asked(here)
        with here.house.database.writing() as session:
            for day in home_days.from_date(session, "anna", MONDAY.date()):
                calendar_entries.follow(session, day)
        directory(here, *without("anna"))
        await rounds_at(here, MONDAY + timedelta(minutes=70), LEFT)
        with here.house.database.reading() as session:
            entries = session.connection().execute(calendar_entries.ENTRY.select()).all()
            assert not any(one.wanted for one in entries)


async def test_notices_stop_and_the_calendar_address_closes(here: Town) -> None:
    await approved_and_asked(here)
    with here.house.database.writing() as session:
        token = feeds.renew(session, "anna", FeedScope.OWN, MONDAY)
    directory(here, *without("anna"))
    before = len(here.anna.chat)
    with here.house.database.writing() as session:
        here.house.engine.leave(session, [Notice(NoticeKind.DIGEST, "anna", uuid4(), "2026-11-23")])
        days = home_days.from_date(session, "anna", MONDAY.date())
        told_of = Notice(NoticeKind.DECISION, "anna", days[0].request_id, f"{days[0].id.hex}.9")
        here.house.engine.leave(session, [told_of])
    await here.settles()
    assert len(here.anna.chat) == before
    async with here.session.get(f"{here.url}/calendar/{token}.ics") as response:
        assert response.status == 404


async def test_what_is_out_is_brought_up_with_leader_and_hr_and_can_be_settled(here: Town) -> None:
    with here.house.database.writing() as session:
        equipment.add(session, Item(uuid4(), "anna", "Skærm 27", MONDAY.date(), "lars"))
        equipment.add(session, Item(uuid4(), "anna", "Kontorstol", MONDAY.date(), "lars"))
    directory(here, *without("anna"))
    await rounds_at(here, MONDAY + timedelta(minutes=70), LEFT)
    for someone in (here.lars, here.hanne):
        assert "Skærm 27" in await someone.hears("Anna Holm fratræder")
        assert told(someone, "Anna Holm fratræder") == 1
    assert "afleveret" in await here.lars.presses("Den er kommet tilbage")
    assert "Kontorstol" in await here.hanne.says("fratrædelse Anna Holm")
    assert "restværdi 100 kr." in await here.hanne.presses("Notér værdien", kroner="100")
    assert "Kvittering for Anna Holm" in await here.hanne.presses("Den er købt")
    assert "kun" in await here.bo.says("fratrædelse Anna Holm")


async def test_hr_still_reads_and_fetches_what_is_kept(here: Town) -> None:
    directory(here, *without("anna"))
    await here.hanne.says("udlever data om Anna Holm")
    assert "Her er alt, der er gemt om Anna Holm" in here.hanne.last
    assert "Anna Holm" in await here.hanne.says("revisionsspor Anna Holm")


async def test_when_the_leader_leaves_hr_hears_of_what_waits_and_the_next_one_gets_it(here: Town) -> None:
    await asked(here)
    orphaned = [replace(one, leader_id=None) if one.leader_id == "lars" else one for one in without("lars")]
    directory(here, *orphaned)
    await rounds_at(here, MONDAY + timedelta(minutes=10), LEFT)
    assert told(here.hanne, "Anna Holm har ingen leder i registret") == 1
    directory(here, *[replace(one, leader_id="ole") if one.id == "anna" else one for one in orphaned])
    await rounds_at(here, MONDAY + timedelta(minutes=20), LEFT)
    assert told(here.ole, "Anna Holm vil gerne") == 1
    await here.ole.presses("Godkend")
    assert states(here, "anna") == ["approved"]
