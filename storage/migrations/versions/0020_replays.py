"""What the example questions showed of a draft stands beside it, for the chat to tell."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.add_column("policy_version", sa.Column("replay", sa.Text))
