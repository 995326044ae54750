"""People from Microsoft Graph: as they were described last, how far the reading came, and what the file gave.

Whatever a person of the file has today was given by the file.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

_GIVEN = ("department", "deputy_id", "email", "language", "leader_id", "name", "roles", "workplace")  # by name


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
        sa.Column("enabled", sa.Boolean, nullable=False),
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
    person = sa.table("person", *(sa.column(name, sa.String) for name in (*_GIVEN, "given")))
    for name in _GIVEN:
        named = sa.update(person).where(sa.func.coalesce(person.c[name], "") != "")
        op.execute(named.values(given=sa.func.ltrim(person.c.given + f" {name}")))
