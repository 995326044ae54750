"""A copy of the database on the command line, taken while the bot runs, and put back while it does not."""

from __future__ import annotations

import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer
from sqlalchemy.engine import URL, make_url

from bot.cli.console import Exit, Trouble, err, out, told, working
from bot.settings import Settings
from domain.deeds import Deed, Done
from storage import audit
from storage.backup import Copy, InUse, Unfit, UnfitCopy, back_up, look_at, put_back
from storage.database import open_database
from storage.migrate import migrate

_UNFIT = {
    Unfit.NOT_OURS: "is no copy of the bot's database",
    Unfit.DAMAGED: "is damaged",
    Unfit.NEWER: "was written by a newer version of the bot than this: install that one first",
}
_OURS = re.compile(r"hjemmebot-\d{8}T\d{6}Z\.db")


@told
def backup(
    to: Annotated[Path, typer.Argument(help="A file, or a folder: the file is named after the time then.")],
    force: Annotated[bool, typer.Option("--force", help="Write over the file that is there.")] = False,
    keep: Annotated[int, typer.Option(help="With a folder: delete all but so many of the newest copies.", min=0)] = 0,
) -> None:
    """Copy the SQLite database while the bot goes on. The copy holds personal data; only you can read it.

    Example: hjemmebot backup /backup --keep 14
    """
    database = _sqlite_file("pg_dump --format=custom --file=hjemmebot.dump {url}")
    folder = to.is_dir()
    if keep and not folder:
        raise Trouble("--keep goes with a folder", Exit.USAGE)
    file = to / f"hjemmebot-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.db" if folder else to
    start = perf_counter()
    with working("Copying the database"):
        try:
            copied = back_up(database, file, over=force)
        except UnfitCopy as fault:
            raise Trouble(f"nothing was kept: {database} {_UNFIT[fault.why]}") from None
        except sqlite3.Error as fault:
            raise Trouble(f"nothing was kept: {fault}", Exit.UNAVAILABLE) from None
    out.print(f"{file}: {_told(copied)}, {perf_counter() - start:.1f} s.", soft_wrap=True)
    if copied.trail.flaw is not None:  # older copies stay: the last one that is whole may be among them
        raise Trouble("the copy is kept, but its audit trail is not whole: see `hjemmebot audit --verify`")
    if keep:
        _thin_out(to, keep)


@told
def restore(
    file: Annotated[Path, typer.Argument(help="A copy that `hjemmebot backup` took.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Put a copy in the place of the SQLite database. Stop the bot first; the database of today is kept beside it.

    Whatever was decided since the copy is gone. Notices that waited then are sent when the bot starts, some of them a
    second time; whoever was erased since must be erased again.

    Example: hjemmebot restore /backup/hjemmebot-20261124T020000Z.db
    """
    database = _sqlite_file("pg_restore --clean --if-exists --dbname={url} hjemmebot.dump")
    if not file.is_file():
        raise Trouble(f"{file} is not there")
    taken = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    try:
        _asked(file, taken, yes)
        with working("Putting the copy back"):
            before = put_back(file, database, datetime.now(UTC))
    except UnfitCopy as fault:
        raise Trouble(f"nothing was changed: {file} {_UNFIT[fault.why]}") from None
    except InUse:
        raise Trouble("nothing was changed: the bot has the database open. Stop it first", Exit.UNAVAILABLE) from None
    except sqlite3.Error as fault:
        raise Trouble(f"nothing was changed: {fault}", Exit.UNAVAILABLE) from None
    _note(taken)
    out.print(f"The copy is in place. {f'The database of before is {before}.' if before else ''}", soft_wrap=True)


def _asked(file: Path, taken: datetime, yes: bool) -> None:
    """Show what the copy holds, and ask."""
    found = look_at(file)
    out.print(f"{file} of {taken:%Y-%m-%d %H:%M} UTC: {_told(found)}.", soft_wrap=True)
    if found.trail.flaw is not None:
        err.print("Its audit trail is not whole.", style="yellow")
    if not yes and not typer.confirm("Put it in the place of the database?"):
        raise Trouble("nothing was changed")


def _note(taken: datetime) -> None:
    """Bring the database up to date, and note in its trail that it was put back to that day."""
    opened = open_database(Settings().database_url)
    try:
        migrate(opened)
        with opened.writing() as session:
            audit.append(session, [Done(Deed.RESTORED, "", (taken.date(),))], "", datetime.now(UTC))
    finally:
        opened.dispose()


def _told(copy: Copy) -> str:
    rows = ", ".join(f"{number} {what}" for what, number in copy.rows.items())
    return f"{copy.size / 1e6:.1f} MB, tables of {copy.revision}, {rows}, {copy.trail.checked} lines of audit trail"


def _thin_out(folder: Path, keep: int) -> None:
    ours = sorted(one for one in folder.iterdir() if _OURS.fullmatch(one.name))
    for one in ours[:-keep]:
        one.unlink()
        out.print(f"{one}: deleted, {keep} newer ones are kept.", soft_wrap=True)


def _sqlite_file(instead: str) -> Path:
    """Return the file of the database. `instead` is how PostgreSQL, which has tools of its own, does the same."""
    url = make_url(Settings().database_url)
    if url.get_backend_name() == "sqlite":
        return Path(url.database or "")
    plain = URL.create("postgresql", url.username, None, url.host, url.port, url.database)
    command = instead.format(url=plain.render_as_string())
    raise Trouble(
        f"this is for SQLite. With PostgreSQL, take all of the database with its own tool: {command}", Exit.USAGE
    )
