"""The audit trail on the command line: read it, and check that nothing in it was changed or taken out."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from typing import Annotated

import typer
from sqlmodel import Session

from bot.cli.console import Exit, Trouble, out, told
from bot.cli.database import opened
from bot.cli.people import known_id
from domain.deeds import Entry, Flaw
from storage import audit as trail
from storage import people

_FLAWS = {
    Flaw.MISSING: "line {number} is missing",
    Flaw.CHANGED: "line {number} does not say what it said when it was written",
    Flaw.NAMES: "line {number} names somebody else than when it was written",
    Flaw.REMADE: (
        "the hash that you kept is in no line: the trail was made anew or cut, or that line is older than "
        "HJEMMEBOT_KEEP_AUDIT"
    ),
    Flaw.CUT: "the trail ends too early: line {number} and those after it are gone, or its head was changed",
}


@told
def audit(
    person: Annotated[str, typer.Option(help="Only what this person did or was done to: object id or e-mail.")] = "",
    since: Annotated[str, typer.Option("--from", help="From this day on (YYYY-MM-DD).")] = "",
    until: Annotated[str, typer.Option("--to", help="Until and with this day (YYYY-MM-DD).")] = "",
    most: Annotated[int, typer.Option(help="At most so many lines, the newest.", min=1)] = 1000,
    verify: Annotated[bool, typer.Option("--verify", help="Check the whole chain instead.")] = False,
    kept: Annotated[str, typer.Option(help="With --verify: a hash from an earlier day that must stand in it.")] = "",
) -> None:
    """Show who did what to whom and when, a line of JSON each, newest first; --verify checks the chain.

    The newest hash also stands in the bot's log each night: with --kept, one of those shows that the trail up to then
    is still the same.

    Example: hjemmebot audit --person anna@nyborg.dk --from 2026-11-01
    """
    if kept and not verify:
        raise Trouble("--kept goes with --verify", Exit.USAGE)
    with opened() as database, database.reading() as session:
        if verify:
            _verify(session, kept.strip().lower())
            return
        person_id = known_id(session, person) if person else ""
        wanted = trail.Wanted(person_id, _start(since), _end(until))
        lines = trail.read(session, wanted, most)
        named = {one for line in lines for one in (line.by_id, line.whom_id) if one}
        names = {one.id: one.name for one in people.by_ids(session, named)}
    for line in lines:
        typer.echo(_written(line, names))


def _verify(session: Session, kept: str) -> None:
    verdict = trail.verify(session, kept)
    if verdict.flaw is not None:
        raise Trouble(_FLAWS[verdict.flaw].format(number=verdict.at_number), Exit.DATA)
    out.print(f"{verdict.checked} lines, the chain is whole. Newest hash: {verdict.newest}", soft_wrap=True)


def _written(line: Entry, names: dict[str, str]) -> str:
    row = {
        "number": line.number,
        "at": line.at.isoformat(timespec="seconds"),
        "by": names.get(line.by_id or "", line.by_id),
        "deed": line.deed,
        "whom": names.get(line.whom_id or "", line.whom_id),
        "what": line.detail,
    }
    return json.dumps(row, ensure_ascii=False)


def _start(day: str) -> datetime | None:
    from bot.minds import HERE

    try:
        return datetime.combine(date.fromisoformat(day), time(), HERE) if day else None
    except ValueError:
        raise Trouble(f"{day} is no date (YYYY-MM-DD)", Exit.USAGE) from None


def _end(day: str) -> datetime | None:
    start = _start(day)
    return start + timedelta(days=1) if start else None
