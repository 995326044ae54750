"""One study of the content: learn, leave voices out, set the zones, and hand back the files to keep. Pure; minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

import numpy as np

from policy.embedder import Embedder, Vectors
from policy.examples import Example
from policy.handbook import Handbook
from policy.load import content
from policy.model import Model, pack, unpack
from policy.training import Lesson, learn, lesson_of, passage_texts, with_vectors
from policy.validation import both, bounds_of, heat_of, leave_fifths_out, leave_voices_out
from policy.vectors import Kept

MODEL, VECTORS = "model.npz", "vectors.npz"  # files of policy/content
WORDS, BOTH = "words", "both"  # the kinds of model: words alone, or words and the language model's vectors


def stored(name: str) -> Mapping[str, Any]:
    """Return the arrays of a file of the content; none when it is not there."""
    file = content().joinpath(name)
    if not file.is_file():
        return {}
    with file.open("rb") as opened, np.load(opened) as parts:
        return dict(parts)


def fingerprint(handbook: Handbook, examples: Sequence[Example]) -> str:
    """Return what changes whenever a passage or an example question does."""
    said = [f"{passage.id}\t{passage.heading}\t{passage.text}" for passage in handbook.passages.values()]
    asked = [f"{example.passage_id}\t{example.voice}\t{example.question}" for example in examples]
    return blake2b("\n".join([*said, "", *asked]).encode(), digest_size=16).hexdigest()


def lessons(
    handbook: Handbook, examples: Sequence[Example], embedder: Embedder | None, kept: Kept
) -> tuple[dict[str, Lesson], Kept]:
    """Return a lesson for each kind of model, and the vectors to keep. Each new text costs about 30 ms."""
    found = {WORDS: lesson_of(handbook, examples)}
    if embedder is None:
        return found, kept
    questions, texts = [example.question for example in examples], passage_texts(handbook)
    asked, kept = kept.of(questions, f"{embedder.name} query", embedder.queries)
    said, kept = kept.of(texts, f"{embedder.name} passage", embedder.passages)
    found[BOTH] = with_vectors(found[WORDS], asked, said)
    return found, kept


def lessons_by(handbook: Handbook, examples: Sequence[Example], questions: Vectors, passages: Vectors) -> Lesson:
    """Return the lesson by words and by vectors that came from elsewhere."""
    return with_vectors(lesson_of(handbook, examples), questions, passages)


def study(lesson: Lesson) -> Model:
    """Return the model, with its zones set where they serve both an unheard voice and an unheard question."""
    left = both(leave_voices_out(lesson), leave_fifths_out(lesson))
    heat = heat_of(left)
    return learn(lesson, bounds_of(left, heat), heat)


def relearnt(lesson: Lesson, kept: Mapping[str, Any], kind: str) -> Model:
    """Return the model learnt anew, with the zones of the kept one."""
    before = unpack(kept, kind)
    return learn(lesson, before.bounds, before.heat)


def model_file(models: Mapping[str, Model], handbook: Handbook, examples: Sequence[Example], name: str) -> bytes:
    """Return the file of models; `name` is the language model's."""
    return pack(models, {"fingerprint": np.array(fingerprint(handbook, examples)), "embedder": np.array(name)})
