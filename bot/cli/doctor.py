"""`hjemmebot doctor`: is everything as it must be, and what to do where it is not."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Annotated

import typer

from bot.cli.console import out, told
from bot.doctor.round import look_over
from bot.settings import Settings
from cards.health import label, sentence, verdict
from cards.words import Words
from domain.health import Finding, Verdict, worst
from domain.people import Language

_COLOURS = {Verdict.FINE: "green", Verdict.WARNING: "yellow", Verdict.FAULT: "red", Verdict.UNKNOWN: "yellow"}
_EXITS = {Verdict.FINE: 0, Verdict.WARNING: 1, Verdict.FAULT: 2}


@told
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="A line of JSON for each finding.")] = False,
    lang: Annotated[Language, typer.Option(help="The language it speaks.")] = Language.DANISH,
) -> None:
    """Look over settings, database, clock, login, permissions, people, policy and what waits. It changes nothing.

    Microsoft is asked only where the settings have the bot speak to it. Exit code: 0 all is fine, 1 something to look
    at, 2 a fault; 3 when the settings cannot be read at all.

    Example: hjemmebot doctor --lang en
    """
    logging.getLogger("hjemmebot").setLevel(logging.CRITICAL)  # what would be logged is told as a finding
    findings = asyncio.run(look_over(Settings()))
    words = Words(lang)
    for one in findings:
        typer.echo(_line(one, words)) if as_json else _show(one, words)
    raise typer.Exit(_EXITS[worst(findings)])


def _show(one: Finding, words: Words) -> None:
    out.print(f"{verdict(one.verdict, words):<14}", style=_COLOURS[one.verdict], end="")
    out.print(f"{label(one.check, words)}: {sentence(one, words)}", soft_wrap=True, markup=False)


def _line(one: Finding, words: Words) -> str:
    row = {"check": one.check, "verdict": one.verdict, "note": one.note, "said": sentence(one, words)}
    return json.dumps(row | {"values": dict(one.values)}, ensure_ascii=False, default=str)
