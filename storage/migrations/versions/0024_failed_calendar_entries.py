"""An index of the days that Outlook was given up for, so that they are counted without a walk through all."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"

FAILED = sa.text("state = 'failed'")


def upgrade() -> None:
    op.create_index("ix_calendar_entry_failed", "calendar_entry", ["on"], sqlite_where=FAILED, postgresql_where=FAILED)
