"""What the database tells of itself, for `hjemmebot doctor`. Nothing is changed, and no file is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, inspect, select, text
from sqlalchemy.engine import make_url
from sqlmodel import Session

from storage.database import Database
from storage.person_row import PERSON

_RIGHTS = text("SELECT current_schema(), current_user, has_schema_privilege(current_schema(), 'CREATE')")


@dataclass(frozen=True, slots=True)
class Server:
    """The database's kind, version and clock, and the number of its last migration ("" before the first)."""

    kind: str
    version: str
    major: int
    now: datetime
    revision: str


@dataclass(frozen=True, slots=True)
class Rights:
    """The schema that tables are made in, who makes them, and whether they may."""

    schema: str
    user: str
    may: bool


def sqlite_file(url: str) -> Path | None:
    """Return the file of a SQLite address, None for PostgreSQL."""
    parsed = make_url(url)
    return Path(parsed.database or "") if parsed.get_backend_name() == "sqlite" else None


def server(database: Database) -> Server:
    """Return what the server tells. Raises SQLAlchemyError when it cannot be reached."""
    with database.reading() as session:
        connection = session.connection()
        major, *rest = connection.dialect.server_version_info or (0,)
        now = datetime.now(UTC) if database.is_sqlite else session.execute(select(func.clock_timestamp())).scalar_one()
        known = inspect(connection).has_table("alembic_version")
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar() if known else ""
    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    return Server(kind, ".".join(map(str, (major, *rest))), int(major), now, revision or "")


def is_whole(session: Session) -> bool:
    """Return whether a SQLite file is sound: pages, order of the rows, and indices as far as it is quick."""
    return bool(session.connection().execute(text("PRAGMA quick_check(1)")).scalar_one() == "ok")


def rights(session: Session) -> Rights:
    """Return what the user may do in PostgreSQL's schema."""
    schema, user, may = session.connection().execute(_RIGHTS).one()
    return Rights(str(schema), str(user), bool(may))


def directory(session: Session) -> tuple[int, int, int]:
    """Return how many people there are, how many of them are HR, and how many have no leader who is here."""
    leader = PERSON.alias("leader")
    led = select(leader.c.id).where(leader.c.id == PERSON.c.leader_id, leader.c.left_at.is_(None)).exists()
    here = select(func.count()).select_from(PERSON).where(PERSON.c.left_at.is_(None))
    connection = session.connection()
    return (
        connection.execute(here).scalar_one(),
        connection.execute(here.where((" " + PERSON.c.roles + " ").contains(" hr "))).scalar_one(),
        connection.execute(here.where(~led)).scalar_one(),
    )
