"""A document becomes a draft version: read, cut, compared with what runs, and its ranking learnt. Takes seconds."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.documents.reading import read_document
from policy.documents.block import MOST_BLOCKS, NotReadable, Odd
from policy.documents.cutting import new_version
from policy.documents.difference import Change, Difference, differences
from policy.documents.replay import Changed, changed_answers
from policy.documents.teaching import carried, taught
from policy.embedder import Embedder
from policy.examples import NOT_COVERED, Example
from policy.handbook import Handbook
from policy.rank import PolicyRanker, ranker_with
from policy.study import VECTORS, stored
from policy.vectors import unpacked


@dataclass(frozen=True, slots=True)
class Draft:
    """A version that nobody is answered by yet, and what it would change.

    `orphans` counts the example questions whose passage is gone.
    """

    handbook: Handbook
    models: bytes
    differences: tuple[Difference, ...]
    changed: tuple[Changed, ...]
    orphans: int


def draft(
    name: str, data: bytes, label: str, running: tuple[Handbook, PolicyRanker], examples: Sequence[Example]
) -> Draft:
    """Return what a document would become; NotReadable tells why it cannot be a version."""
    before, ranker = running
    after = new_version(read_document(name, data), before, label)
    if len(after.passages) > MOST_BLOCKS // 4:
        raise NotReadable(Odd.TOO_LONG)
    found = differences(before, after)
    if all(one.change is Change.SAME for one in found):
        raise NotReadable(Odd.SAME)
    models = taught(after, examples, ranker.embedder)
    kept = carried(examples, after)
    return Draft(after, models, found, _replayed(examples, ranker, after, models), len(examples) - len(kept))


def _replayed(examples: Sequence[Example], ranker: PolicyRanker, after: Handbook, models: bytes) -> tuple[Changed, ...]:
    embedder: Embedder | None = ranker.embedder
    with np.load(io.BytesIO(models)) as parts:
        new = ranker_with(after, dict(parts), embedder)
    asked = [one for one in examples if one.passage_id != NOT_COVERED]
    vectors = None
    if embedder is not None:
        known = unpacked(stored(VECTORS))
        vectors, _ = known.of([one.question for one in asked], f"{embedder.name} query", embedder.queries)
    return changed_answers(asked, ranker, new, vectors)
