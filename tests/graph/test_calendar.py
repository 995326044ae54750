"""Outlook follows the approved days, whatever Graph answers and whoever dies on the way."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot.graph.calendar import MOST_TRIES, OF_A_MAILBOX, OutlookCalendar
from bot.graph.client import GraphClient
from domain.home_days import Half, HomeDay, Status
from domain.people import Person
from domain.preferences import Preferences
from storage import calendar_entries, home_days, people, preferences
from storage.calendar_entries import ENTRY, EntryState, Lagging
from storage.database import Database
from tests.fakes.graph import FakeGraph
from tests.storage.values import NOW, a_day

SOON = date(2099, 12, 3)


class NoToken:
    forgotten = 0

    async def bearer(self) -> str:
        return ""

    def forget(self) -> None:
        self.forgotten += 1


@asynccontextmanager
async def outlook(database: Database) -> AsyncIterator[tuple[OutlookCalendar, FakeGraph]]:
    """Give a calendar that is asked by hand, and the Graph that it speaks to."""
    database.follow_outlook()
    with database.writing() as session:
        people.replace_all(session, [Person("anna", "Anna"), Person("bo", "Bo")])
    async with FakeGraph() as graph:
        client = GraphClient(graph.url, NoToken(), timeout=5)
        await client.start()
        try:
            yield OutlookCalendar(database, client), graph
        finally:
            await client.stop()
            assert graph.refused == []


def _approved(database: Database, **more: Any) -> HomeDay:
    asked = a_day(**({"person_id": "anna", "on": SOON, "version": 1} | more))
    approved = replace(asked, status=Status.APPROVED, version=2, decided_at=NOW)
    with database.writing() as session:
        home_days.add(session, [asked])
        home_days.save(session, approved)
    return approved


def _cancelled(database: Database, day: HomeDay) -> None:
    with database.writing() as session:
        home_days.save(session, replace(day, status=Status.CANCELLED, version=day.version + 1))


def _hurry(database: Database) -> None:
    """Let what waits be due now."""
    with database.writing() as session:
        session.connection().execute(update(ENTRY).values(not_before=NOW))


def _lagging(database: Database, person_id: str = "anna") -> Lagging:
    with database.reading() as session:
        return calendar_entries.lagging(session, person_id, SOON)


def _state(database: Database) -> dict[EntryState, int]:
    with database.reading() as session:
        return calendar_entries.counts(session)


async def test_an_approved_day_is_put_in_and_a_cancelled_one_taken_out(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        day = _approved(database)
        assert _lagging(database).waiting == (SOON,)
        await calendar.follow()
        (event,) = graph.events["anna"].values()
        assert (event["isAllDay"], event["showAs"]) == (True, "workingElsewhere")
        assert event["start"] == {"dateTime": "2099-12-03T00:00:00", "timeZone": "Romance Standard Time"}
        assert event["end"]["dateTime"] == "2099-12-04T00:00:00"
        assert _lagging(database) == Lagging()
        _cancelled(database, day)
        await calendar.follow()
        assert graph.events["anna"] == {}
        assert _state(database) == {EntryState.DONE: 1}


async def test_a_day_that_is_stored_as_approved_is_put_in_at_once(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        with database.writing() as session:
            home_days.add(session, [replace(a_day(person_id="anna", on=SOON), status=Status.APPROVED, decided_at=NOW)])
        assert _lagging(database).waiting == (SOON,)
        await calendar.follow()
        assert len(graph.events["anna"]) == 1


async def test_half_a_day_has_its_hours_and_how_to_be_reached(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        with database.writing() as session:
            preferences.save(session, Preferences("anna", "7012", version=1))
        _approved(database, half=Half.AFTERNOON)
        await calendar.follow()
        (event,) = graph.events["anna"].values()
        assert (event["isAllDay"], event["start"]["dateTime"]) == (False, "2099-12-03T12:00:00")
        assert event["body"]["content"] == "Tlf. 7012"


async def test_what_is_asked_for_is_not_in_outlook(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        with database.writing() as session:
            home_days.add(session, [a_day("anna", on=SOON)])
        assert await calendar.follow() == 0
        assert graph.requests == []


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 401, 403])
async def test_what_fails_is_tried_again(database: Database, status: int) -> None:
    async with outlook(database) as (calendar, graph):
        _approved(database)
        graph.answer_next(status)
        await calendar.follow()
        assert _lagging(database).waiting == (SOON,)
        assert await calendar.follow() == 0  # not at once
        _hurry(database)
        await calendar.follow()
        assert len(graph.events["anna"]) == 1
        assert _lagging(database) == Lagging()


async def test_retry_after_holds_the_whole_mailbox_and_no_other(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        _approved(database)
        graph.answer_next(429, after="100")
        await calendar.follow()
        _approved(database, on=SOON + timedelta(days=1))
        _approved(database, person_id="bo")
        _hurry(database)
        before = len(graph.requests)
        await calendar.follow()
        assert graph.requests[before:] == [("POST", "/v1.0/users/bo/events")]
        assert len(_lagging(database).waiting) == 2


@pytest.mark.parametrize("status", [500, 504])
async def test_a_create_whose_answer_was_lost_is_not_made_twice(database: Database, status: int) -> None:
    async with outlook(database) as (calendar, graph):
        day = _approved(database)
        graph.answer_next(status, done=True)
        await calendar.follow()
        _hurry(database)
        await calendar.follow()
        assert len(graph.events["anna"]) == 1
        _cancelled(database, day)
        await calendar.follow()
        assert graph.events["anna"] == {}  # its id was found again


async def test_a_day_cancelled_before_the_lost_answer_was_noticed_is_taken_out(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        day = _approved(database)
        graph.answer_next(503, done=True)
        await calendar.follow()
        _cancelled(database, day)
        await calendar.follow()
        assert graph.events["anna"] == {}


async def test_what_the_person_deleted_counts_as_deleted(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        day = _approved(database)
        await calendar.follow()
        graph.events["anna"].clear()
        _cancelled(database, day)
        await calendar.follow()
        assert _state(database) == {EntryState.DONE: 1}


async def test_a_new_number_is_written_into_what_stands_and_again_where_it_was_deleted(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        _approved(database)
        await calendar.follow()
        for number in ("7012", "7013"):
            with database.writing() as session:
                calendar_entries.touch(session, "anna", SOON)
                own = preferences.find(session, "anna")
                preferences.save(session, replace(own, phone=number, version=own.version + 1))
            await calendar.follow()
            assert [one["body"]["content"] for one in graph.events["anna"].values()] == [f"Tlf. {number}"]
            graph.events["anna"].clear()


async def test_a_mailbox_that_is_not_there_is_told_and_not_tried_for_ever(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        graph.missing.add("anna")
        day = _approved(database)
        await calendar.follow()
        assert _lagging(database) == Lagging(failed=(SOON,))
        _hurry(database)
        assert await calendar.follow() == 0
        _cancelled(database, day)  # nothing was there to take out
        await calendar.follow()
        assert _lagging(database) == Lagging()
        assert _state(database) == {EntryState.DONE: 1}


async def test_after_many_tries_it_is_given_up_and_told(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        _approved(database)
        graph.answer_next(503, times=MOST_TRIES)
        for _ in range(MOST_TRIES):
            _hurry(database)
            await calendar.follow()
        assert _lagging(database).failed == (SOON,)
        assert graph.events["anna"] == {}


async def test_a_mailbox_gets_four_requests_at_a_time(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        graph.delay = 0.05
        for number in range(12):
            _approved(database, on=SOON + timedelta(days=number))
        await calendar.follow()
        assert len(graph.events["anna"]) == 12
        assert graph.busiest == OF_A_MAILBOX


async def test_a_day_cancelled_while_it_is_put_in_is_taken_out_next(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        day = _approved(database)
        graph.delay = 0.2
        following = asyncio.ensure_future(calendar.follow())
        await asyncio.sleep(0.1)
        await asyncio.to_thread(_cancelled, database, day)
        await following
        assert len(graph.events["anna"]) == 1
        await calendar.follow()
        assert graph.events["anna"] == {}


async def test_what_a_dead_process_had_taken_is_taken_up(database: Database) -> None:
    async with outlook(database) as (calendar, graph):
        _approved(database)
        with database.writing() as session:  # taken, and then killed
            now = datetime.now(UTC)
            assert len(calendar_entries.take(session, 10, now, now + timedelta(minutes=2))) == 1
        assert await calendar.follow() == 0
        _hurry(database)  # its lease is over
        await calendar.follow()
        assert len(graph.events["anna"]) == 1


async def test_nothing_is_noted_of_a_decision_that_was_rolled_back(database: Database) -> None:
    async with outlook(database) as (calendar, _graph):
        with contextlib.suppress(ZeroDivisionError), database.writing() as session:
            asked = a_day("anna", on=SOON, version=1)
            home_days.add(session, [asked])
            home_days.save(session, replace(asked, status=Status.APPROVED, version=2))
            raise ZeroDivisionError
        assert _state(database) == {}
        assert await calendar.follow() == 0


async def test_days_from_before_outlook_was_followed_are_put_in(database: Database) -> None:
    _approved(database)
    assert _state(database) == {}  # without Graph there is no copy of a day anywhere
    async with outlook(database) as (_calendar, graph):
        client = GraphClient(graph.url, NoToken())
        calendar = OutlookCalendar(database, client, poll=0.01)
        await calendar.start()
        for _ in range(300):
            if graph.events["anna"] and not _lagging(database).waiting:
                break
            await asyncio.sleep(0.01)
        await calendar.stop()
        assert len(graph.events["anna"]) == 1
