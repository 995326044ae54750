"""The APV checklists of teams, and their history."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("leader_id", sa.String, unique=True),
        sa.Column("department", sa.String, nullable=False),
        sa.Column("policy_version", sa.String, nullable=False),
        sa.Column("items", sa.Text, nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("remarks", sa.Text, nullable=False),
        sa.Column("review_on", sa.Date),
        sa.Column("edition", sa.Integer, nullable=False),
    )
    op.create_index("ix_assessment_department", "assessment", ["department"])
    op.create_index("ix_assessment_review_on", "assessment", ["review_on"])
    op.create_table(
        "assessment_change",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("assessment_id", sa.Uuid, nullable=False),
        sa.Column("item_id", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("by", sa.String),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("ix_assessment_change_assessment_id", "assessment_change", ["assessment_id", "at"])
