"""What a turn remembers of a chat: what was awaited, what was handled, and which cards stand there."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import ValidationError

from bot.chat import Said, Text
from bot.group_commit import GroupCommit
from bot.usecases.carry_out import Fact
from dialogs.awaiting import Awaiting, awaiting
from domain.conversations import Conversation, Place
from domain.facts import Stop, Stopped, Welcome, topic_of
from domain.people import Person
from storage import conversations, counts, people, sent_cards, strangers
from storage.database import Database

MOST_AT_ONCE = 100
CONTEXT_LASTS = timedelta(minutes=15)  # that a question leans on the one before


@dataclass(frozen=True, slots=True)
class Recalled:
    """What is known when somebody speaks."""

    person: Person | None
    leads: tuple[Person, ...]
    awaiting: Awaiting
    handled: tuple[str, ...]
    welcomed: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What a turn leaves: the fact that was shown, if any, and the card that it stands on."""

    said: Said
    recalled: Recalled
    person: Person
    fact: Fact | None = None
    card_id: str = ""


class Memory:
    """Loads before a turn and keeps after it; turns that end together are kept in one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._group = GroupCommit(self._keep_all, MOST_AT_ONCE)

    async def recall(self, said: Said) -> Recalled:
        """Return what is known of the speaker and the chat."""
        return await asyncio.to_thread(self._recall, said)

    async def keep(self, kept: Kept) -> None:
        """Keep what is awaited now, that this activity is handled, and the card that stands in the chat.

        Raises SQLAlchemyError when it cannot be.
        """
        await self._group.enter(kept)

    def _keep_all(self, turns: list[Kept]) -> None:
        with self._database.writing() as session:
            for kept in turns:
                said, person, fact = kept.said, kept.person, kept.fact
                personal = said.conversation.place is Place.PERSONAL
                conversations.remember(
                    session,
                    said.conversation if personal else _unowned(said.conversation),
                    person.id if personal else "",
                    awaiting(fact).model_dump(mode="json", exclude_defaults=True) if fact and personal else {},
                    said.activity_id,
                    kept.recalled.welcomed or isinstance(fact, Welcome) or personal,
                )
                if (topic := topic_of(fact)) is not None and kept.card_id and personal:
                    sent_cards.note(session, *topic, person.id, said.conversation.id, kept.card_id)
                if fact is not None:
                    counts.add(session, said.at.date(), f"turn.{type(fact).__name__}")

    def _recall(self, said: Said) -> Recalled:
        with self._database.reading() as session:
            person = people.find(session, said.sender.id) if said.sender.id else None
            chat = conversations.find(session, said.conversation.id)
            speaks = isinstance(said.act, Text)  # only words may name one of those they lead
            leads = tuple(people.led_by(session, person.id)) if person is not None and speaks else ()
            own = chat if chat is not None and (person is None or chat.person_id == person.id) else None
            return Recalled(
                person,
                leads,
                _awaited(own.state, own.heard_at) if own and own.state else Awaiting(),
                chat.handled if chat else (),
                bool(chat and chat.welcomed),
            )

    async def note(self, said: Said, shown: Fact | None) -> None:
        """Note that something said by a guest or a stranger was handled; nothing of what they said.

        Who they are is noted for HR, unless all they wanted was to ask the policy.
        """
        await asyncio.to_thread(self._note, said, shown)

    async def part(self, said: Said) -> None:
        """Note that the bot was removed from the chat."""
        await asyncio.to_thread(self._part, said)

    def _note(self, said: Said, shown: Fact | None) -> None:
        with self._database.writing() as session:
            conversations.remember(session, _unowned(said.conversation), "", {}, said.activity_id, welcomed=False)
            if shown is not None:
                counts.add(session, said.at.date(), f"turn.{type(shown).__name__}")
            if said.sender.id and shown == Stopped(Stop.UNKNOWN_PERSON):
                strangers.note(session, said.sender.id, said.sender.name, datetime.now(UTC))

    def _part(self, said: Said) -> None:
        with self._database.writing() as session:
            conversations.mark_gone(session, said.conversation.id, "removed")


def _awaited(state: dict[str, Any], heard_at: datetime) -> Awaiting:
    """Return what is awaited; a question of some while ago is no context any more.

    What another version left and this one cannot read is forgotten: the person says it again, or presses the button.
    """
    try:
        awaited = Awaiting.model_validate(state)
    except ValidationError:
        return Awaiting()
    fresh = not awaited.asked or datetime.now(UTC) - heard_at < CONTEXT_LASTS
    return awaited if fresh else awaited.model_copy(update={"asked": ""})


def _unowned(chat: Conversation) -> Conversation:
    """Return the chat without whoever spoke: what belongs to nobody cannot be erased with anybody."""
    return replace(chat, user_id="")
