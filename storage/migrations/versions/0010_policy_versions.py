"""Versions of the policy."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

MOMENT = sa.DateTime(timezone=True)
RUNNING = sa.text("stage = 'running'")


def upgrade() -> None:
    op.create_table(
        "policy_version",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("handbook", sa.Text, nullable=False),
        sa.Column("models", sa.LargeBinary, nullable=False),
        sa.Column("imported_by", sa.String),
        sa.Column("imported_at", MOMENT, nullable=False),
        sa.Column("published_by", sa.String),
        sa.Column("published_at", MOMENT),
    )
    op.create_index(
        "uq_policy_version_running",
        "policy_version",
        ["stage"],
        unique=True,
        sqlite_where=RUNNING,
        postgresql_where=RUNNING,
    )
