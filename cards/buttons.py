"""A button is a command written down; reading back what was written gives the same command.

What comes back has been in the hands of a client, so it is read as strictly as any letter from a stranger.
On the wire: {"hjemmebot": {"v": 1, "command": {"kind": …}, "form": "2"}, "reason.2": "…"}; `form` tells which of
several forms on the card was filled in, since input ids are unique on a card.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from domain.commands import Command, commands

KEY = "hjemmebot"
VERSION = 1
LARGEST = 20_000  # characters of JSON; the largest honest command (60 days) takes 5,000
LARGEST_TYPED = 400_000  # with what was typed: each field has a limit of its own
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # which no database stores; a typed backslash comes as two


class Unreadable(Exception):
    """The data of a button that nobody of ours wrote, or that was changed on the way."""


def write(command: Command, form: str = "") -> dict[str, Any]:
    """Return the data that a button carries. `form` names the form whose inputs fill the typed fields."""
    letter: dict[str, Any] = {"v": VERSION, "command": command.model_dump(mode="json", exclude_none=True)}
    return {KEY: letter | ({"form": form} if form else {})}


def read(data: Mapping[str, object]) -> Command:
    """Return the command of a pressed button, with what was typed into the inputs. Raises Unreadable."""
    letter = data.get(KEY)
    if not isinstance(letter, dict) or letter.get("v") != VERSION or letter.keys() - {"v", "command", "form"}:
        raise Unreadable
    written = _command(letter.get("command"))
    typed = _typed(written, str(letter.get("form", "")), data)
    return _command(written.model_dump(mode="json", exclude_none=True) | typed, LARGEST_TYPED) if typed else written


def input_id(field: str, form: str = "") -> str:
    """Return the id of the input that fills a typed field."""
    return f"{field}.{form}" if form else field


def item_input_id(field: str, item_id: str) -> str:
    """Return the id of the input that fills a typed field for one item of a list."""
    return f"{field}:{item_id}"


def _typed(command: Command, form: str, data: Mapping[str, object]) -> dict[str, object]:
    ids = {field: input_id(field, form) for field in command.typed}
    typed = {field: data[key] for field, key in ids.items() if key in data}
    for field in command.typed_by_item:
        start = item_input_id(field, "")
        if found := {key.removeprefix(start): data[key] for key in data if key.startswith(start)}:
            typed[field] = found
    return typed


def _command(written: object, most: int = LARGEST) -> Command:
    try:
        text = json.dumps(written)
    except (TypeError, ValueError, RecursionError) as reason:
        raise Unreadable from reason
    if len(text) > most or _NUL.search(text):
        raise Unreadable
    try:
        return commands.validate_json(text, strict=True)
    except ValidationError:
        raise Unreadable from None
