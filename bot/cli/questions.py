"""Questions and messages on the command line: what the bot would answer and understand, a line of JSON each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Annotated, Any

import orjson
import typer

from bot.cli.console import Exit, Trouble, told

JSONL = Annotated[bool, typer.Option("--jsonl", help="Read lines of JSON from standard input, write lines of JSON.")]
LEXICAL = Annotated[bool, typer.Option("--lexical", help="Do without the language model.")]


@told
def ask(
    question: Annotated[str | None, typer.Argument(help="One question.")] = None,
    jsonl: JSONL = False,
    lexical: LEXICAL = False,
) -> None:
    """Ask the policy a question, without a server and without touching the network.

    With --jsonl, each line {"id","q","role","lang"} gives a line {"id","zone","confidence","passages"}.

    Example: hjemmebot ask "hvor langt skal der være til skærmen?"
    """
    from bot.minds import ranker_of
    from policy.answering import as_json

    ranker = ranker_of(lexical=lexical)
    if jsonl:
        _each_line(lambda row: as_json(ranker.rank(_text(row, "q"))))
    else:
        _write(as_json(ranker.rank(_one(question))))


@told
def understand(
    text: Annotated[str | None, typer.Argument(help="One message.")] = None,
    role: Annotated[str, typer.Option(help="employee, leader or hr.")] = "employee",
    today: Annotated[str | None, typer.Option(help="The day it is said (YYYY-MM-DD); else today.")] = None,
    jsonl: JSONL = False,
) -> None:
    """Show what the bot understands of a message, without a server and without touching the network.

    With --jsonl, each line {"id","text","role","today"} gives a line {"id","intent","dates","half_day","error"}.

    Example: hjemmebot understand "hjemme på torsdag" --today 2026-11-23
    """
    from bot.minds import now_here, understanding_of
    from dialogs.understood import as_json

    understanding = understanding_of()

    def one(row: dict[str, Any]) -> dict[str, Any]:
        said_on = _date(row["today"]) if row.get("today") else now_here().date()
        return as_json(understanding.understand(_text(row, "text"), str(row.get("role") or "employee"), said_on))

    if jsonl:
        _each_line(one)
    else:
        _write(one({"text": _one(text), "role": role, "today": today}))


def _each_line(answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    for number, row in _rows():
        try:
            _write({"id": row.get("id"), **answer(row)})
        except Trouble as trouble:
            raise Trouble(f"line {number}: {trouble}") from None


def _rows() -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            row = orjson.loads(line)
        except orjson.JSONDecodeError:
            raise Trouble(f"line {number} is not JSON") from None
        if not isinstance(row, dict):
            raise Trouble(f"line {number} is not a JSON object")
        yield number, row


def _text(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        raise Trouble(f"{key} is missing or no text")
    return value


def _date(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise Trouble(f"today is no date: {value}") from None


def _one(value: str | None) -> str:
    if value is None:
        raise Trouble("give one in quotes, or --jsonl and lines on standard input", Exit.USAGE)
    return value


def _write(row: dict[str, Any]) -> None:
    sys.stdout.buffer.write(orjson.dumps(row) + b"\n")
    sys.stdout.buffer.flush()
