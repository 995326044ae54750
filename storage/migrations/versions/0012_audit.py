"""The audit trail: a chain of lines, and the one row that is its head."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.String),
        sa.Column("by_salt", sa.String),
        sa.Column("by_seal", sa.String, nullable=False),
        sa.Column("deed", sa.String, nullable=False),
        sa.Column("whom_id", sa.String),
        sa.Column("whom_salt", sa.String),
        sa.Column("whom_seal", sa.String, nullable=False),
        sa.Column("detail", sa.String, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
    )
    op.create_index("ix_audit_by_id", "audit", ["by_id"])
    op.create_index("ix_audit_whom_id", "audit", ["whom_id"])
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
        sa.Column("gone_number", sa.BigInteger, nullable=False),
        sa.Column("gone_hash", sa.String, nullable=False),
    )
