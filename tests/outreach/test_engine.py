"""What is left in a transaction leaves with its commit and vanishes with its rollback; twice is once."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from bot.usecases import notices
from domain.facts import Topic
from domain.home_days import HomeDay
from domain.people import Standing
from storage import deliveries, home_days, sent_cards
from storage.database import open_database
from storage.deliveries import Lease
from tests.journeys.town import MONDAY, STAFF, Town, town, words

ANNA, LARS = STAFF[0], STAFF[4]


def left(here: Town, *, fail: bool, on: date = MONDAY.date()) -> HomeDay:
    """Store a day with its notice, as a use case does, and fail afterwards if told to."""
    day = HomeDay(uuid4(), ANNA.id, on, uuid4(), asked_at=MONDAY)
    with here.house.database.writing() as session:
        home_days.add(session, [day])
        here.house.engine.leave(session, list(notices.request_made(Standing(ANNA, LARS), [day])))
        if fail:
            raise ConnectionError
    return day


async def test_a_rollback_takes_the_notice_with_it(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        before = len(here.lars.chat)
        with pytest.raises(ConnectionError):
            await asyncio.to_thread(left, here, fail=True)
        await asyncio.sleep(0.5)
        assert len(here.lars.chat) == before
        with here.house.database.reading() as session:
            assert deliveries.waiting(session, 10) == []


async def test_a_notice_leaves_with_its_commit_without_waiting_for_a_poll(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await asyncio.to_thread(left, here, fail=False)
        await here.lars.hears("Anna Holm vil gerne arbejde hjemme", 3)


async def test_the_same_notice_left_twice_is_told_once(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        day = await asyncio.to_thread(left, here, fail=False)
        with here.house.database.writing() as session:
            here.house.engine.leave(session, list(notices.request_made(Standing(ANNA, LARS), [day])))
        await here.settles()
        assert sum("Anna Holm vil gerne" in words(one) for one in here.lars.chat) == 1


@pytest.mark.postgres
@pytest.mark.parametrize("holder", ["nobody", "us before", "another"])
async def test_a_sweep_sends_what_no_courier_was_told_of(database_url: str, holder: str) -> None:
    """Left by a process that died after its commit: waiting, with our own lease, or with one that runs out."""
    day = HomeDay(uuid4(), ANNA.id, MONDAY.date(), uuid4(), asked_at=MONDAY)
    now = datetime.now(UTC)
    leases = {"us before": Lease("main", now + timedelta(minutes=5)), "another": Lease("x", now + timedelta(seconds=2))}
    database = open_database(database_url)
    with database.writing() as session:
        home_days.add(session, [day])
        deliveries.leave(session, list(notices.request_made(Standing(ANNA, LARS), [day])), now, leases.get(holder))
    database.dispose()
    async with town(database_url, installed=False, replica="main") as here:
        await here.lars.hears("Anna Holm vil gerne arbejde hjemme", 12)
        await here.settles()


@pytest.mark.postgres
async def test_one_sweep_backs_all_decisions_of_a_few_seconds(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with town(database_url, replica="main") as here:
        monkeypatch.setattr("bot.outreach.engine.time.time", lambda: 1_000_000.0)
        for later in range(2):
            here.house.engine._swept = -1  # as in a process that was started anew within these seconds
            await asyncio.to_thread(left, here, on=MONDAY.date() + timedelta(days=later), fail=False)
        with here.house.database.reading() as session:
            query = "SELECT count(*) FROM {}workflow_status WHERE workflow_uuid = 'sweep-main-200000'"
            schema = "" if here.house.database.is_sqlite else "dbos."
            assert session.connection().exec_driver_sql(query.format(schema)).scalar() == 1
        await here.settles()


async def test_the_pressed_card_is_not_drawn_twice_but_its_twin_is(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.anna.says("hjemme på torsdag")
        await here.anna.presses("Send")
        await here.lars.hears("Anna Holm vil gerne arbejde hjemme")
        await here.settles()
        pressed, _ = here.lars.button("Godkend")
        with here.house.database.writing() as session:
            day = home_days.from_date(session, "anna", MONDAY.date())[0]
            sent_cards.note(session, Topic.REQUEST, day.request_id, "lars", here.lars.conversation, "1:twin")
        await here.lars.presses("Godkend")
        await here.anna.hears("Lars har sagt ja")
        await here.settles()
        drawn = [one.activity_id for one in here.connector.requests if one.method == "PUT"]
        assert pressed not in drawn
        assert drawn.count("1:twin") == 1


async def test_without_a_twin_nothing_is_left_for_whoever_pressed(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await here.anna.says("hjemme på torsdag")
        await here.anna.presses("Send")
        await here.lars.hears("Anna Holm vil gerne arbejde hjemme")
        await here.settles()
        await here.lars.presses("Godkend")
        with here.house.database.reading() as session:
            rows = session.connection().execute(deliveries.DELIVERY.select()).all()
        assert {row.to_id for row in rows if row.kind == "redraw"} == {"anna", "dorte"}
        await here.settles()
