"""Agreements about recurring home work, their versions, and days that recur."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

MOMENT = sa.DateTime(timezone=True)
OPEN = sa.text("ended_at IS NULL")


def upgrade() -> None:
    op.add_column("home_day", sa.Column("recurring", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "agreement",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("employee_id", sa.String, nullable=False),
        sa.Column("draft_number", sa.Integer, nullable=False),
        sa.Column("forced_number", sa.Integer),
        sa.Column("ended_by", sa.String),
        sa.Column("ended_at", MOMENT),
        sa.Column("ends_on", sa.Date),
        sa.Column("seen_by_employee", sa.Integer, nullable=False),
        sa.Column("seen_by_leader", sa.Integer, nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
    )
    op.create_index("ix_agreement_employee_id", "agreement", ["employee_id"])
    op.create_index(
        "uq_agreement_open", "agreement", ["employee_id"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN
    )
    op.create_table(
        "agreement_version",
        sa.Column("agreement_id", sa.Uuid, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("employee_id", sa.String, nullable=False),
        sa.Column("terms", sa.Text, nullable=False),
        sa.Column("changed_by", sa.String),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("employee_at", MOMENT),
        sa.Column("leader_by", sa.String),
        sa.Column("leader_at", MOMENT),
    )
    op.create_index("ix_agreement_version_employee_id", "agreement_version", ["employee_id"])
