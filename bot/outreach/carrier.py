"""Carries deliveries out: take, load, draw, send, note.

The delivery rows say what is left, so anybody may ask for anything to be carried any number of times.
"""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event

from sqlmodel import Session

from bot.chat import NotReachable, Post, TooLarge, TryLater
from bot.outreach.chat_pace import ChatPace
from bot.outreach.ledger import Ledger, Outcome
from bot.outreach.letters import Letter, letter
from bot.outreach.pace import Pace
from bot.teams.order import Order
from bot.tracing import span
from bot.usecases.quieting import awake
from cards.draw import draw
from cards.drawn import Drawn
from cards.setting import Setting
from domain.conversations import Conversation
from domain.notices import Lane
from domain.people import Language, Person
from storage import conversations, deliveries, people
from storage.database import Database
from storage.deliveries import Delivery, Lease, State

log = logging.getLogger("hjemmebot.outreach")

MOST_TRIES = 12  # with the waits between them: about two hours
FIRST_WAIT = 2.0  # seconds
LONGEST_WAIT = 900.0
LEASE = timedelta(seconds=60)  # longer than one send with all its tries takes
LONGEST_PAUSE = 2.0  # seconds; the longer limits of a chat are waited for in the database
ENOUGH = timedelta(seconds=45)  # of a lease must be left for a send to begin under it


class _Leaving(Exception):
    """The bot stops: what has not left stays with its lease, which is given back."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A delivery with whom it goes to, where they are met, and what is told."""

    delivery: Delivery
    person: Person | None
    chat: Conversation | None
    letter: Letter | None
    cards: tuple[tuple[Conversation, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Carrier:
    """Sends what was left. `pace` gives a turn for each request, `chats` says what a chat can take."""

    database: Database
    post: Post
    setting: Callable[[Language], Setting]
    pace: Pace
    ledger: Ledger
    replica: str
    tenant_id: str
    service_url: str  # where a chat is opened with somebody who was never met
    order: Order = field(default_factory=Order)
    chats: ChatPace = field(default_factory=lambda: ChatPace(time.monotonic))
    leaving: Event = field(default_factory=Event)

    async def carry(self, given: Sequence[Delivery]) -> list[tuple[Delivery, float]]:
        """Carry out what is ours or due of these; return what must wait, and how many seconds."""
        loaded = await asyncio.to_thread(self._take, given)
        outcomes = await asyncio.gather(*(self._one(one) for one in loaded))
        return [(one.delivery, one.wait) for one in outcomes if one.wait is not None]

    def leave(self) -> None:
        """Begin no more sends: what has not left is for others, and would otherwise arrive twice."""
        self.leaving.set()

    def lease(self, now: datetime) -> Lease:
        """Return what marks deliveries as on their way from this replica."""
        return Lease(self.replica, now + LEASE)

    def _take(self, given: Sequence[Delivery]) -> list[_Loaded]:
        """Take what nobody has taken. What was left with our lease, and lay here for a short while only, is ours."""
        now = datetime.now(UTC)
        ours = [one for one in given if one.not_before > now + ENOUGH and one.state is State.SENDING]
        if others := {one.id for one in given} - {one.id for one in ours}:
            with self.database.writing() as session:
                ours += awake(session, deliveries.take(session, others, now, self.lease(now)), now)
        if not ours:
            return []
        with self.database.reading() as session:
            return [_load(session, one) for one in ours]

    async def _one(self, one: _Loaded) -> Outcome:
        async with self.order.turn(one.delivery.notice.to):  # the notices of one person arrive in the order they left
            try:
                with span("deliver", notice=one.delivery.notice.kind.value):
                    outcome = await self._deliver(one)
            except NotReachable as gone:
                outcome = Outcome(one.delivery, State.GONE, gone.code, chat=one.chat)
            except TooLarge:
                outcome = Outcome(one.delivery, State.FAILED, "too_large")
            except TryLater as later:
                outcome = _later(one.delivery, later)
            except _Leaving:
                return Outcome(one.delivery, State.SENDING)
            noted = self.ledger.enter(outcome)
        await noted
        return outcome

    async def _deliver(self, one: _Loaded) -> Outcome:
        if one.person is None or one.letter is None:
            return Outcome(one.delivery, State.SENT, "nothing_left")
        drawn = draw(one.letter.fact, self.setting(one.person.language))
        if one.letter.cards:
            return await self._redraw(one, drawn)
        chat = one.chat or await self._meet(one.person, one.delivery.lane)
        await self._room(chat)
        async with self.pace.turn(one.delivery.lane):
            self._must_stay()
            card_id = await self.post.send(chat, drawn)
        return Outcome(one.delivery, State.SENT, fact=one.letter.fact, chat=chat, card_id=card_id)

    async def _redraw(self, one: _Loaded, drawn: Drawn) -> Outcome:
        for chat, card_id in one.cards:
            with suppress(NotReachable):  # a card that somebody deleted must not stop the others
                await self._room(chat)
                async with self.pace.turn(one.delivery.lane):
                    self._must_stay()
                    await self.post.update(chat, card_id, drawn)
        return Outcome(one.delivery, State.SENT)

    async def _room(self, chat: Conversation) -> None:
        """Wait for the chat to take one more; where that is long, the notice is put aside."""
        if (wait := self.chats.wait(chat.id)) > LONGEST_PAUSE:
            raise TryLater(429, wait)
        await asyncio.sleep(wait)
        self.chats.note(chat.id)

    async def _meet(self, person: Person, lane: Lane) -> Conversation:
        async with self.pace.turn(lane):
            self._must_stay()
            chat = await self.post.open(self.service_url, self.tenant_id, person.id)
        await asyncio.to_thread(self._met, person, chat)
        return chat

    def _must_stay(self) -> None:
        if self.leaving.is_set():
            raise _Leaving

    def _met(self, person: Person, chat: Conversation) -> None:
        with self.database.writing() as session:
            if conversations.find(session, chat.id) is None:
                conversations.remember(session, chat, person.id, {}, "", welcomed=False)


def _load(session: Session, delivery: Delivery) -> _Loaded:
    to = delivery.notice.to
    told = letter(session, delivery.notice)
    chats = [(conversations.find(session, card.conversation_id), card) for card in (told.cards if told else ())]
    cards = tuple((chat.conversation, card.activity_id) for chat, card in chats if chat is not None)
    return _Loaded(delivery, people.find(session, to), conversations.personal_of(session, to), told, cards)


def _later(delivery: Delivery, later: TryLater) -> Outcome:
    if delivery.attempts >= MOST_TRIES:
        log.error("delivery %d given up after %d tries (%d)", delivery.id, delivery.attempts, later.status)
        return Outcome(delivery, State.FAILED, str(later.status))
    backoff: float = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (delivery.attempts - 1)) * random.uniform(0.8, 1.2)  # noqa: S311
    return Outcome(delivery, State.WAITING, str(later.status), wait=max(later.after or 0.0, backoff))
