"""Quiet hours, advice and the language that people choose themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

QUIET = sa.text("state = 'quiet'")


def upgrade() -> None:
    op.create_table(
        "notice_setting",
        sa.Column("person_id", sa.String, primary_key=True),
        sa.Column("quiet_from", sa.Time),
        sa.Column("quiet_to", sa.Time),
        sa.Column("free_days", sa.Boolean, nullable=False),
        sa.Column("advice", sa.Boolean, nullable=False),
    )
    op.create_table(
        "advice",
        sa.Column("person_id", sa.String, primary_key=True),
        sa.Column("on", sa.Date, primary_key=True),
        sa.Column("passage_id", sa.String, nullable=False),
    )
    op.create_index("ix_delivery_quiet", "delivery", ["not_before"], sqlite_where=QUIET, postgresql_where=QUIET)
    op.create_index(
        "ix_receiver_quiet", "receiver", ["broadcast_id", "not_before"], sqlite_where=QUIET, postgresql_where=QUIET
    )
    op.add_column("person", sa.Column("chosen_language", sa.String, nullable=False, server_default=""))
