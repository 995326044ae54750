"""All tables in one place, for what must know every one of them: migrations, export and erasure."""

from __future__ import annotations

from sqlmodel import SQLModel

from storage import conversations, counts, deliveries, feeds, home_days, people, sent_cards

MODELS: tuple[type[SQLModel], ...] = (
    people.PersonRow,
    home_days.HomeDayRow,
    conversations.ConversationRow,
    sent_cards.SentCardRow,
    deliveries.DeliveryRow,
    feeds.FeedRow,
    counts.CountRow,
)
METADATA = SQLModel.metadata
