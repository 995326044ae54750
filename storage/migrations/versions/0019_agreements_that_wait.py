"""Agreements that wait for a confirmation are found by the day when their words were changed last."""

from __future__ import annotations

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_index("ix_agreement_version_changed_at", "agreement_version", ["changed_at"])
