"""Carries one broadcast to one receiver, and says what became of it."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.chat import NotReachable, Post, TooLarge, TryLater
from bot.outreach.chat_pace import ChatPace
from bot.outreach.copies import Copies
from bot.outreach.pace import Pace
from domain.broadcasts import Broadcast
from domain.conversations import Conversation
from domain.notices import Lane
from storage import conversations
from storage.database import Database
from storage.mailbag import Mark, Receiver
from storage.receivers import LEFT, State, Task

MOST_TRIES = 8  # being told to wait (429) is not one of them
FIRST_WAIT = 2.0  # seconds
LONGEST_WAIT = 300.0


@dataclass(frozen=True, slots=True)
class MailCarrier:
    """Sends, reminds, corrects or calls back."""

    post: Post
    copies: Copies
    pace: Pace
    chats: ChatPace
    tenant_id: str
    service_url: str
    database: Database

    async def carry(self, broadcast: Broadcast, to: Receiver) -> Mark:
        """Return the mark to note. Raises nothing of the connector's."""
        if not to.is_here:
            return self._ended(to, State.GONE, LEFT, broadcast)
        try:
            return await self._carry(broadcast, to)
        except NotReachable as gone:
            return self._ended(to, State.GONE, gone.code, broadcast)
        except TooLarge:
            return self._ended(to, State.FAILED, "too_large", broadcast)
        except TryLater as later:
            if later.status != 429 and to.attempts >= MOST_TRIES:
                return self._ended(to, State.FAILED, str(later.status), broadcast)
            at = datetime.now(UTC) + timedelta(seconds=_wait(to.attempts, later))
            counts = later.status != 429
            return Mark(to, State.WAITING, str(later.status), at, cards=to.cards, edition=to.edition, is_attempt=counts)

    async def _carry(self, broadcast: Broadcast, to: Receiver) -> Mark:
        match to.task:
            case Task.SEND | Task.REMIND:
                return await self._send(broadcast, to)
            case Task.CORRECT:
                return await self._correct(broadcast, to)
            case Task.RECALL:
                return await self._recall(to)

    async def _send(self, broadcast: Broadcast, to: Receiver) -> Mark:
        chat = to.chat or await self._open(to)
        if (wait := self.chats.wait(chat.id)) > 0:
            await asyncio.sleep(min(wait, 2.0))
        async with self.pace.turn(Lane.BROADCAST):
            card = await self.post.send_copy(chat, self.copies.of(broadcast, to))
        return Mark(
            to,
            State.DONE,
            is_sent=True,
            conversation_id=chat.id,
            cards=(*to.cards, card),
            edition=broadcast.edition,
        )

    async def _correct(self, broadcast: Broadcast, to: Receiver) -> Mark:
        if to.chat is not None:
            for card in to.cards:
                async with self.pace.turn(Lane.BROADCAST):
                    await self.post.send_copy(to.chat, self.copies.of(broadcast, to), card)
        return Mark(to, State.DONE, cards=to.cards, edition=broadcast.edition)

    async def _recall(self, to: Receiver) -> Mark:
        if to.chat is not None:
            for card in to.cards:
                async with self.pace.turn(Lane.BROADCAST):
                    await self.post.delete(to.chat, card)
        return Mark(to, State.DONE, edition=to.edition)

    async def _open(self, to: Receiver) -> Conversation:
        async with self.pace.turn(Lane.BROADCAST):
            chat = await self.post.open(self.service_url, self.tenant_id, to.person_id)
        await asyncio.to_thread(self._met, to.person_id, chat)
        return chat

    def _met(self, person_id: str, chat: Conversation) -> None:
        with self.database.writing() as session:
            if conversations.find(session, chat.id) is None:
                conversations.remember(session, chat, person_id, {}, "", welcomed=False)

    def _ended(self, to: Receiver, state: State, code: str, broadcast: Broadcast) -> Mark:
        cards = () if to.task is Task.RECALL else to.cards
        return Mark(to, state, code, cards=cards, edition=broadcast.edition)


def _wait(attempts: int, later: TryLater) -> float:
    backoff: float = min(LONGEST_WAIT, FIRST_WAIT * 2 ** max(0, attempts - 1)) * random.uniform(0.8, 1.2)  # noqa: S311
    if later.status == 429 and later.after is not None:
        return later.after * random.uniform(1.0, 1.03)  # noqa: S311
    return max(later.after or 0.0, backoff)
