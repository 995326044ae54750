"""Who wrote to the bot and stands in no directory, so that HR can put them in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "stranger",
        sa.Column("person_id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("wrote_at", sa.DateTime(timezone=True), nullable=False),
    )
