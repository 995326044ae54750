"""Replicas on PostgreSQL never have more than the rate between them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.outreach.pace import Pace
from bot.outreach.sharing import Sharing
from storage import shares
from storage.database import Database, open_database

pytestmark = pytest.mark.postgres
SOON = timedelta(seconds=5)


@pytest.fixture
def postgres(postgres_url: str) -> Iterator[Database]:
    opened = open_database(postgres_url)
    yield opened
    opened.dispose()


def _claim(database: Database, who: str, lasting: timedelta = SOON) -> float:
    with database.writing() as session:
        return shares.claim(session, who, 45, lasting).rate


def test_a_newcomer_gets_what_the_others_give_way_with(postgres: Database) -> None:
    assert _claim(postgres, "one") == 45
    assert _claim(postgres, "two") == 0
    assert _claim(postgres, "one") == 22.5
    assert _claim(postgres, "two") == 22.5
    with postgres.writing() as session:
        shares.drop(session, "one")
    assert _claim(postgres, "two") == 45


def test_the_share_of_one_that_died_comes_free(postgres: Database) -> None:
    assert _claim(postgres, "dead", timedelta(seconds=-1)) == 45
    assert _claim(postgres, "alive") == 45


async def test_two_replicas_end_at_half_each_and_one_alone_at_all(postgres: Database) -> None:
    one, two = Pace(40), Pace(40)
    first, second = Sharing(postgres, one, 40, "one"), Sharing(postgres, two, 40, "two")
    await first.start()
    assert one.rate == 40
    await second.start()
    async with asyncio.timeout(8):
        while (one.rate, two.rate) != (20, 20):
            assert one.rate + two.rate <= 40
            await asyncio.sleep(0.01)
    await second.stop()
    assert two.rate == 0
    async with asyncio.timeout(8):
        while one.rate != 40:  # noqa: ASYNC110 - a test may wait by looking
            await asyncio.sleep(0.01)
    await first.stop()


async def test_on_sqlite_the_pace_is_the_process_own(sqlite_url: str) -> None:
    database, pace = open_database(sqlite_url), Pace(45)
    sharing = Sharing(database, pace, 45, "one")
    await sharing.start()
    await sharing.stop()
    assert pace.rate == 45
    database.dispose()
