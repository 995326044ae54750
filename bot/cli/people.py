"""People on the command line: import the directory, export or erase what is stored about one person."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from bot.cli.console import Exit, Trouble, err, out, told, working
from bot.cli.database import opened
from bot.cli.people_preview import preview
from domain.deeds import Deed, Done
from domain.directory import Directory, from_file, put_together, too_many_leave
from domain.people_changes import changes
from domain.people_file import PeopleRead, read_people_file
from domain.people_text import MOST_BYTES
from storage import accounts, audit, directory, people, personal_data

PERSON = Annotated[str, typer.Argument(help="Entra object id or e-mail address.", metavar="PERSON")]
SHOWN_PROBLEMS = 20


@told
def import_people(
    file: Annotated[Path, typer.Argument(help="CSV, parted by ; or , or tabulators", exists=True, dir_okay=False)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change and change nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask, even when over a fifth would leave.")] = False,
) -> None:
    """Make the directory be exactly the people in FILE. What changes is shown first, and asked about on a terminal.

    Columns: id;name;email;leader;deputy;department;roles;language;workplace. Who is missing from the file is marked
    as left, but for those whom Microsoft Graph knows (sync-people). Nothing is imported while anything in the file is
    wrong.

    Example: hjemmebot import-people people.csv --dry-run
    """
    with working("Reading the file"):
        content = _content(file)
    with opened() as database:
        with database.reading() as session:
            read = _read(content, file.name, session)
            here = people.as_listed(session)
            wanted = [one.person for one in _directory(session, read).people]
        known = changes(here, wanted)
        for line in preview(known, [*here, *wanted]):
            out.print(line, markup=False, soft_wrap=True)
        if dry_run:
            out.print(f"{len(read.people)} people, nothing wrong. Nothing was imported.")
            return
        _sure(len(known.left), len(here), yes=yes, asks=known.any)
        with working("Storing the people"), database.writing() as session:
            report = directory.put(session, _directory(session, read).people)
            audit.append(session, [Done(Deed.IMPORTED, "")], "", datetime.now(UTC))
    out.print(f"{len(read.people)} people: {report.added} added, {report.changed} changed, {report.removed} left.")


@told
def export_person(
    person: PERSON,
    to: Annotated[Path | None, typer.Option("--to", help="Write to this file instead of the screen.")] = None,
) -> None:
    """Write all that is stored about PERSON as JSON (GDPR art. 15).

    Example: hjemmebot export-person anna@nyborg.dk --to anna.json
    """
    with opened() as database, database.writing() as session:
        person_id = known_id(session, person)
        rows = personal_data.export(session, person_id)
        audit.append(session, [Done(Deed.EXPORTED, person_id)], "", datetime.now(UTC))
    body = json.dumps(rows, ensure_ascii=False, indent=2, sort_keys=True, default=str)
    if to is None:
        typer.echo(body)
        return
    to.touch(mode=0o600)
    to.chmod(0o600)  # also where there was such a file already
    to.write_text(body + "\n", encoding="utf-8")
    out.print(f"Written to {to}")


@told
def erase_person(
    person: PERSON,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase all that is stored about PERSON (GDPR art. 17). This cannot be undone.

    Example: hjemmebot erase-person anna@nyborg.dk
    """
    with opened() as database:
        with database.reading() as session:
            person_id = known_id(session, person)
        if not yes:
            typer.confirm(f"Erase all that is stored about {person}?", abort=True)
        with database.writing() as session:
            audit.append(session, [Done(Deed.ERASED, person_id)], "", datetime.now(UTC))
            erased = personal_data.erase(session, person_id, datetime.now(UTC))
    out.print(", ".join(f"{name}: {count}" for name, count in sorted(erased.items()) if count) or "Nothing was stored.")


def known_id(session: Session, person: str) -> str:
    """Return the id of somebody by object id or e-mail, those who left included. Raises Trouble.

    An object id is enough where anything at all is stored under it: of a stranger, or of somebody erased before.
    """
    id_ = person.strip().lower()
    found = people.find(session, id_) or people.find_by_email(session, person)
    if found is not None:
        return found.id
    if any(personal_data.export(session, id_).values()):
        return id_
    raise Trouble(f"nobody called {person} is known", Exit.DATA)


def _content(file: Path) -> bytes:
    with file.open("rb") as opened_file:
        return opened_file.read(MOST_BYTES + 1)  # no more than is needed to see that it is too much


def _read(content: bytes, name: str, session: Session) -> PeopleRead:
    """Return what the file says. Raises Trouble after telling what is wrong with it."""
    known = {key.lower(): one.id for one in accounts.everybody(session) for key in (one.email, one.id)}
    read = read_people_file(content, known)
    for problem in read.problems[:SHOWN_PROBLEMS]:
        what = f"line {problem.line}: {problem.what}" if problem.line else problem.what
        err.print(what, markup=False, soft_wrap=True)
    if not read.problems:
        return read
    hidden = len(read.problems) - SHOWN_PROBLEMS
    more = f", {hidden} of them not shown," if hidden > 0 else ""
    count = "1 problem" if len(read.problems) == 1 else f"{len(read.problems)} problems"
    raise Trouble(f"{count}{more} in {name}; nothing was imported")


def _directory(session: Session, read: PeopleRead) -> Directory:
    """Return the file over what Microsoft Graph said last."""
    listed = [from_file(one, language=one.id not in read.without_language) for one in read.people]
    return put_together(listed, accounts.everybody(session))


def _sure(leaving: int, here: int, *, yes: bool, asks: bool) -> None:
    """Let nobody import by accident: many who leave need --yes, and on a terminal there is a question."""
    if too_many_leave(leaving, here) and not yes:
        raise Trouble(f"{leaving} of {here} people would leave; if that is right, import with --yes")
    if asks and not yes and sys.stdin.isatty():
        typer.confirm("Import them?", abort=True)
