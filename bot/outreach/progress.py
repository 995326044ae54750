"""The progress of a broadcast, drawn anew on HR's cards in place: at most once in two seconds, by one replica."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from uuid import UUID

from bot.chat import NotReachable, Post, TooLarge, TryLater
from bot.outreach.pace import Pace
from bot.usecases.report_broadcast import broadcast_progress
from cards.draw import draw
from cards.setting import Setting
from domain.conversations import Conversation
from domain.facts import BroadcastProgress, Topic
from domain.notices import Lane
from domain.people import Language
from storage import broadcasts, conversations, people, sent_cards
from storage.database import Database

log = logging.getLogger("hjemmebot.outreach")

EVERY = timedelta(seconds=2)
MOST_CARDS = 8

Standing = list[tuple[Conversation, str, Language]]


class Progress:
    """Draws the cards that show how far broadcasts got."""

    def __init__(self, database: Database, post: Post, pace: Pace, setting: Callable[[Language], Setting]) -> None:
        self._database = database
        self._post = post
        self._pace = pace
        self._setting = setting
        self._next: dict[UUID, float] = {}

    async def show(self, broadcast_id: UUID, *, last: bool = False) -> None:
        """Draw the cards anew, unless that was done within the last two seconds; the `last` drawing waits for that."""
        loop = asyncio.get_running_loop()
        if last:
            await asyncio.sleep(EVERY.total_seconds() + 0.1)
        elif loop.time() < self._next.get(broadcast_id, 0.0):
            return
        self._next = {one: at for one, at in self._next.items() if at > loop.time()}
        self._next[broadcast_id] = loop.time() + EVERY.total_seconds()
        try:
            fact, cards = await asyncio.to_thread(self._load, broadcast_id)
            if fact is not None:
                await self._draw(fact, cards)
        except Exception as fault:  # noqa: BLE001 - a picture that is missing must not hold up the sending
            log.error("the progress was not drawn after %s", type(fault).__name__)

    async def _draw(self, fact: BroadcastProgress, cards: Standing) -> None:
        for chat, card_id, language in cards:
            with suppress(NotReachable, TooLarge, TryLater):  # the next drawing is two seconds away
                async with self._pace.turn(Lane.REMINDER):
                    await self._post.send_copy(chat, self._post.copy(draw(fact, self._setting(language))), card_id)

    def _load(self, broadcast_id: UUID) -> tuple[BroadcastProgress | None, Standing]:
        now = datetime.now(UTC)
        with self._database.writing() as session:
            if not broadcasts.show(session, broadcast_id, now, now - EVERY):
                return None, []
        with self._database.reading() as session:
            fact = broadcast_progress(session, broadcast_id)
            standing: Standing = []
            for card in sent_cards.about(session, Topic.BROADCAST, broadcast_id)[-MOST_CARDS:]:
                chat, person = conversations.find(session, card.conversation_id), people.find(session, card.person_id)
                if chat is not None and person is not None:
                    standing.append((chat.conversation, card.activity_id, person.language))
            return fact, standing
