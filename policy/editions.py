"""What is shown of the policy's versions: which there are, the words of one, and what a draft would change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from typing import TypeVar

from policy.documents.block import Odd
from policy.documents.difference import Difference
from policy.documents.replay import Replay
from policy.handbook import Passage

T = TypeVar("T")
ROOM = 9_000  # letters on one sheet: with its text fallback a card stays far below 80 KB
MOST_ON_SHEET = 15


class EditionStage(StrEnum):
    """Where a version stands."""

    DRAFT = "draft"
    RUNNING = "running"
    BEFORE = "before"


class EditionNote(StrEnum):
    """What came of a press."""

    PUBLISHED = "published"
    DROPPED = "dropped"
    NO_DRAFT = "no_draft"  # published or dropped already, by whomever
    OVERTAKEN = "overtaken"  # another version runs since it was compared
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Edition:
    """A version without its words. `since` is when it was published, or imported where it is a draft."""

    number: int
    stage: EditionStage
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Editions:
    """The versions, newest first; `note` tells of version `about`."""

    editions: tuple[Edition, ...]
    note: EditionNote | None = None
    about: int = 0


@dataclass(frozen=True, slots=True)
class EditionText:
    """One sheet of the words of a version."""

    edition: Edition
    passages: tuple[Passage, ...]
    sheet: int
    sheets: int


@dataclass(frozen=True, slots=True)
class Moved:
    """An example question that gets another passage; None where the policy is silent."""

    question: str
    before: Passage | None
    after: Passage | None


@dataclass(frozen=True, slots=True)
class EditionDifference:
    """One sheet of what a draft would change in the version `over`, with how much of each kind there is in all.

    `moved` are the first of the example questions that are answered otherwise.
    """

    edition: Edition
    over: int
    differences: tuple[Difference, ...]
    counts: tuple[tuple[str, int], ...]
    sheet: int
    sheets: int
    note: EditionNote | None = None
    replay: Replay | None = None  # where it was asked of that version
    moved: tuple[Moved, ...] = ()


class FileState(StrEnum):
    """Why a file was not even read."""

    BUSY = "busy"  # another one is being read
    NOT_FETCHED = "not_fetched"
    FELL = "fell"  # a fault of ours


@dataclass(frozen=True, slots=True)
class FileTaken:
    """A file is being read."""


@dataclass(frozen=True, slots=True)
class FileNotTaken:
    """A file that was sent became no draft."""

    why: Odd | FileState


EditionFact = Editions | EditionText | EditionDifference | FileTaken | FileNotTaken


def sheets_of(items: Sequence[T], letters: Callable[[T], int]) -> list[tuple[T, ...]]:
    """Return the items in their order, as many on a sheet as there is room for; one empty sheet for none."""
    numbers, room, held, number = [], ROOM, 0, 0
    for one in items:
        need = letters(one)
        if held and (need > room or held == MOST_ON_SHEET):
            number, room, held = number + 1, ROOM, 0
        room, held = room - need, held + 1
        numbers.append(number)
    paired = groupby(zip(numbers, items, strict=True), key=lambda pair: pair[0])
    return [tuple(one for _, one in group) for _, group in paired] or [()]
