"""A new version learns what the running one knows: its questions carried over, its zones and its vectors kept."""

from __future__ import annotations

from collections.abc import Sequence

from policy.embedder import Embedder
from policy.examples import NOT_COVERED, Example
from policy.handbook import Handbook
from policy.study import MODEL, VECTORS, lessons, model_file, relearnt, stored
from policy.vectors import unpacked


def carried(examples: Sequence[Example], version: Handbook) -> tuple[Example, ...]:
    """Return the example questions whose passage is still there, and all that the policy does not cover."""
    return tuple(one for one in examples if one.passage_id == NOT_COVERED or one.passage_id in version.passages)


def taught(version: Handbook, examples: Sequence[Example], embedder: Embedder | None) -> bytes:
    """Return the models of a new version as a file to keep. Takes seconds and some hundred MB: not in a turn.

    The zones are those of the running version: leaving voices out again takes a minute, and few passages are new.
    """
    known = stored(MODEL)
    found, _ = lessons(version, carried(examples, version), embedder, unpacked(stored(VECTORS)))
    models = {kind: relearnt(lesson, known, kind) for kind, lesson in found.items()}
    name = embedder.name if embedder is not None else ""
    return model_file(models, version, examples, name)
