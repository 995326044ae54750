"""What the columns of all tables share: moments in UTC, and marks on those that name a person."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Table
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

PERSON = "person"  # the keys in a column's info
SALT = "salt"

# The row is about this person: it is exported, and deleted when the person is erased.
OWNER: dict[str, Any] = {"info": {PERSON: "owner"}}
# The row is about somebody else and only names this person: the name is blanked when the person is erased.
MENTION: dict[str, Any] = {"info": {PERSON: "mention"}}


# What a chat awaits: of the chat's owner, but it may offer choices that name this person. Emptied where it does.
TALK: dict[str, Any] = {"info": {PERSON: "talk"}}


def trace(salt: str) -> dict[str, Any]:
    """Mark a column of a trail: the row is exported whole; erasing blanks the name and its salt, nothing else."""
    return {"info": {PERSON: "trace", SALT: salt}}


class Moment(TypeDecorator[datetime]):
    """A moment, stored as UTC and returned aware. A naive datetime is refused with ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment, aware: SQLite gives back a naive one, PostgreSQL one in the session's zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def table_of(model: type[SQLModel]) -> Table:
    """Return the table of a model. Statements are made of its columns: quicker than loading rows as objects."""
    return SQLModel.metadata.tables[str(model.__tablename__)]
