"""A broadcast to very many, with a virtual clock: the real plan, rows, leases and marks, and no connector.

Each message takes as long as the pace says by a clock of its own, so five and a half hours pass in minutes.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import insert, text

from bench.mail.machine import database_of, megabytes
from bot.outreach.mailing import BATCH_SECONDS, LEASE
from bot.outreach.starting import finish
from domain.broadcasts import Audience, AudienceKind, Broadcast, Stage, Wording
from storage import audiences, broadcasts, mailbag, quiet_receivers, receivers
from storage.conversations import CHAT
from storage.database import Database
from storage.deliveries import Lease
from storage.mailbag import Mark, Receiver
from storage.person_row import PERSON
from storage.receivers import State

RATE = 50  # requests a second: Teams' limit for an app in a tenant
BUSY, BLOCKED = 0.03, 0.01  # are told to wait a second, and have blocked the bot
CHUNK = 10_000
START = datetime(2026, 11, 23, 8, tzinfo=UTC)


async def simulated(engine: str, number: int = 1_000_000) -> str:
    """Plan and send to so many by a virtual clock, and say what it took."""
    with database_of(engine) as (_, database):
        _gather(database, number)
        before = _size(database)
        rest = megabytes(os.getpid())
        began = time.monotonic()
        one = _begin(database)
        planned = time.monotonic() - began
        took, peak, batches = _send(database, one)
        with database.reading() as session:
            tally = receivers.tally(session, one)
        grown = (_size(database) - before) / 1e6
        real = time.monotonic() - began - planned
    return (
        f"planned in {planned:.1f} s; sent {tally.sent}, not reachable {tally.missed}, waiting {tally.waiting} "
        f"in {took / 3600:.2f} h of the simulated clock ({batches} batches, {real / batches * 1000:.1f} ms each, "
        f"{real * 1000 / number:.3f} ms a message); database {before / 1e6:.0f} MB and {grown:.0f} MB more; "
        f"memory {rest:.0f} MB and at most {peak - rest:.0f} more"
    )


def _gather(database: Database, number: int) -> None:
    for start in range(0, number, CHUNK):
        ids = [f"r{n}" for n in range(start, min(start + CHUNK, number))]
        with database.writing() as session:
            session.connection().execute(insert(PERSON), [_person(one) for one in ids])
            session.connection().execute(insert(CHAT), [_chat(one) for one in ids])


def _begin(database: Database) -> UUID:
    words = Wording("Ny politik", "Fra 1. december gælder version 2.")
    one = Broadcast(
        uuid4(), None, stage=Stage.SENDING, danish=words, audience=Audience(AudienceKind.ALL), started_at=START
    )
    with database.writing() as session:
        broadcasts.add(session, one)
        audiences.fill(session, one, START.date(), START)
        quiet_receivers.hold(session, one.id, START)
    return one.id


def _send(database: Database, broadcast_id: UUID) -> tuple[float, float, int]:
    """Return the seconds that passed by the virtual clock, the most memory held, and the batches."""
    chance, now, peak, batches = random.Random(6), START, 0.0, 0
    while True:
        with database.writing() as session:
            quiet_receivers.wake(session, broadcast_id, now)
            lease = Lease("one", now + LEASE)
            taken = mailbag.take(session, broadcast_id, RATE * BATCH_SECONDS, now, lease)
            taken = quiet_receivers.awake(session, taken, now)
        if not taken and _is_over(database, broadcast_id, now):
            return (now - START).total_seconds(), peak, batches
        now += timedelta(seconds=max(len(taken) / RATE, 0.1))
        with database.writing() as session:
            mailbag.mark(session, list(_marks(taken, now, chance)), now)
        batches += 1
        if batches % 100 == 0:
            peak = max(peak, megabytes(os.getpid()))


def _is_over(database: Database, broadcast_id: UUID, now: datetime) -> bool:
    with database.writing() as session:
        found = broadcasts.find(session, broadcast_id)
        return found is not None and finish(session, found, now)


def _marks(taken: list[Receiver], now: datetime, chance: random.Random) -> Iterator[Mark]:
    for to in taken:
        luck = chance.random()
        if luck < BUSY:
            yield Mark(to, State.WAITING, "429", now + timedelta(seconds=1), is_attempt=False)
        elif luck < BUSY + BLOCKED:
            yield Mark(to, State.GONE, "MessageWritesBlocked")
        else:
            yield Mark(to, State.DONE, is_sent=True, cards=(f"1{to.id:012}",))


def _size(database: Database) -> float:
    with database.writing() as session:
        if database.is_sqlite:
            pages, size = (session.connection().execute(text(f"PRAGMA {one}")).scalar_one() for one in _PRAGMAS)
            return float(pages * size)
        return float(session.connection().execute(text("SELECT pg_database_size(current_database())")).scalar_one())


_PRAGMAS = ("page_count", "page_size")


def _person(one: str) -> dict[str, object]:
    return {
        "id": one,
        "name": f"Modtager {one}",
        "email": f"{one}@kommune.example",
        "email_key": f"{one}@kommune.example",
        "department": "Alle",
        "roles": "",
        "language": "da",
        "workplace": "",
        "chosen_language": "",
    }


def _chat(one: str) -> dict[str, object]:
    where = {"id": f"a:{one}", "person_id": one, "service_url": "https://connector.example", "tenant_id": "t"}
    who = {"bot_id": "28:hjemmebot", "place": "personal", "user_id": f"29:{one}"}
    return {**where, **who, "state": "{}", "handled": "", "welcomed": True, "gone_code": "", "heard_at": START}
