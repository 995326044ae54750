"""How far Outlook has followed the approved days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

OPEN = sa.text("state = 'waiting'")


def upgrade() -> None:
    op.create_table(
        "calendar_entry",
        sa.Column("day_id", sa.Uuid, primary_key=True),
        sa.Column("person_id", sa.String, nullable=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("wanted", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("code", sa.String, nullable=False),
    )
    op.create_index("ix_calendar_entry_person_id", "calendar_entry", ["person_id"])
    op.create_index(
        "ix_calendar_entry_open", "calendar_entry", ["not_before"], sqlite_where=OPEN, postgresql_where=OPEN
    )
