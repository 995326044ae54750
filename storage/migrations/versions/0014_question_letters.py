"""What joins an answered question to the notice of its answer, for a day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("question", sa.Column("letter_id", sa.Uuid))
    op.create_index("ix_question_letter_id", "question", ["letter_id"])
