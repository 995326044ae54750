"""What is left in a transaction leaves with its commit and vanishes with its rollback; twice is once."""

from __future__ import annotations

import asyncio
from uuid import uuid4

import pytest

from bot.usecases import notices
from domain.home_days import HomeDay
from domain.people import Standing
from storage import deliveries, home_days
from tests.journeys.town import MONDAY, STAFF, Town, town, words

ANNA, LARS = STAFF[0], STAFF[4]


def left(here: Town, *, fail: bool) -> HomeDay:
    """Store a day with its notice, as a use case does, and fail afterwards if told to."""
    day = HomeDay(uuid4(), ANNA.id, MONDAY.date(), uuid4(), asked_at=MONDAY)
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
