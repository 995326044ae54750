"""Alembic's entry: runs migrations on the connection that storage.migrate hands over, in its transaction."""

from alembic import context

from storage.tables import METADATA


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out tables of others in the same database (the durable engine has its own)."""
    return kind != "table" or name in METADATA.tables


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    include_name=is_ours,
    render_as_batch=True,  # SQLite cannot alter a column in place
)
with context.begin_transaction():
    context.run_migrations()
