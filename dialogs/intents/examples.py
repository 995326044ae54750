"""The example utterances: examples/<intent>.tsv, a language and an utterance a line, written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from dialogs.intents.intent import Intent


@dataclass(frozen=True, slots=True)
class Example:
    """Something that people write when they want something. `language` is da or en."""

    intent: Intent
    language: str
    text: str


def load_examples() -> tuple[Example, ...]:
    """Return all example utterances; a line with other than two columns raises ValueError that names it."""
    return tuple(example for intent in Intent for example in _of(intent))


def _of(intent: Intent) -> list[Example]:
    file = files("dialogs.intents").joinpath("examples", f"{intent}.tsv")
    found = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        columns = line.split("\t")
        if len(columns) != 2 or not all(column.strip() for column in columns):
            raise ValueError(f"{intent}.tsv, line {number}: two columns are wanted, parted by a tab")
        found.append(Example(intent, columns[0], columns[1].strip()))
    return found
