"""The rounds of the duties: what is due is told once, however often it is asked, and one that falls hurts no other."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from sqlmodel import Session

from bot.outreach.rounds import Rounds
from bot.usecases import notices
from domain.home_days import HomeDay
from domain.notices import Notice
from domain.people import Standing
from storage import deliveries, home_days
from tests.journeys.town import MONDAY, STAFF, town, words

ANNA, LARS = STAFF[0], STAFF[4]
DAY = HomeDay(uuid4(), ANNA.id, MONDAY.date() + timedelta(days=3), uuid4(), asked_at=MONDAY)


def falls(session: Session, now: datetime) -> Iterator[Notice]:
    raise ConnectionError


def remind(session: Session, now: datetime) -> Iterator[Notice]:
    """Tell Lars what waits, whatever was told before."""
    for day in home_days.asked_by(session, [ANNA.id], now.date()):
        yield from notices.request_made(Standing(ANNA, LARS), [day])


async def test_what_is_due_is_told_once_and_a_duty_that_falls_hurts_no_other(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with town(sqlite_url) as here:
        with here.house.database.writing() as session:
            home_days.add(session, [DAY])
        rounds = Rounds(here.house.database, here.house.engine, (falls, remind), lambda: MONDAY)
        with caplog.at_level(logging.ERROR, "hjemmebot.outreach"):
            await asyncio.to_thread(rounds.go_round)
            await asyncio.to_thread(rounds.go_round)
        await here.lars.hears("Anna Holm vil gerne arbejde hjemme", 3)
        await here.settles()
        assert sum("Anna Holm vil gerne" in words(one) for one in here.lars.chat) == 1
        said = [record.getMessage() for record in caplog.records if record.name == "hjemmebot.outreach"]
        assert said == ["the duty falls fell with ConnectionError"] * 2


async def test_a_round_is_gone_at_the_start_and_the_end_is_quick(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        with here.house.database.writing() as session:
            home_days.add(session, [DAY])
        rounds = Rounds(here.house.database, here.house.engine, (remind,), lambda: MONDAY)
        rounds.start()
        await here.lars.hears("Anna Holm vil gerne arbejde hjemme", 3)
        await here.settles()
        async with asyncio.timeout(1):
            await rounds.stop()
        with here.house.database.reading() as session:
            assert not deliveries.waiting(session, 10)
