"""Which card in which chat shows what, so that it can be redrawn when that changes."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Index, bindparam, select
from sqlmodel import Field, Session, SQLModel

from domain.facts import Topic
from storage.columns import OWNER, table_of
from storage.dialect import Upsert


class SentCardRow(SQLModel, table=True):
    """A card in a chat and the one thing that it shows now."""

    __tablename__ = "sent_card"
    __table_args__ = (Index("ix_sent_card_about", "subject", "topic"),)

    conversation_id: str = Field(primary_key=True)
    activity_id: str = Field(primary_key=True)
    topic: str
    subject: UUID
    person_id: str = Field(index=True, sa_column_kwargs=OWNER)


CARD = table_of(SentCardRow)
_NOTE = Upsert(
    CARD,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["conversation_id", "activity_id"],
        set_={name: insert.excluded[name] for name in ("topic", "subject", "person_id")},
    ),
)
_ABOUT = (
    select(CARD)
    .where(CARD.c.subject == bindparam("subject"), CARD.c.topic == bindparam("topic"))
    .order_by(CARD.c.conversation_id, CARD.c.activity_id)
)
_ABOUT_FOR_ONE = _ABOUT.where(CARD.c.person_id == bindparam("person"))


@dataclass(frozen=True, slots=True)
class SentCard:
    """A card that stands in a person's chat."""

    topic: Topic
    subject: UUID
    person_id: str
    conversation_id: str
    activity_id: str


def note(session: Session, topic: Topic, subject: UUID, person_id: str, conversation_id: str, activity_id: str) -> None:
    """Note what a card shows. A card redrawn as something else is from then on about that alone."""
    values = {
        "conversation_id": conversation_id,
        "activity_id": activity_id,
        "topic": topic.value,
        "subject": subject,
        "person_id": person_id,
    }
    _NOTE.run(session, values)


def about(session: Session, topic: Topic, subject: UUID, person_id: str | None = None) -> list[SentCard]:
    """Return the cards that show this, of one person or of all."""
    query = _ABOUT if person_id is None else _ABOUT_FOR_ONE
    rows = session.connection().execute(query, {"subject": subject, "topic": topic.value, "person": person_id})
    return [SentCard(topic, subject, row.person_id, row.conversation_id, row.activity_id) for row in rows]
