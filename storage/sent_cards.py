"""Which card in which chat shows what, so that it can be redrawn when that changes."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Index, select
from sqlmodel import Field, Session, SQLModel

from domain.facts import Topic
from storage.columns import OWNER, table_of
from storage.dialect import insert_into


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
    values = {"topic": topic.value, "subject": subject, "person_id": person_id}
    statement = insert_into(session, CARD).values(conversation_id=conversation_id, activity_id=activity_id, **values)
    changes = {name: statement.excluded[name] for name in values}
    keys = ["conversation_id", "activity_id"]
    session.connection().execute(statement.on_conflict_do_update(index_elements=keys, set_=changes))


def about(session: Session, topic: Topic, subject: UUID, person_id: str | None = None) -> list[SentCard]:
    """Return the cards that show this, of one person or of all."""
    query = select(CARD).where(CARD.c.subject == subject, CARD.c.topic == topic.value)
    if person_id is not None:
        query = query.where(CARD.c.person_id == person_id)
    rows = session.connection().execute(query.order_by(CARD.c.conversation_id, CARD.c.activity_id))
    return [
        SentCard(Topic(row.topic), row.subject, row.person_id, row.conversation_id, row.activity_id) for row in rows
    ]
