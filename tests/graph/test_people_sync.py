"""The people of a tenant come into the directory, whole or by what changed, and never half."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from bot.chat import TryLater
from bot.graph.client import GraphClient
from bot.graph.directory import GraphDirectory, NotAllowed
from bot.graph.people_sync import Busy, PeopleSync
from domain.directory import from_file, put_together
from domain.people import Language, Person, Role
from storage import accounts, directory, graph_sync, people
from storage.database import Database
from storage.directory import ImportReport
from tests.fakes.graph_directory import FakeDirectory
from tests.graph.test_calendar import NoToken

HR_GROUP = "0e4d4f5a-9c0c-4a39-8f0e-6a55b6a3c1d2"
PEOPLE_GROUP = "7b1f0c52-3a64-4d0e-9b1d-2f8f6f2d9c11"
NOTHING = ImportReport(0, 0, 0)


class Waited:
    """Waits for no time, and remembers for how long it would have."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@asynccontextmanager
async def syncing(
    database: Database, *, page: int = 2, wait: Callable[[float], Awaitable[object]] | None = None, group: str = ""
) -> AsyncIterator[tuple[PeopleSync, FakeDirectory, Waited]]:
    waited = Waited()
    async with FakeDirectory(page) as graph:
        client = GraphClient(graph.url, NoToken(), timeout=20)
        sync = PeopleSync(database, GraphDirectory(client, HR_GROUP, wait or waited, group), timedelta(minutes=30))
        await sync.open()
        try:
            yield sync, graph, waited
        finally:
            await sync.stop()
            assert graph.refused == []


def move_in(graph: FakeDirectory) -> None:
    """Lars leads Anna and Bo, Hanne is HR; a guest and a closed account stand beside them."""
    graph.change("anna", displayName="Anna Holm", mail="anna@n.dk", department="Drift", manager="lars")
    graph.change("BO", displayName="Bo Skov", userPrincipalName="bo@n.dk", preferredLanguage="en-GB", manager="LARS")
    graph.change("lars", displayName="Lars Bo", officeLocation="Rådhuset", preferredLanguage="da-DK", manager="guest")
    graph.change("hanne", displayName="Hanne Vang")
    graph.change("guest", displayName="Gæst", userType="Guest")
    graph.change("room", displayName="Mødelokale 2", accountEnabled=False)
    graph.groups[HR_GROUP] = ["guest", "HANNE", "elsewhere"]


def here(database: Database) -> dict[str, Person]:
    with database.reading() as session:
        return {one.id: one for one in people.everybody(session)}


def imported(database: Database, *listed: Person) -> None:
    """Do what import-people does with a file of these."""
    with database.writing() as session:
        together = put_together(map(from_file, listed), accounts.everybody(session))
        directory.put(session, together.people)


async def test_all_pages_make_the_directory_without_guests_and_closed_accounts(database: Database) -> None:
    async with syncing(database) as (sync, graph, _):
        move_in(graph)
        done = await sync.run()
        assert (done.report, done.whole, done.directory.outside) == (ImportReport(4, 0, 0), True, 1)
        assert here(database) == {
            "anna": Person("anna", "Anna Holm", "anna@n.dk", "lars", department="Drift"),
            "bo": Person("bo", "Bo Skov", "bo@n.dk", "lars", language=Language.ENGLISH),
            "lars": Person("lars", "Lars Bo", workplace="Rådhuset"),
            "hanne": Person("hanne", "Hanne Vang", roles=frozenset({Role.HR})),
        }
        assert sum("users/delta" in one for one in graph.requests) == 3


async def test_afterwards_only_what_changed_is_asked_for(database: Database) -> None:
    async with syncing(database) as (sync, graph, _):
        move_in(graph)
        await sync.run()
        assert (await sync.run()).report == NOTHING
        graph.change("anna", manager="hanne", department=None)
        graph.change("bo2", displayName="Bo To")
        graph.delete("hanne")
        graph.change("lars", accountEnabled=False)
        graph.requests.clear()
        done = await sync.run()
        assert (done.whole, done.report) == (False, ImportReport(1, 2, 2))
        assert here(database).keys() == {"anna", "bo", "bo2"}
        assert here(database)["anna"] == Person("anna", "Anna Holm", "anna@n.dk")
        assert all("token=" in one or "/groups/" in one or one.startswith("/v1.0/users/bo2/") for one in graph.requests)
        graph.change("lars", accountEnabled=True, manager=None)
        await sync.run()
        assert here(database)["bo"].leader_id == "lars"  # the link was kept, and holds again


