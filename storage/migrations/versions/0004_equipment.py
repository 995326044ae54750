"""Equipment that was handed out, and who leaves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "equipment",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("person_id", sa.String, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("handed_on", sa.Date, nullable=False),
        sa.Column("handed_by", sa.String),
        sa.Column("payer", sa.String, nullable=False),
        sa.Column("department", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("source_id", sa.Uuid),
        sa.Column("fate", sa.String, nullable=False),
        sa.Column("residual", sa.Integer),
        sa.Column("valued_by", sa.String),
        sa.Column("settled_on", sa.Date),
        sa.Column("settled_by", sa.String),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("ix_equipment_person_id", "equipment", ["person_id"])
    op.create_table(
        "leaving",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("person_id", sa.String, nullable=False, unique=True),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.Column("started_by", sa.String),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
    )
