"""What changes in Entra is felt in the chat: a new leader is asked, who left frees the days, HR hears what was held."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from uuid import uuid4

from sqlalchemy import update

from bot.compose_graph import followed_people
from bot.graph.people_sync import PeopleSync
from bot.outreach.departed import days_of_who_left, things_of_who_left
from bot.outreach.leaderless import requests_to_new_leaders
from bot.outreach.people_news import held_back
from domain.directory import from_file, put_together
from domain.equipment import Item
from storage import accounts, directory, equipment, people
from storage.person_row import PERSON
from tests.fakes.graph_directory import FakeDirectory
from tests.journeys.test_main_job import asked, states, told
from tests.journeys.test_overdue import rounds_at
from tests.journeys.town import MONDAY, STAFF, Town, town

LISTED = ("hanne", "mette")  # in the file still; everybody else is known from Graph only


def settle_in(graph: FakeDirectory) -> None:
    for one in STAFF:
        graph.change(one.id, displayName=one.name, mail=one.email, department=one.department, manager=one.leader_id)


@asynccontextmanager
async def following(database_url: str) -> AsyncIterator[tuple[Town, FakeDirectory, PeopleSync]]:
    """A town whose people come from Graph, but for Hanne and Mette."""
    async with FakeDirectory() as graph, town(database_url, graph_url=graph.url, outlook=False) as here:
        settle_in(graph)
        chosen = here.house.settings.model_copy(update={"people_minutes": 30})
        sync = followed_people(chosen, here.house.database, here.house.engine)
        assert sync is not None
        await sync.open()
        await sync.run()
        with here.house.database.writing() as session:
            listed = [from_file(one) for one in STAFF if one.id in LISTED]
            directory.put(session, put_together(listed, accounts.everybody(session)).people)
        yield here, graph, sync
        await sync.stop()
        assert graph.refused == []


async def test_a_new_manager_is_asked_and_who_is_gone_frees_the_days(database_url: str) -> None:
    async with following(database_url) as (here, graph, sync):
        await asked(here)
        assert told(here.lars, "Anna Holm vil gerne") == 1
        graph.change("anna", manager="ole", department="Plan")
        assert (await sync.run()).report.changed == 1
        await rounds_at(here, MONDAY + timedelta(minutes=20), (requests_to_new_leaders,))
        assert told(here.ole, "Anna Holm vil gerne") == 1
        await here.ole.presses("Godkend")
        assert states(here, "anna") == ["approved"]
        with here.house.database.writing() as session:
            equipment.add(session, Item(uuid4(), "anna", "Skærm", date(2026, 11, 1), "lars"))
        graph.change("anna", accountEnabled=False)
        assert (await sync.run()).report.removed == 1
        with here.house.database.writing() as session:  # an hour is let pass before anything is freed
            session.connection().execute(update(PERSON).where(PERSON.c.id == "anna").values(left_at=MONDAY))
        await rounds_at(here, MONDAY + timedelta(minutes=70), (days_of_who_left, things_of_who_left))
        assert states(here, "anna") == ["withdrawn"]
        assert told(here.ole, "Anna Holm arbejder her ikke længere") == 1
        assert told(here.hanne, "Skærm") == 1
        before = here.anna.chat
        assert "hjemme" not in await here.anna.says("hjemme på fredag")
        assert states(here, "anna") == ["withdrawn"]
        assert len(here.anna.chat) <= len(before) + 1


async def test_hr_hears_once_a_day_that_the_people_were_not_updated(sqlite_url: str) -> None:
    async with following(sqlite_url) as (here, graph, sync):
        for gone in ("anna", "bo", "eva", "dorte", "per", "ole"):
            graph.delete(gone)
        for _ in range(2):
            assert (await sync.run()).refused is not None
        await here.hanne.hears("Ifølge Microsoft ville 6 af 9 medarbejdere være fratrådt")
        await here.settles()
        assert told(here.hanne, "Listen over medarbejdere er ikke opdateret") == 1
        assert told(here.mette, "Listen over medarbejdere") == 0
        assert "Skal jeg spørge Lars" in await here.anna.says("hjemme på torsdag")  # nobody lost anything
        assert (await sync.run(yes=True)).report.removed == 6
        with here.house.database.writing() as session:
            here.house.engine.leave(session, list(held_back(session, date(2026, 12, 24))))
        await here.settles()
        assert told(here.hanne, "Listen over medarbejdere er ikke opdateret") == 1  # it was carried out since


async def test_the_house_reads_the_people_by_itself(sqlite_url: str) -> None:
    async with FakeDirectory() as graph:
        settle_in(graph)
        graph.change("ny", displayName="Ny Nielsen", manager="lars")
        async with town(sqlite_url, graph_url=graph.url, outlook=False, people_minutes=30) as here:
            for _ in range(300):
                with here.house.database.reading() as session:
                    found = people.find(session, "ny")
                if found is not None:
                    break
                await asyncio.sleep(0.02)
            assert found is not None
            assert found.leader_id == "lars"
    assert graph.refused == []
