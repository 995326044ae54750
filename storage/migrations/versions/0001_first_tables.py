"""The first tables: people, home days, chats, cards, deliveries, feeds and counters."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)
LIVE = sa.text("status IN ('asked', 'approved')")
OPEN = sa.text("state IN ('waiting', 'sending')")


def upgrade() -> None:
    _people()
    _home_days()
    _chats()
    _deliveries()
    op.create_table(
        "daily_count",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
    )


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("email", sa.String, nullable=False),
        sa.Column("email_key", sa.String, nullable=False),
        sa.Column("leader_id", sa.String),
        sa.Column("deputy_id", sa.String),
        sa.Column("department", sa.String, nullable=False),
        sa.Column("roles", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("workplace", sa.String, nullable=False),
        sa.Column("left_at", MOMENT),
    )
    op.create_index("ix_person_email_key", "person", ["email_key"])
    op.create_index("ix_person_leader_id", "person", ["leader_id"])
    op.create_index("ix_person_deputy_id", "person", ["deputy_id"])
    op.create_table(
        "feed",
        sa.Column("person_id", sa.String, primary_key=True),
        sa.Column("token", sa.String, nullable=False, unique=True),
    )


def _home_days() -> None:
    op.create_table(
        "home_day",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("person_id", sa.String, nullable=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("request_id", sa.Uuid, nullable=False),
        sa.Column("half", sa.String),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("asked_at", MOMENT),
        sa.Column("decided_by", sa.String),
        sa.Column("decided_at", MOMENT),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("cancellation_id", sa.Uuid),
        sa.Column("seen_at", MOMENT),
    )
    op.create_index("ix_home_day_person_on", "home_day", ["person_id", "on"])
    op.create_index(
        "uq_home_day_live", "home_day", ["person_id", "on"], unique=True, sqlite_where=LIVE, postgresql_where=LIVE
    )
    op.create_index("ix_home_day_request_id", "home_day", ["request_id"])
    op.create_index("ix_home_day_cancellation_id", "home_day", ["cancellation_id"])


def _chats() -> None:
    op.create_table(
        "conversation",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("person_id", sa.String, nullable=False),
        sa.Column("service_url", sa.String, nullable=False),
        sa.Column("tenant_id", sa.String, nullable=False),
        sa.Column("bot_id", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("user_id", sa.String, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("handled", sa.Text, nullable=False),
        sa.Column("welcomed", sa.Boolean, nullable=False),
        sa.Column("gone_code", sa.String, nullable=False),
        sa.Column("heard_at", MOMENT, nullable=False),
    )
    op.create_index("ix_conversation_person_id", "conversation", ["person_id"])
    op.create_table(
        "sent_card",
        sa.Column("conversation_id", sa.String, primary_key=True),
        sa.Column("activity_id", sa.String, primary_key=True),
        sa.Column("topic", sa.String, nullable=False),
        sa.Column("subject", sa.Uuid, nullable=False),
        sa.Column("person_id", sa.String, nullable=False),
    )
    op.create_index("ix_sent_card_about", "sent_card", ["subject", "topic"])
    op.create_index("ix_sent_card_person_id", "sent_card", ["person_id"])


def _deliveries() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("key", sa.String, nullable=False, unique=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("to_id", sa.String, nullable=False),
        sa.Column("subject", sa.Uuid, nullable=False),
        sa.Column("redraws", sa.String, nullable=False),
        sa.Column("spares", sa.String, nullable=False),
        sa.Column("occasion", sa.String, nullable=False),
        sa.Column("lane", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("sent_at", MOMENT),
        sqlite_autoincrement=True,  # an id is never given twice, not even after rows were deleted
    )
    op.create_index("ix_delivery_open", "delivery", ["lane", "id"], sqlite_where=OPEN, postgresql_where=OPEN)
    op.create_index("ix_delivery_to_id", "delivery", ["to_id"])
