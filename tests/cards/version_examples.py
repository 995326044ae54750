"""Examples of what is shown of the policy's versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from policy.documents.block import Odd
from policy.documents.difference import Change, Difference
from policy.documents.replay import Replay
from policy.editions import (
    Edition,
    EditionDifference,
    EditionFact,
    EditionNote,
    Editions,
    EditionStage,
    EditionText,
    FileNotTaken,
    FileState,
    FileTaken,
    Moved,
)
from tests.cards.handbook_examples import HANDBOOK

DRAFT = Edition(3, EditionStage.DRAFT, datetime(2026, 11, 23, 8, tzinfo=UTC))
RUNNING = Edition(2, EditionStage.RUNNING, datetime(2026, 11, 1, 8, tzinfo=UTC))
FIRST = Edition(1, EditionStage.BEFORE)
PASSAGES = tuple(HANDBOOK.passages.values())
ONE = PASSAGES[0]
OTHER = replace(ONE, text=f"{ONE.text} Og et ord mere.")
CHANGES = (
    Difference(Change.REWORDED, ONE, OTHER),
    Difference(Change.MOVED, ONE, replace(ONE, page=9)),
    Difference(Change.NEW, None, OTHER),
    Difference(Change.GONE, ONE, None),
)
COUNTS = tuple((one.change.value, 1) for one in CHANGES)

ALIKE = Replay(2, 0, 0, 0, ())
REPLAY = Replay(2, 31, 8, 4, ())
MOVED = (
    Moved("hvor langt skal der være til skærmen?", ONE, PASSAGES[3]),
    Moved("kan jeg tage **hunden** med?", ONE, None),
)

VERSIONS: dict[str, EditionFact] = {
    "versions": Editions((DRAFT, RUNNING, FIRST)),
    **{f"versions {note.value}": Editions((RUNNING, FIRST), note, 3) for note in EditionNote},
    "version read": EditionText(FIRST, PASSAGES[:8], 2, 3),
    "version compared": EditionDifference(DRAFT, 2, CHANGES, COUNTS, 2, 3),
    "version compared anew": EditionDifference(DRAFT, 2, CHANGES[:1], COUNTS[:1], 1, 1, EditionNote.OVERTAKEN),
    "version without changes": EditionDifference(DRAFT, 2, (), (), 1, 1),
    "version replayed": EditionDifference(DRAFT, 2, CHANGES[:1], COUNTS[:1], 1, 1, None, REPLAY, MOVED),
    "version replayed alike": EditionDifference(DRAFT, 2, CHANGES[:1], COUNTS[:1], 1, 1, None, ALIKE),
    "file taken": FileTaken(),
    **{f"file {one}": FileNotTaken(one) for one in (*Odd, *FileState)},
    "version of long passages": EditionDifference(
        DRAFT, 2, (Difference(Change.NEW, None, replace(ONE, text="ordæøå " * 4000)),), COUNTS[:1], 1, 1
    ),
}
