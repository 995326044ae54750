"""Rankings learnt with the vectors of the judge's endpoint."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.create_table(
        "judge_ranking",
        sa.Column("policy_number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("embedder", sa.String, primary_key=True),
        sa.Column("models", sa.LargeBinary, nullable=False),
        sa.Column("learnt_at", sa.DateTime(timezone=True), nullable=False),
    )
