"""A copy of a SQLite database while the bot goes on writing, and putting one back.

One file holds everything, the engine's workflows too, so a copy is one moment of it all: a decision and the notices
that it left are both in it, or neither is. What waited then is sent once the copy is put back and the bot starts; a
notice that had gone out since is sent a second time, for the copy does not know that it went. Nothing is lost but
what was decided after the copy was taken.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from errno import EEXIST, ENOENT
from pathlib import Path
from tempfile import mkstemp
from typing import cast
from urllib.parse import quote

from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from domain.deeds import Verdict
from storage import audit
from storage.migrate import HEAD

_COUNTED = {
    "people": "SELECT count(*) FROM person",
    "home days": "SELECT count(*) FROM home_day",
    "notices that wait": "SELECT count(*) FROM delivery WHERE state IN ('waiting', 'sending', 'quiet')",
}


class Unfit(StrEnum):
    """Why a file is no copy that can be put back."""

    NOT_OURS = "not_ours"  # no database, or another program's
    DAMAGED = "damaged"
    NEWER = "newer"  # a newer version of the bot wrote it


class UnfitCopy(Exception):
    """The file cannot be put back; nothing was changed."""

    def __init__(self, why: Unfit) -> None:
        super().__init__(str(why))
        self.why = why


class InUse(Exception):
    """Somebody, the bot most likely, has the database open; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a copy holds: bytes, the number of its last migration, rows by what they are, and how its trail stands."""

    size: int
    revision: str
    rows: dict[str, int]
    trail: Verdict


def back_up(database: Path, target: Path, *, over: bool = False) -> Copy:
    """Copy the database to `target`, readable by the owner alone, and return what the copy holds.

    Nobody waits for it: it reads one snapshot, as any reader does. The file stands under its name only when it is
    whole and looked through; a kill on the way leaves a `.part` beside it, and what stood there before.
    Raises FileExistsError when the target is there and `over` is not said, FileNotFoundError without a database,
    UnfitCopy when what was copied is damaged, sqlite3.Error and OSError as they come (no room, no right to write).
    """
    if not database.is_file():
        raise FileNotFoundError(ENOENT, "there is no database", str(database))
    if target.exists() and (not over or target.samefile(database)):
        raise FileExistsError(EEXIST, "is there already", str(target))
    with _part_beside(target) as part:
        _copy(database, part, "rw")
        found = look_at(part)
        _to_disk(part)
        part.replace(target)
    return found


def look_at(file: Path) -> Copy:
    """Return what a copy holds, read through from end to end. Raises UnfitCopy."""
    engine = create_engine("sqlite://", creator=lambda: _open(file, "ro"), poolclass=NullPool)
    try:
        with Session(engine) as session:
            if _asked(session, "PRAGMA integrity_check(1)") != "ok":
                raise UnfitCopy(Unfit.DAMAGED)
            revision = str(_asked(session, "SELECT version_num FROM alembic_version"))
            if revision > HEAD:
                raise UnfitCopy(Unfit.NEWER)
            rows = {name: int(_asked(session, sql)) for name, sql in _COUNTED.items()}
            return Copy(file.stat().st_size, revision, rows, audit.verify(session))
    except SQLAlchemyError as fault:
        raise UnfitCopy(_unfit(fault)) from fault


def put_back(copy: Path, database: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the database, and return where the one before it is kept (None: there was none).

    It takes the place at once, so a kill leaves either the old or the new. Raises InUse, UnfitCopy, and what
    `back_up` raises of the disk.
    """
    database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _part_beside(database) as part:
        _copy(copy, part, "ro")
        look_at(part)
        _as_owned_there(part, database)
        _to_disk(part)
        with _alone(database):
            before = _set_aside(database, now)
            part.replace(database)
    return before


def _asked(session: Session, sql: str) -> str | int:
    return cast("str | int", session.connection().execute(text(sql)).scalar_one())


def _unfit(fault: Exception) -> Unfit:
    return Unfit.DAMAGED if "malformed" in str(fault) else Unfit.NOT_OURS


def _open(file: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(file.resolve()))}?mode={mode}", uri=True, timeout=1, isolation_level=None)


def _copy(file: Path, part: Path, mode: str) -> None:
    try:
        with closing(_open(file, mode)) as here, closing(_open(part, "rw")) as there:
            here.backup(there)  # all pages in one step: in steps, every write meanwhile would begin it anew
            there.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
    except sqlite3.OperationalError:
        raise  # no room, a disk that fails
    except sqlite3.DatabaseError as fault:
        raise UnfitCopy(_unfit(fault)) from fault


@contextmanager
def _part_beside(target: Path) -> Iterator[Path]:
    handle, name = mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")  # mode 0600
    os.close(handle)
    try:
        yield Path(name)
    finally:
        for left in (name, f"{name}-journal", f"{name}-wal", f"{name}-shm"):
            Path(left).unlink(missing_ok=True)


def _to_disk(file: Path) -> None:
    with file.open("rb") as opened:
        os.fsync(opened.fileno())


@contextmanager
def _alone(database: Path) -> Iterator[None]:
    """Keep everybody else out of the database. Leaving the write-ahead log demands that nobody else has it open."""
    if not database.exists():
        yield
        return
    with closing(_open(database, "rw")) as connection:
        try:
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as fault:
            if "locked" in str(fault):
                raise InUse from fault
            raise
        except sqlite3.DatabaseError:
            pass  # it is damaged, which is why a copy is put back: nobody can work in it
        yield


def _set_aside(database: Path, now: datetime) -> Path | None:
    """Give the database a second name, under which it stays, and move aside what lies beside a damaged one."""
    if not database.exists():
        return None
    before = database.with_name(f"{database.name}.before-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    if before.exists():
        raise FileExistsError(EEXIST, "is there already", str(before))
    try:
        os.link(database, before)
    except OSError:  # a file system without second names
        shutil.copy2(database, before)
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            database.with_name(database.name + ending).rename(before.with_name(before.name + ending))
    return before


def _as_owned_there(part: Path, database: Path) -> None:
    """Give the file to whom the database, or its folder, belongs: an administrator puts it back, the bot opens it."""
    if os.geteuid() == 0:
        there = (database if database.exists() else database.parent).stat()
        os.chown(part, there.st_uid, there.st_gid)
