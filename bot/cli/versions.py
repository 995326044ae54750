"""Versions of the policy on the command line: import a document, look at what it changes, publish it or drop it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.console import Trouble, err, out, told, working
from bot.cli.database import opened
from domain.deeds import Deed, Done

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policy.documents.difference import Difference
    from policy.documents.draft import Draft
    from policy.documents.replay import Replay
    from policy.handbook import Handbook
    from storage.database import Database

SHOWN_QUESTIONS = 20
TRIES = 3
WHICH = Annotated[int | None, typer.Argument(help="A version; else the one that runs.", min=1)]
NUMBER = Annotated[int, typer.Argument(help="The version's number, as `hjemmebot policy-versions` shows it.", min=1)]


@told
def import_policy(
    file: Annotated[Path, typer.Argument(help="The policy as docx, pdf or md.", exists=True, dir_okay=False)],
    lexical: Annotated[bool, typer.Option("--lexical", help="Do without the language model.")] = False,
) -> None:
    """Make a draft version of the policy out of FILE and show what it would change. Nobody is answered by it yet.

    Example: hjemmebot import-policy politik-2027.docx
    """
    from bot.documents.drafting import draft
    from bot.embedder import load_embedder
    from bot.shelf import Shelf
    from policy.documents.block import NotReadable
    from policy.documents.difference import differences
    from policy.examples import load_examples

    with opened() as database:
        shelf = Shelf(database, None if lexical else load_embedder())
        over, _ = shelf.running()
        try:
            with working("Reading the document and learning its passages"):
                running = (over, shelf.handbook, shelf.ranker)
                made = draft(file.name, file.read_bytes(), running, load_examples())
        except NotReadable as error:
            raise Trouble(_ODD[error.why.value]) from None
        number = _kept(database, made)
    _tell(differences(shelf.handbook, made.handbook), made.replay)
    out.print(f"Version {number} is a draft. Publish it: hjemmebot publish-policy {number}", soft_wrap=True)


@told
def list_versions() -> None:
    """List the versions of the policy: drafts, the one that runs, and those before it.

    Example: hjemmebot policy-versions
    """
    from storage import policy_versions

    with opened() as database, database.reading() as session:
        known, running = policy_versions.versions(session), policy_versions.running_number(session)
    came = "running" if running == policy_versions.FIRST else "before"
    out.print(f"{policy_versions.FIRST}: {came}, came with the bot")
    for one in known:
        out.print(f"{one.number}: {one.stage.value}, imported {one.imported_at:%Y-%m-%d %H:%M} UTC")


@told
def publish_policy(number: NUMBER) -> None:
    """Let draft NUMBER answer from now on. Running bots notice within seconds; the version before stays readable.

    Example: hjemmebot publish-policy 2
    """
    from storage import audit, policy_versions

    with opened() as database, database.writing() as session:
        if not policy_versions.publish(session, number, None, datetime.now(UTC)):
            raise Trouble(f"there is no draft {number}")
        audit.append(session, [Done(Deed.POLICY_PUBLISHED, "", (number,))], "", datetime.now(UTC))
    out.print(f"Version {number} answers from now on.")


@told
def drop_policy(number: NUMBER) -> None:
    """Drop draft NUMBER. The running version goes on.

    Example: hjemmebot drop-policy 2
    """
    from storage import audit, policy_versions

    with opened() as database, database.writing() as session:
        if not policy_versions.drop(session, number):
            raise Trouble(f"there is no draft {number}")
        audit.append(session, [Done(Deed.POLICY_DROPPED, "", (number,))], "", datetime.now(UTC))
    out.print(f"Draft {number} is dropped.")


@told
def export_policy(
    number: WHICH = None,
) -> None:
    """Write a version of the policy as Markdown, to read or to edit and import again.

    Example: hjemmebot export-policy > politik.md
    """
    from policy.documents.markdown import as_markdown

    with opened() as database:
        typer.echo(as_markdown(_handbook(database, number)), nl=False)


@told
def policy_doctor(
    number: WHICH = None,
) -> None:
    """Show what is odd in a version: contradictions, laws without a year, links without https, unreached passages.

    Example: hjemmebot policy-doctor
    """
    from policy.documents.doctor import diagnoses
    from policy.examples import load_examples

    with opened() as database:
        found = diagnoses(_handbook(database, number), load_examples())
    for one in found:
        places = ", ".join(f"{passage.id} (p. {passage.page})" for passage in one.passages)
        out.print(f"{one.finding.value}: {places}", markup=False, soft_wrap=True)
        for words in one.words:
            out.print(f"    {words}", markup=False, soft_wrap=True)
    out.print(f"{len(found)} findings." if found else "Nothing odd was found.")


def _kept(database: Database, made: Draft) -> int:
    """Store the draft and return its number: the next one where somebody imports at the same moment."""
    from storage import audit, policy_versions
    from storage.errors import Conflict

    for left in reversed(range(TRIES)):
        try:
            with database.writing() as session:
                number = policy_versions.add_draft(session, made, None, datetime.now(UTC))
                audit.append(session, [Done(Deed.POLICY_IMPORTED, "", (number,))], "", datetime.now(UTC))
                return number
        except Conflict:
            if not left:
                raise
    raise AssertionError("unreachable")


def _handbook(database: Database, number: int | None) -> Handbook:
    from policy.load import load_handbook
    from storage import policy_versions

    with database.reading() as session:
        wanted = policy_versions.running_number(session) if number is None else number
        found = policy_versions.handbook_of(session, wanted)
    if found is None and wanted != policy_versions.FIRST:
        raise Trouble(f"there is no version {wanted}")
    return found or load_handbook()


def _tell(found: Sequence[Difference], replay: Replay) -> None:
    from policy.documents.difference import Change

    for one in found:
        if one.change is not Change.SAME:
            out.print(_line(one), markup=False, soft_wrap=True)
    counts = Counter(one.change.value for one in found)
    out.print(", ".join(f"{count} {change}" for change, count in sorted(counts.items())))
    if replay.orphans:
        err.print(f"{replay.orphans} example questions belonged to passages that are gone.")
    if replay.reworded:
        out.print(f"{replay.reworded} example questions get the same passage in its new words.")
    if replay.moved:
        out.print(f"{replay.moved} get another passage, or none; the first of them:")
    for question in replay.elsewhere[:SHOWN_QUESTIONS]:
        before, after = question.before or "silent", question.after or "silent"
        out.print(f"    {question.question}  [{before} -> {after}]", markup=False, soft_wrap=True)


def _line(one: Difference) -> str:
    from policy.documents.difference import Fate, compared

    passage = one.after or one.before
    head = f"{one.change.value}: {passage.id} (p. {passage.page})" if passage else one.change.value
    if one.before is None or one.after is None:
        return f"{head}\n    {passage.text if passage else ''}"
    marks = {Fate.KEPT: "{}", Fate.ADDED: "[+{}+]", Fate.GONE: "[-{}-]"}
    words = "".join(marks[each.fate].format(each.text) for each in compared(one.before.text, one.after.text))
    return f"{head}\n    {words}" if one.before.text != one.after.text else head


_ODD = {
    "wrong_type": "a policy is read from docx, pdf or md; this is something else",
    "broken": "the document cannot be read; save it anew and try again",
    "locked": "the document is locked with a password; save it without",
    "no_text": "there is no text in the document; a scanned one must be made searchable (OCR) first",
    "no_headings": "the document has no headings; mark them with the styles Heading 1, 2 and 3",
    "too_long": "the document is longer than a policy can be (100 pages, 20 MB)",
    "same": "the document says just what the running version says; nothing was made",
}
