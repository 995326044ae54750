"""What the database shows: that it answers, is sound and up to date, who is in it, and what waits."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.exc import DatabaseError, ProgrammingError, SQLAlchemyError

from bot.settings import Settings
from domain.health import Check, Finding, Note, of_clock, of_notices, of_people, of_tables
from storage.backlog import backlog
from storage.database import Database, open_database
from storage.examination import Server, directory, is_whole, rights, server, sqlite_file
from storage.migrate import HEAD

OLDEST_POSTGRES = 15


def records(settings: Settings) -> list[Finding]:
    """Ask the database. It is not brought up to date, and no file is made where there is none. Blocks."""
    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        return [Finding(Check.DATABASE, Note.DATABASE_NOT_YET)]
    database = open_database(settings.database_url)
    try:
        return _asked(database)
    except ProgrammingError as fault:  # it answers, and says no
        return [Finding(Check.DATABASE, Note.UNCHECKED, {"fault": type(fault.orig).__name__})]
    except SQLAlchemyError as fault:
        damaged = file is not None and isinstance(fault, DatabaseError) and _tells_of_damage(fault)
        note = Note.DATABASE_DAMAGED if damaged else Note.DATABASE_AWAY
        return [Finding(Check.DATABASE, note, {"fault": type(fault).__name__})]
    finally:
        database.dispose()


def _tells_of_damage(fault: DatabaseError) -> bool:
    return any(words in str(fault.orig) for words in ("malformed", "not a database"))


def _asked(database: Database) -> list[Finding]:
    found = server(database)
    told = [_database(database, found), of_tables(found.revision, HEAD)]
    if not database.is_sqlite:
        told.append(of_clock(datetime.now(UTC), found.now))
    if told[0].note is not Note.DATABASE_ANSWERS or found.revision != HEAD:
        return told  # what is in tables of another shape cannot be asked
    with database.reading() as session:
        waits = backlog(session)
        told += of_people(*directory(session))
    told.append(of_notices(waits.due, sum(waits.deliveries.values()), datetime.now(UTC)))
    return told


def _database(database: Database, found: Server) -> Finding:
    with database.reading() as session:
        if database.is_sqlite:
            fits = Note.DATABASE_ANSWERS if is_whole(session) else Note.DATABASE_DAMAGED
            return Finding(Check.DATABASE, fits, {"kind": found.kind, "version": found.version})
        may = rights(session)
    if found.major < OLDEST_POSTGRES:
        return Finding(Check.DATABASE, Note.DATABASE_OLD, {"version": found.version})
    if not may.may:
        return Finding(Check.DATABASE, Note.DATABASE_NO_RIGHTS, {"schema": may.schema, "user": may.user})
    return Finding(Check.DATABASE, Note.DATABASE_ANSWERS, {"kind": found.kind, "version": found.version})
