"""The bot as the version after this one would be: the same rooms, with one migration more.

NEXT_MIGRATIONS is the folder of migrations that this version has; see `migrations`.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from storage import migrate

NUMBER = "9999"
SECONDS = 1.0  # for which the upgrade holds the tables that it changes
_MIGRATION = f'''
"""What a migration of this house may do: add."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "{NUMBER}", "{migrate.HEAD}"
branch_labels = depends_on = None


def upgrade() -> None:
    for table in ("home_day", "conversation", "delivery", "person"):
        op.add_column(table, sa.Column("next_note", sa.String(), nullable=True))
    op.add_column("home_day", sa.Column("next_number", sa.Integer(), nullable=False, server_default="7"))
    op.create_table("next_thing", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.String()))
    op.create_index("ix_home_day_next", "home_day", ["next_number"])
    op.execute("SELECT pg_sleep({SECONDS})")
'''


def migrations(folder: Path) -> Path:
    """Write the next version's migrations to a folder that is not there yet, and return it."""
    shutil.copytree(migrate.FOLDER, folder)
    (folder / "versions" / f"{NUMBER}_next.py").write_text(_MIGRATION, "utf-8")
    return folder


if __name__ == "__main__":
    from bot.__main__ import main

    migrate.FOLDER, migrate.HEAD = Path(os.environ["NEXT_MIGRATIONS"]), NUMBER
    main()
