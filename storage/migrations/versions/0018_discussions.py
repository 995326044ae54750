"""Rounds of questions to teams before they discuss home work, and the answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "discussion",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("leader_id", sa.String),
        sa.Column("policy_version", sa.String, nullable=False),
        sa.Column("questions", sa.Text, nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("closes_on", sa.Date, nullable=False),
        sa.Column("closed_at", MOMENT),
    )
    op.create_index("ix_discussion_leader_id", "discussion", ["leader_id"])
    op.create_index("ix_discussion_started_at", "discussion", ["started_at"])
    op.create_index("ix_discussion_closes_on", "discussion", ["closes_on"])
    op.create_table(
        "discussion_reply",
        sa.Column("discussion_id", sa.Uuid, primary_key=True),
        sa.Column("person_id", sa.String, primary_key=True),
        sa.Column("opinions", sa.Text, nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
    )
    op.create_index("ix_discussion_reply_person_id", "discussion_reply", ["person_id"])
