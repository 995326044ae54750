"""Questions sent to HR, and HR's answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "question",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("asker_id", sa.String),
        sa.Column("answer_id", sa.Uuid),
    )
    for column in ("asked_at", "asker_id", "answer_id"):
        op.create_index(f"ix_question_{column}", "question", [column])
    op.create_table(
        "hr_answer",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("scope", sa.String, nullable=False),
        sa.Column("author_id", sa.String),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("ix_hr_answer_scope", "hr_answer", ["scope"])
