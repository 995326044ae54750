"""Finding what waits too long, among however many days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

ASKED = sa.text("status = 'asked'")
UNSEEN = sa.text("status = 'cancelled' AND seen_at IS NULL")


def upgrade() -> None:
    op.create_index("ix_home_day_asked", "home_day", ["on"], sqlite_where=ASKED, postgresql_where=ASKED)
    op.create_index("ix_home_day_unseen", "home_day", ["on"], sqlite_where=UNSEEN, postgresql_where=UNSEEN)
