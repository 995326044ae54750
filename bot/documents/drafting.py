"""A document becomes a draft version: read, cut, compared with what runs, and its ranking learnt. Takes seconds."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np

from bot.documents.reading import read_document
from policy.documents.block import MOST_BLOCKS, NotReadable, Odd
from policy.documents.cutting import new_version
from policy.documents.difference import Change, differences
from policy.documents.draft import Draft
from policy.documents.replay import Changed, changed_answers, replay_of
from policy.documents.teaching import carried, taught
from policy.embedder import Embedder
from policy.examples import NOT_COVERED, Example
from policy.handbook import Handbook
from policy.rank import PolicyRanker, ranker_with
from policy.study import VECTORS, stored
from policy.vectors import unpacked


def draft(name: str, data: bytes, running: tuple[int, Handbook, PolicyRanker], examples: Sequence[Example]) -> Draft:
    """Return what a document would become; NotReadable tells why it cannot be a version.

    `running` is the number of the version that runs, its words and its ranking. The draft has no number yet.
    """
    over, before, ranker = running
    after = new_version(read_document(name, data), before, "")
    if len(after.passages) > MOST_BLOCKS // 4:
        raise NotReadable(Odd.TOO_LONG)
    found = differences(before, after)
    if all(one.change is Change.SAME for one in found):
        raise NotReadable(Odd.SAME)
    models = taught(after, examples, ranker.embedder)
    kept = carried(examples, after)
    changed = _replayed(examples, ranker, after, models)
    return Draft(after, models, replay_of(changed, over, len(examples) - len(kept)))


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
