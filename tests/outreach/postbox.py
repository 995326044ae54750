"""A carrier on a real database, with a post of the tests' own that can be slow, busy or out of reach."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from sqlmodel import Session

from bot.outreach.carrier import LEASE, Carrier
from bot.outreach.ledger import Ledger
from bot.outreach.pace import Pace
from bot.usecases import notices
from cards.drawn import Drawn
from cards.setting import Setting
from cards.words import Words
from domain.conversations import Conversation, Place
from domain.home_days import HomeDay
from domain.notices import Notice, NoticeKind, occasion_of
from domain.people import Person, Standing
from policy.load import load_handbook
from storage import conversations, deliveries, home_days, people
from storage.database import Database
from storage.deliveries import DELIVERY, Delivery, Lease, State
from tests.journeys.town import MONDAY, STAFF

ANNA, LARS = STAFF[0], STAFF[4]
HANDBOOK = load_handbook()


class Postbox:
    """Implements bot.chat.Post. Sends to a chat in `wrong` raise, and those to one in `slow` wait for its event."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []  # chat, text
        self.wrong: dict[str, Exception] = {}
        self.slow: dict[str, asyncio.Event] = {}

    async def send(self, to: Conversation, drawn: Drawn) -> str:
        if to.id in self.slow:
            await self.slow[to.id].wait()
        if to.id in self.wrong:
            raise self.wrong[to.id]
        self.sent.append((to.id, drawn.text))
        return f"1:{len(self.sent)}"

    def copy(self, drawn: Drawn) -> bytes:
        return drawn.text.encode()

    async def send_copy(self, to: Conversation, copy: bytes, card_id: str = "") -> str:
        return await self.send(to, Drawn(copy.decode()))

    async def update(self, to: Conversation, card_id: str, drawn: Drawn) -> None:
        self.sent.append((to.id, f"{card_id} {drawn.text}"))

    async def delete(self, to: Conversation, card_id: str) -> None:
        raise AssertionError("nothing is taken back")

    async def open(self, service_url: str, tenant_id: str, person_id: str) -> Conversation:
        return chat_of(person_id)

    async def holds(self, number: int, seconds: float = 3.0) -> None:
        async with asyncio.timeout(seconds):
            while len(self.sent) < number:  # noqa: ASYNC110 - a test may wait by looking
                await asyncio.sleep(0.005)


class Unbacked:
    """An outbox without an engine behind it: what is left waits in its row."""

    def leave(self, session: Session, left: Sequence[Notice]) -> None:
        deliveries.leave(session, left, datetime.now(UTC))


def chat_of(person_id: str) -> Conversation:
    return Conversation(f"a:{person_id}", "http://127.0.0.1:1", "tenant", "28:bot", Place.PERSONAL)


def carrier(database: Database, post: Postbox, replica: str = "one") -> Carrier:
    def setting(language: object) -> Setting:
        return Setting(Words(Person("x", "").language), MONDAY.date(), HANDBOOK)

    pace = Pace(1000)
    return Carrier(database, post, setting, pace, Ledger(database, Unbacked()), replica, "tenant", "http://127.0.0.1:1")


def settled(database: Database) -> None:
    """Store the staff and where they are met."""
    with database.writing() as session:
        people.replace_all(session, STAFF)
        for one in STAFF:
            conversations.remember(session, chat_of(one.id), one.id, {}, "", welcomed=True)


def request(database: Database, to: Person = LARS, by: str = "", name: str = "Ny Ansat") -> Delivery:
    """Leave the news of a new request, waiting or, with `by`, taken by that replica."""
    lease = Lease(by, datetime.now(UTC) + LEASE) if by else None
    day = HomeDay(uuid4(), f"x{uuid4()}", MONDAY.date(), uuid4(), asked_at=MONDAY)
    with database.writing() as session:
        employee = Person(day.person_id, name, leader_id=to.id)
        people.replace_all(session, [*people.everybody(session), employee])
        home_days.add(session, [day])
        left = list(notices.request_made(Standing(employee, to), [day]))
        return deliveries.leave(session, left, datetime.now(UTC), lease)[0]


def cancellation(database: Database) -> Delivery:
    """Leave the news of a cancelled day for Anna, which waits."""
    day = HomeDay(
        uuid4(), ANNA.id, MONDAY.date(), uuid4(), asked_at=MONDAY, cancellation_id=uuid4(), decided_by=LARS.id
    )
    with database.writing() as session:
        home_days.add(session, [day])
        news = Notice(NoticeKind.CANCELLATION, ANNA.id, day.cancellation_id or UUID(int=0), occasion_of([day]))
        return deliveries.leave(session, [news], datetime.now(UTC))[0]


def make_due(database: Database) -> None:
    """Let the time pass that everything waits for."""
    with database.writing() as session:
        past = datetime.now(UTC) - timedelta(seconds=1)
        session.connection().execute(DELIVERY.update().values(not_before=past))


def states(database: Database) -> set[State]:
    with database.reading() as session:
        return {state for state, number in deliveries.counts(session).items() if number}
