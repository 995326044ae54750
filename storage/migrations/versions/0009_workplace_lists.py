"""Checklists of home workplaces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

MOMENT = sa.DateTime(timezone=True)
UNFINISHED = sa.text("reviewed_at IS NULL AND void_on IS NULL")


def upgrade() -> None:
    op.create_table(
        "workplace_list",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("person_id", sa.String, nullable=False),
        sa.Column("policy_version", sa.String, nullable=False),
        sa.Column("items", sa.Text, nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("asked_by", sa.String),
        sa.Column("replies", sa.Text, nullable=False),
        sa.Column("settlements", sa.Text, nullable=False),
        sa.Column("remark", sa.Text, nullable=False),
        sa.Column("met_on", sa.Date),
        sa.Column("sent_at", MOMENT),
        sa.Column("reviewed_at", MOMENT),
        sa.Column("reviewed_by", sa.String),
        sa.Column("void_on", sa.Date),
        sa.Column("edition", sa.Integer, nullable=False),
    )
    op.create_index("ix_workplace_list_person_id", "workplace_list", ["person_id"])
    op.create_index("ix_workplace_list_reviewed_at", "workplace_list", ["reviewed_at"])
    op.create_index(
        "uq_workplace_list_unfinished",
        "workplace_list",
        ["person_id"],
        unique=True,
        sqlite_where=UNFINISHED,
        postgresql_where=UNFINISHED,
    )
