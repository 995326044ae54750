"""What waits too long is told again: once, to whom it concerns, and no more when it was seen or answered."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.outreach.duties import Duty
from bot.outreach.overdue import morning_digest, unseen_cancellations
from bot.outreach.rounds import Rounds
from tests.journeys.town import MONDAY, Someone, Town, town, words


async def rounds_at(here: Town, now: datetime, duties: Sequence[Duty] = (unseen_cancellations, morning_digest)) -> None:
    """Go the rounds twice, as two replicas or two minutes do."""
    rounds = Rounds(here.house.database, here.house.engine, duties, lambda: now)
    for _ in range(2):
        await asyncio.to_thread(rounds.go_round)
    await here.settles()


def told(someone: Someone, part: str) -> int:
    return sum(part in words(one) for one in someone.chat)


async def cancelled(here: Town) -> None:
    await here.anna.says("hjemme på torsdag")
    await here.anna.presses("Send")
    await here.lars.hears("Anna Holm vil gerne")
    await here.lars.presses("Godkend")
    await here.settles()
    await here.lars.says("aflys Annas hjemmedag på torsdag pga. personalemøde")
    await here.lars.presses("Aflys dagen")
    await here.settles()


async def test_an_unseen_cancellation_is_sent_again_and_the_leader_is_told_once(database_url: str) -> None:
    async with town(database_url) as here:
        await cancelled(here)
        await rounds_at(here, MONDAY + timedelta(days=2, hours=4, minutes=59), [unseen_cancellations])
        assert told(here.anna, "Din hjemmedag er aflyst") == 1
        await rounds_at(here, MONDAY + timedelta(days=2, hours=5), [unseen_cancellations])
        assert told(here.anna, "Din hjemmedag er aflyst") == 2
        assert told(here.lars, "Anna har ikke set aflysningen") == 1
        await here.anna.presses("Set")
        await here.settles()
        assert told(here.lars, "Anna har set det") == 1  # the leader's card of the cancellation


async def test_what_is_cancelled_the_same_morning_is_said_at_once_and_sent_again_in_five_minutes(
    database_url: str,
) -> None:
    async with town(database_url) as here:
        await here.anna.says("hjemme på torsdag")
        await here.anna.presses("Send")
        await here.lars.hears("Anna Holm vil gerne")
        await here.lars.presses("Godkend")
        await here.settles()
        morning = (MONDAY + timedelta(days=3)).replace(hour=7, minute=30)
        here.anna.now = here.lars.now = morning
        await here.lars.says("aflys Annas hjemmedag i dag pga. akut sygdom i vagten")
        assert "Sig det også selv til Anna" in await here.lars.presses("Aflys dagen")
        await here.settles()
        await rounds_at(here, morning + timedelta(minutes=4), [unseen_cancellations])
        assert told(here.anna, "Din hjemmedag er aflyst") == 1
        await rounds_at(here, morning + timedelta(minutes=6), [unseen_cancellations])
        assert told(here.anna, "Din hjemmedag er aflyst") == 2
        assert told(here.lars, "Anna har ikke set aflysningen") == 1


async def test_a_cancellation_that_was_seen_is_told_no_more(sqlite_url: str) -> None:
    async with town(sqlite_url) as here:
        await cancelled(here)
        await here.anna.presses("Set")
        await here.settles()
        await rounds_at(here, MONDAY + timedelta(days=2, hours=6), [unseen_cancellations])
        assert told(here.anna, "Din hjemmedag er aflyst") == 1
        assert told(here.lars, "har ikke set") == 0


async def test_a_leader_hears_in_the_morning_what_waits_in_one_message_and_the_deputy_when_it_waits_long(
    sqlite_url: str,
) -> None:
    async with town(sqlite_url) as here:
        for someone, when in ((here.anna, "torsdag om to uger"), (here.bo, "fredag om to uger")):
            await someone.says(f"hjemme {when}")
            await someone.presses("Send")
        await here.settles()
        await rounds_at(here, MONDAY + timedelta(hours=1), [morning_digest])
        assert told(here.lars, "2 anmodninger venter på dit svar") == 0  # they came this morning
        tomorrow = MONDAY + timedelta(days=1)
        await rounds_at(here, tomorrow, [morning_digest])
        assert told(here.lars, "2 anmodninger venter på dit svar") == 1
        assert told(here.dorte, "2 anmodninger venter") == 0
        await rounds_at(here, tomorrow + timedelta(days=1), [morning_digest])
        assert told(here.lars, "2 anmodninger venter på dit svar") == 2
        assert told(here.dorte, "2 anmodninger venter") == 1  # two working days without an answer
        await here.dorte.presses("Godkend alle")
        await here.settles()
        await rounds_at(here, tomorrow + timedelta(days=2), [morning_digest])
        assert told(here.lars, "2 anmodninger venter på dit svar") == 2
