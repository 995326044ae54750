"""People from Microsoft Graph: as they were described last, how far the reading came, and what the file gave.

An empty `given` says that all that a person has was given by the file: so it was before, and so older replicas write.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "graph_person",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("email", sa.String, nullable=False),
        sa.Column("leader_id", sa.String),
        sa.Column("department", sa.String, nullable=False),
        sa.Column("workplace", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("hr", sa.Boolean, nullable=False),
    )
    op.create_table(
        "graph_sync",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("delta_link", sa.String, nullable=False),
        sa.Column("tracked", sa.String, nullable=False),
        sa.Column("due_at", moment, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("until", moment, nullable=False),
        sa.Column("done_at", moment),
        sa.Column("leaving", sa.Integer, nullable=False),
        sa.Column("here", sa.Integer, nullable=False),
    )
    op.add_column("person", sa.Column("given", sa.String, nullable=False, server_default=""))