async def test_of_closed_accounts_nothing_is_kept_and_who_comes_back_has_their_manager(database: Database) -> None:
    async with syncing(database) as (sync, graph, waited):
        move_in(graph)
        await sync.run()
        graph.change("anna", accountEnabled=False)
        graph.change("hanne", accountEnabled=False)
        await sync.run()
        with database.reading() as session:
            assert [one.id for one in accounts.everybody(session)] == ["bo", "lars"]
        graph.change("anna", accountEnabled=True)
        graph.change("hanne", accountEnabled=True)
        graph.answer_next(429, after="3", kind=3)
        await sync.run()
        assert (here(database)["anna"].leader_id, here(database)["hanne"].leader_id) == ("lars", None)
        assert waited.seconds == [3.0]
        assert sum("/manager" in one for one in graph.requests) == 3


async def test_a_link_that_is_too_old_begins_anew_and_whoever_vanished_meanwhile_is_gone(database: Database) -> None:
    async with syncing(database) as (sync, graph, _):
        move_in(graph)
        await sync.run()
        graph.forget("BO")
        done = await sync.run()
        assert (done.whole, done.report) == (True, ImportReport(0, 0, 1))
        assert "bo" not in here(database)


async def test_throttled_it_waits_as_long_as_it_is_told(database: Database) -> None:
    async with syncing(database) as (sync, graph, waited):
        move_in(graph)
        graph.answer_next(429, 2, after="7", kind=3)
        assert (await sync.run()).report.added == 4
        assert waited.seconds == [7.0, 7.0]


@pytest.mark.parametrize("status", [503, 500, 429])
async def test_a_fall_in_the_middle_stores_nothing_and_the_next_run_does_all(database: Database, status: int) -> None:
    async with syncing(database) as (sync, graph, waited):
        move_in(graph)
        graph.answer_next(status, 8, kind=3)
        with pytest.raises(TryLater):
            await sync.run()
        assert here(database) == {}
        with database.reading() as session:
            assert accounts.everybody(session) == []
        assert len(waited.seconds) == 7
        assert (await sync.run()).report.added == 4
        graph.change("anna", department="Byg")
        graph.answer_next(status, 8, kind=2)
        with pytest.raises(TryLater):
            await sync.run()
        assert here(database)["anna"].department == "Drift"
        assert (await sync.run()).report == ImportReport(0, 1, 0)


async def test_what_is_not_allowed_is_said_at_once(database: Database) -> None:
    async with syncing(database) as (sync, graph, waited):
        move_in(graph)
        graph.answer_next(403)
        with pytest.raises(NotAllowed, match="group: 403"):
            await sync.run()
        graph.groups.clear()
        with pytest.raises(NotAllowed, match="group: 404"):
            await sync.run()  # nobody would be HR: rather nothing
        assert (waited.seconds, here(database)) == ([], {})


async def test_the_token_goes_to_graph_alone(database: Database) -> None:
    async with syncing(database) as (sync, graph, _):
        move_in(graph)
        graph.link_host = "http://127.0.0.1:9"
        with pytest.raises(TryLater):
            await sync.run()
        assert here(database) == {}


async def test_the_file_wins_and_whoever_it_named_stays(database: Database) -> None:
    async with syncing(database) as (sync, graph, _):
        move_in(graph)
        imported(database, Person("anna", "Anna H.", deputy_id="ib", department="Byg"), Person("ib", "Ib"))
        done = await sync.run()
        assert done.report == ImportReport(3, 1, 0)
        assert here(database)["anna"] == Person("anna", "Anna H.", "anna@n.dk", "lars", "ib", "Byg")
        graph.change("anna", department="Skole")
        graph.delete("anna")
        assert (await sync.run()).report == ImportReport(0, 1, 0)
        assert here(database)["anna"] == Person("anna", "Anna H.", "", None, "ib", "Byg")
        imported(database, Person("ib", "Ib"))
        assert here(database).keys() == {"bo", "ib", "lars", "hanne"}


async def test_when_over_a_fifth_would_leave_nothing_is_stored_until_somebody_says_yes(database: Database) -> None:
    async with syncing(database, page=50) as (sync, graph, _):
        move_in(graph)
        for number in range(30):
            graph.change(f"p{number:02}", displayName=f"Person {number}")
        await sync.run()
        for number in range(9):
            graph.delete(f"p{number:02}")
        for _ in range(2):
            done = await sync.run()
            assert done.refused is not None
            assert (done.refused.leaving, done.refused.here) == (9, 34)
            assert len(here(database)) == 34
        with database.reading() as session:
            assert graph_sync.refusal(session) == done.refused
        assert (await sync.run(yes=True)).report.removed == 9
        with database.reading() as session:
            assert graph_sync.refusal(session) is None
        assert len(here(database)) == 25


async def test_a_dry_run_stores_nothing_and_a_circle_is_told(database: Database) -> None:
    async with syncing(database) as (sync, graph, _):
        move_in(graph)
        graph.change("lars", manager="anna")
        done = await sync.run(dry=True)
        assert (done.report.added, done.directory.circles) == (4, (("lars", "anna"),))
        assert here(database) == {}
        assert (await sync.run()).whole
        assert here(database)["lars"].leader_id is None
        graph.change("anna", manager="hanne")  # of Lars nothing new is told, but his link is good now
        await sync.run()
        assert here(database)["lars"].leader_id == "anna"


