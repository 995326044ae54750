"""Carries deliveries out: load, draw, send, note.

The delivery rows say what is left, so it may run any number of times.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.chat import NotReachable, Post, TooLarge, TryLater
from bot.outreach.letters import Letter, letter
from cards.draw import draw
from cards.drawn import Drawn
from cards.setting import Setting
from dialogs.awaiting import unasked
from domain.conversations import Conversation
from domain.facts import topic_of
from domain.people import Language, Person
from storage import conversations, deliveries, people, sent_cards
from storage.database import Database
from storage.deliveries import Delivery, State

log = logging.getLogger("hjemmebot.outreach")

MOST_TRIES = 12  # with the waits between them: about two hours
FIRST_WAIT = 2.0  # seconds
LONGEST_WAIT = 900.0


@dataclass(frozen=True, slots=True)
class Carrier:
    """Sends what was left. `pace` is entered once for each request to the connector."""

    database: Database
    post: Post
    setting: Callable[[Language], Setting]
    pace: AbstractAsyncContextManager[None]
    tenant_id: str
    service_url: str  # where a chat is opened with somebody who was never met

    async def carry(self, ids: Sequence[int]) -> float | None:
        """Carry out what has not arrived of these, and return the seconds to the next try, or None when all is done."""
        taken = await asyncio.to_thread(self._take, ids)
        waits = [wait for one in taken if (wait := await self._one(one)) is not None]
        return max(waits, default=None)

    async def _one(self, delivery: Delivery) -> float | None:
        try:
            await self._deliver(delivery)
        except NotReachable as gone:
            await asyncio.to_thread(self._mark, delivery, State.GONE, gone.code)
        except TooLarge:
            await asyncio.to_thread(self._mark, delivery, State.FAILED, "too_large")
        except TryLater as later:
            return await self._again(delivery, later)
        return None

    async def _again(self, delivery: Delivery, later: TryLater) -> float | None:
        if delivery.attempts >= MOST_TRIES:
            log.error("delivery %d given up after %d tries (%d)", delivery.id, delivery.attempts, later.status)
            await asyncio.to_thread(self._mark, delivery, State.FAILED, str(later.status))
            return None
        await asyncio.to_thread(self._mark, delivery, State.WAITING, str(later.status))
        backoff: float = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (delivery.attempts - 1)) * random.uniform(0.8, 1.2)  # noqa: S311
        return max(later.after or 0.0, backoff)

    async def _deliver(self, delivery: Delivery) -> None:
        person, chat, found = await asyncio.to_thread(self._load, delivery)
        if found is None or person is None:
            await asyncio.to_thread(self._mark, delivery, State.SENT, "nothing_left")
            return
        drawn = draw(found.fact, self.setting(person.language))
        if found.cards:
            await self._redraw(delivery, found, drawn)
            return
        chat = chat or await self._meet(person)
        async with self.pace:
            card_id = await self.post.send(chat, drawn)
        await asyncio.to_thread(self._sent, delivery, person, chat, found, card_id)

    async def _redraw(self, delivery: Delivery, found: Letter, drawn: Drawn) -> None:
        for card in found.cards:
            chat = await asyncio.to_thread(self._chat, card.conversation_id)
            if chat is not None:
                async with self.pace:
                    await self.post.update(chat, card.activity_id, drawn)
        await asyncio.to_thread(self._mark, delivery, State.SENT)

    async def _meet(self, person: Person) -> Conversation:
        async with self.pace:
            chat = await self.post.open(self.service_url, self.tenant_id, person.id)
        await asyncio.to_thread(self._met, person, chat)
        return chat

    def _take(self, ids: Sequence[int]) -> list[Delivery]:
        with self.database.writing() as session:
            return deliveries.take(session, ids)

    def _load(self, delivery: Delivery) -> tuple[Person | None, Conversation | None, Letter | None]:
        with self.database.reading() as session:
            person = people.find(session, delivery.notice.to)
            return person, conversations.personal_of(session, delivery.notice.to), letter(session, delivery.notice)

    def _chat(self, conversation_id: str) -> Conversation | None:
        with self.database.reading() as session:
            found = conversations.find(session, conversation_id)
            return found.conversation if found is not None else None

    def _met(self, person: Person, chat: Conversation) -> None:
        with self.database.writing() as session:
            conversations.remember(session, chat, person.id, {}, "", welcomed=False)

    def _mark(self, delivery: Delivery, state: State, code: str = "") -> None:
        with self.database.writing() as session:
            deliveries.mark(session, delivery.id, state, code)

    def _sent(self, delivery: Delivery, person: Person, chat: Conversation, found: Letter, card_id: str) -> None:
        awaited = unasked(found.fact).model_dump(mode="json", exclude_defaults=True)
        with self.database.writing() as session:
            deliveries.mark(session, delivery.id, State.SENT, now=datetime.now(UTC))
            # What was asked before this message must not be answered by a "ja" that was meant for it, or the reverse.
            conversations.expect(session, chat.id, awaited)
            if (topic := topic_of(found.fact)) is not None:
                sent_cards.note(session, *topic, person.id, chat.id, card_id)
