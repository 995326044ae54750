"""What a turn remembers of a chat: what was awaited, what was handled, and which cards stand there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.chat import Said, Text
from bot.usecases.carry_out import Fact
from dialogs.awaiting import Awaiting, awaiting
from domain.conversations import Conversation, Place
from domain.facts import Welcome, topic_of
from domain.people import Person
from storage import conversations, counts, people, sent_cards
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Recalled:
    """What is known when somebody speaks."""

    person: Person | None
    leads: tuple[Person, ...]
    awaiting: Awaiting
    handled: tuple[str, ...]
    welcomed: bool


@dataclass(frozen=True, slots=True)
class Memory:
    """Loads before a turn and keeps after it, in one read and one write. Synchronous: call it in a thread."""

    database: Database

    def recall(self, said: Said) -> Recalled:
        """Return what is known of the speaker and the chat."""
        with self.database.reading() as session:
            person = people.find(session, said.sender.id) if said.sender.id else None
            chat = conversations.find(session, said.conversation.id)
            speaks = isinstance(said.act, Text)  # only words may name one of those they lead
            leads = tuple(people.led_by(session, person.id)) if person is not None and speaks else ()
            own = chat if chat is not None and (person is None or chat.person_id == person.id) else None
            return Recalled(
                person,
                leads,
                Awaiting.model_validate(own.state) if own and own.state else Awaiting(),
                chat.handled if chat else (),
                bool(chat and chat.welcomed),
            )

    def keep(self, said: Said, recalled: Recalled, person: Person, fact: Fact | None, card_id: str) -> None:
        """Keep what is awaited now, that this activity is handled, and the card that stands in the chat."""
        personal = said.conversation.place is Place.PERSONAL
        state = awaiting(fact).model_dump(mode="json", exclude_defaults=True) if fact and personal else {}
        welcomed = recalled.welcomed or isinstance(fact, Welcome) or personal
        with self.database.writing() as session:
            conversations.remember(
                session,
                said.conversation if personal else _unowned(said.conversation),
                person.id if personal else "",
                state,
                said.activity_id,
                welcomed,
            )
            if (topic := topic_of(fact)) is not None and card_id and personal:
                sent_cards.note(session, *topic, person.id, said.conversation.id, card_id)
            if fact is not None:
                counts.add(session, said.at.date(), f"turn.{type(fact).__name__}")

    def note(self, said: Said) -> None:
        """Note that something said by a stranger was handled, and nothing else of them."""
        with self.database.writing() as session:
            conversations.remember(session, _unowned(said.conversation), "", {}, said.activity_id, welcomed=False)

    def part(self, said: Said) -> None:
        """Note that the bot was removed from the chat."""
        with self.database.writing() as session:
            conversations.mark_gone(session, said.conversation.id, "removed")


def _unowned(chat: Conversation) -> Conversation:
    """Return the chat without whoever spoke: what belongs to nobody cannot be erased with anybody."""
    return replace(chat, user_id="")
