"""Signed agreements on their way to the personnel file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

MOMENT = sa.DateTime(timezone=True)
WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    op.create_table(
        "agreement_paper",
        sa.Column("agreement_id", sa.Uuid, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("employee_id", sa.String, nullable=False),
        sa.Column("municipality", sa.String, nullable=False),
        sa.Column("policy_title", sa.String, nullable=False),
        sa.Column("policy_version", sa.String, nullable=False),
        sa.Column("pages", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("taken_by", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
    )
    op.create_index("ix_agreement_paper_employee_id", "agreement_paper", ["employee_id"])
    op.create_index(
        "ix_agreement_paper_open",
        "agreement_paper",
        ["not_before"],
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )
