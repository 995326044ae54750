"""The courier sends at once, cancellations first; with a sweep or another replica beside it nothing is told twice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

from bot.chat import NotReachable, TooLarge, TryLater
from bot.outreach.carrier import MOST_TRIES
from bot.outreach.courier import ORDINARY_AT_ONCE, Courier
from storage import deliveries
from storage.database import Database, open_database
from storage.deliveries import State
from tests.outreach.postbox import ANNA, LARS, Postbox, cancellation, carrier, make_due, request, settled, states


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    opened = open_database(sqlite_url)
    yield opened
    opened.dispose()


async def test_what_is_handed_over_leaves_without_being_taken_again(database: Database) -> None:
    settled(database)
    post = Postbox()
    left = request(database, by="one")
    assert await carrier(database, post).carry([left]) == []
    assert [chat for chat, _ in post.sent] == ["a:lars"]
    with database.reading() as session:
        row = session.connection().execute(deliveries.DELIVERY.select()).one()
    assert (row.state, row.attempts) == ("sent", 1)


async def test_a_courier_and_a_sweep_that_meet_tell_once(database: Database) -> None:
    settled(database)
    post = Postbox()
    one = carrier(database, post)
    left = request(database, by="one")
    with database.reading() as session:
        found = deliveries.waiting(session, 10)
    await asyncio.gather(one.carry([left]), one.carry([replace(found[0], state=State.WAITING)]))
    assert len(post.sent) == 1


async def test_two_replicas_that_want_the_same_send_it_once(database: Database) -> None:
    settled(database)
    post = Postbox()
    left = request(database)
    await asyncio.gather(*(carrier(database, post, replica).carry([left]) for replica in ("one", "two")))
    assert len(post.sent) == 1


async def test_what_lay_too_long_is_left_to_whoever_takes_it_next(database: Database) -> None:
    settled(database)
    post = Postbox()
    left = request(database, by="one")
    stale = replace(left, not_before=datetime.now(UTC) + timedelta(seconds=20))  # of the lease 20 seconds are left
    assert await carrier(database, post).carry([stale]) == []
    assert post.sent == []
    make_due(database)
    await carrier(database, post, "two").carry([stale])
    assert len(post.sent) == 1


async def test_a_cancelled_day_overtakes_what_is_held_up(sqlite: Database) -> None:
    settled(sqlite)
    post = Postbox()
    post.slow["a:lars"] = asyncio.Event()
    courier = Courier(carrier(sqlite, post), asyncio.get_running_loop())
    for _ in range(ORDINARY_AT_ONCE + 2):  # more batches than leave at once
        courier.hand_over([request(sqlite)])
        await asyncio.sleep(0.02)
    urgent = cancellation(sqlite)
    courier.hand_over([urgent])
    await post.holds(1)
    assert [chat for chat, _ in post.sent] == ["a:anna"]
    post.slow["a:lars"].set()
    await post.holds(ORDINARY_AT_ONCE + 3)
    await courier.stop(0.1)


async def test_the_notices_of_one_person_keep_their_order_and_others_pass(sqlite: Database) -> None:
    settled(sqlite)
    post = Postbox()
    post.slow["a:lars"] = asyncio.Event()
    one = carrier(sqlite, post)
    first, second = request(sqlite, name="Første"), request(sqlite, name="Anden")
    other = request(sqlite, to=ANNA)
    going = asyncio.create_task(one.carry([first, second, other]))
    await post.holds(1)
    assert [chat for chat, _ in post.sent] == ["a:anna"]
    post.slow["a:lars"].set()
    await going
    assert ["Første" in post.sent[1][1], "Anden" in post.sent[2][1]] == [True, True]
    assert states(sqlite) == {State.SENT}


async def test_what_must_wait_goes_out_again_by_itself(sqlite: Database) -> None:
    settled(sqlite)
    post = Postbox()
    post.wrong["a:lars"] = TryLater(429, after=0.2)
    courier = Courier(carrier(sqlite, post), asyncio.get_running_loop())
    courier.hand_over([request(sqlite, by="one")])
    await asyncio.sleep(0.5)
    assert states(sqlite) == {State.WAITING}
    del post.wrong["a:lars"]
    await post.holds(1, 5)
    await courier.stop(0.1)


async def test_it_is_given_up_after_the_last_try(sqlite: Database) -> None:
    settled(sqlite)
    post = Postbox()
    post.wrong["a:lars"] = TryLater(429)
    one, left = carrier(sqlite, post), request(sqlite)
    for number in range(1, MOST_TRIES + 1):
        assert bool(await one.carry([left])) is (number < MOST_TRIES)
        make_due(sqlite)
    assert states(sqlite) == {State.FAILED, State.WAITING}  # the news of it to the employee waits
    assert await one.carry([left]) == []


@pytest.mark.parametrize(
    ("fault", "state", "code"),
    [(NotReachable("BotNotInConversationRoster"), State.GONE, "BotNotInConversationRoster"),
     (TooLarge(), State.FAILED, "too_large")],
)  # fmt: skip
async def test_what_cannot_arrive_ends_and_is_told_to_who_relies_on_it(
    sqlite: Database, fault: Exception, state: State, code: str
) -> None:
    settled(sqlite)
    post = Postbox()
    post.wrong["a:lars"] = fault
    assert await carrier(sqlite, post).carry([request(sqlite)]) == []
    with sqlite.reading() as session:
        row, news, instead = session.connection().execute(
            deliveries.DELIVERY.select().order_by(deliveries.DELIVERY.c.id)
        )
    assert (row.state, row.code) == (state.value, code)
    assert LARS.id == row.to_id
    assert (news.kind, news.state, news.subject) == ("unreached", "waiting", row.subject)
    assert (instead.kind, instead.to_id) == ("request", "dorte")


async def test_what_leaves_together_is_noted_together(sqlite: Database) -> None:
    settled(sqlite)
    post = Postbox()
    left = [request(sqlite, to=to, by="one") for to in (LARS, ANNA)]
    commits: list[object] = []
    event.listen(sqlite.engine, "commit", commits.append)
    await carrier(sqlite, post).carry(left)
    assert len(commits) == 1
    assert states(sqlite) == {State.SENT}
