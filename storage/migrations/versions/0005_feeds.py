"""Feeds of teams too, and of their tokens only a hash: addresses that are in use go on working."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    rows = op.get_bind().execute(sa.text("SELECT person_id, token FROM feed")).all()
    op.drop_table("feed")
    feed = op.create_table(
        "feed",
        sa.Column("person_id", sa.String, primary_key=True),
        sa.Column("scope", sa.String, primary_key=True),
        sa.Column("token_hash", sa.String, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
    )
    op.create_index("uq_feed_token_hash", "feed", ["token_hash"], unique=True)
    now = datetime.now(UTC)
    hashes = [
        {"person_id": id_, "scope": "own", "token_hash": sha256(token.encode()).hexdigest(), "made_at": now}
        for id_, token in rows
    ]
    if hashes:
        op.bulk_insert(feed, hashes)
