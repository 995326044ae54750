"""Broadcasts, their receivers, files that can be fetched for a while, and the pace that replicas share."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

MOMENT = sa.DateTime(timezone=True)
OPEN = sa.text("state IN ('waiting', 'sending')")
CONFIRMED = sa.text("confirmed_at IS NOT NULL")
MOVING = sa.text("stage IN ('scheduled', 'sending', 'recalling')")
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _broadcasts()
    _receivers()
    op.create_table(
        "download",
        sa.Column("token_hash", sa.String, primary_key=True),
        sa.Column("subject", sa.Uuid, nullable=False),
        sa.Column("person_id", sa.String, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
    )
    op.create_index("ix_download_person_id", "download", ["person_id"])
    op.create_table(
        "pace_share",
        sa.Column("replica", sa.String, primary_key=True),
        sa.Column("thousandths", BIG, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
    )


def _broadcasts() -> None:
    op.create_table(
        "broadcast",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("author_id", sa.String),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title_en", sa.String, nullable=False),
        sa.Column("text_en", sa.Text, nullable=False),
        sa.Column("link", sa.String, nullable=False),
        sa.Column("picture", sa.String, nullable=False),
        sa.Column("confirm", sa.Boolean, nullable=False),
        sa.Column("confirm_by", sa.Date),
        sa.Column("audience", sa.String, nullable=False),
        sa.Column("departments", sa.Text, nullable=False),
        sa.Column("send_at", MOMENT),
        sa.Column("changed_at", MOMENT),
        sa.Column("started_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("halted", sa.String, nullable=False),
        sa.Column("shown_at", MOMENT),
        sa.Column("reminded_on", sa.Date),
    )
    op.create_index("ix_broadcast_moving", "broadcast", ["stage"], sqlite_where=MOVING, postgresql_where=MOVING)


def _receivers() -> None:
    op.create_table(
        "receiver",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("broadcast_id", sa.Uuid, nullable=False),
        sa.Column("person_id", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("task", sa.String, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("sent_at", MOMENT),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("conversation_id", sa.String, nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("cards", sa.Text, nullable=False),
    )
    op.create_index("uq_receiver", "receiver", ["broadcast_id", "person_id"], unique=True)
    op.create_index("ix_receiver_person_id", "receiver", ["person_id"])
    op.create_index(
        "ix_receiver_confirmed",
        "receiver",
        ["broadcast_id", "confirmed_at"],
        sqlite_where=CONFIRMED,
        postgresql_where=CONFIRMED,
    )
    op.create_index("ix_receiver_open", "receiver", ["broadcast_id", "id"], sqlite_where=OPEN, postgresql_where=OPEN)
