"""What teams have agreed for themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "local_frame",
        sa.Column("leader_id", sa.String, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("med_on", sa.Date, nullable=False),
        sa.Column("approval", sa.String, nullable=False),
        sa.Column("attendance", sa.String, nullable=False),
        sa.Column("dates", sa.String, nullable=False),
        sa.Column("most_a_week", sa.Integer),
        sa.Column("notice", sa.Integer, nullable=False),
        sa.Column("hours", sa.String, nullable=False),
        sa.Column("meetings", sa.String, nullable=False),
        sa.Column("replacement", sa.Boolean, nullable=False),
        sa.Column("discuss_on", sa.Date),
    )
    op.create_index("ix_local_frame_discuss_on", "local_frame", ["discuss_on"])