async def test_one_at_a_time_and_when_it_is_due(database: Database) -> None:
    async with syncing(database) as (sync, graph, _):
        move_in(graph)
        now = datetime.now(UTC)
        with database.writing() as session:
            assert graph_sync.take(session, "another", now, now + timedelta(minutes=1))
        with pytest.raises(Busy):
            await sync.run()
        with database.writing() as session:
            graph_sync.give_back(session, "another", None)
        assert (await sync.run(due=True)).report.added == 4
        with pytest.raises(Busy):
            await sync.run(due=True)  # in half an hour
        assert (await sync.run()).report == NOTHING


async def test_after_a_fall_the_clock_tries_again_soon(database: Database) -> None:
    async with syncing(database) as (sync, graph, _):
        move_in(graph)
        graph.answer_next(503, 8)
        with pytest.raises(TryLater):
            await sync.run(due=True)
        with database.writing() as session:
            for minutes, due in ((4, False), (6, True)):
                now = datetime.now(UTC) + timedelta(minutes=minutes)
                assert graph_sync.take(session, "later", now, now) is due


async def test_a_run_that_lost_its_lease_stores_nothing(database: Database) -> None:
    later = datetime.now(UTC) + timedelta(hours=1)

    def take() -> None:
        with database.writing() as session:
            assert graph_sync.take(session, "another", later, later + timedelta(minutes=1), due=False)

    async with syncing(database, wait=lambda seconds: asyncio.to_thread(take)) as (sync, graph, _):
        move_in(graph)
        graph.answer_next(503, kind=3)  # another replica takes over while this one waits
        with pytest.raises(Busy):
            await sync.run()
        assert here(database) == {}


async def test_an_import_while_pages_are_read_is_not_overwritten(database: Database) -> None:
    def wait(seconds: float) -> Awaitable[object]:
        return asyncio.to_thread(imported, database, Person("ib", "Ib"))

    async with syncing(database, wait=wait) as (sync, graph, _):
        move_in(graph)
        graph.answer_next(503, kind=3)
        with pytest.raises(Busy):
            await sync.run(due=True)
        assert here(database).keys() == {"ib"}
        assert (await sync.run(due=True)).report.added == 4  # it is still due
        assert here(database).keys() == {"anna", "bo", "hanne", "ib", "lars"}


async def test_by_the_clock_it_reads_and_tells_of_numbers_only(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async with syncing(database) as (sync, graph, _):
        move_in(graph)
        with caplog.at_level(logging.INFO, "hjemmebot.graph"):
            await sync.start()
            for _ in range(500):
                if [one for one in caplog.records if one.name == "hjemmebot.graph"]:
                    break
                await asyncio.sleep(0.02)
        assert here(database).keys() == {"anna", "bo", "hanne", "lars"}
    said = [record.getMessage() for record in caplog.records if record.name == "hjemmebot.graph"]
    assert said == ["people: 4, 4 added, 0 changed, 0 left, 0 links left out"]


async def test_with_a_group_its_members_alone_are_read_and_who_comes_into_it_later_too(database: Database) -> None:
    async with syncing(database, group=PEOPLE_GROUP) as (sync, graph, _):
        move_in(graph)
        graph.groups[PEOPLE_GROUP] = ["ANNA", "lars", "guest", "room"]
        done = await sync.run()
        assert (done.report, here(database).keys()) == (ImportReport(2, 0, 0), {"anna", "lars"})
        graph.change("bo", department="Plan")  # outside: what changes there is nobody's business
        graph.change("anna", department="Plan")
        done = await sync.run()
        assert (done.whole, done.report) == (False, ImportReport(0, 1, 0))
        graph.groups[PEOPLE_GROUP].append("BO")  # nothing about the account changed, so no change tells of it
        done = await sync.run()
        assert (done.whole, done.report) == (True, ImportReport(1, 0, 0))
        assert here(database)["bo"].leader_id == "lars"
        assert (await sync.run()).whole is False
        graph.groups[PEOPLE_GROUP].remove("ANNA")
        assert (await sync.run()).report == ImportReport(0, 0, 1)
        with database.reading() as session:
            assert {one.id for one in accounts.everybody(session)} == {"bo", "lars"}


async def test_a_group_that_is_not_there_or_empty_sends_nobody_away(database: Database) -> None:
    async with syncing(database, group=PEOPLE_GROUP, page=50) as (sync, graph, _):
        for number in range(12):
            graph.change(f"p{number}", displayName=f"P {number}")
        graph.groups[HR_GROUP] = []
        graph.groups[PEOPLE_GROUP] = [f"p{number}" for number in range(12)]
        await sync.run()
        graph.groups[PEOPLE_GROUP] = []
        assert (await sync.run()).refused is not None
        del graph.groups[PEOPLE_GROUP]
        with pytest.raises(NotAllowed):
            await sync.run()
        assert len(here(database)) == 12
