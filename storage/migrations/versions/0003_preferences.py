"""What people set for themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "preferences",
        sa.Column("person_id", sa.String, primary_key=True),
        sa.Column("phone", sa.String, nullable=False),
        sa.Column("reach_from", sa.Time),
        sa.Column("reach_to", sa.Time),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True)),
    )
