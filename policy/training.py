"""Learning from the content: the example questions and the passages themselves. Takes seconds; needs no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policy.embedder import Vectors
from policy.examples import NOT_COVERED, Example
from policy.handbook import Handbook
from policy.lexical import Bags, Floats, bags, rarity_of
from policy.model import Bounds, Model
from policy.softmax import fit

_SCALE = 20.0  # likeness is at most 1; scores must be able to part a hundred classes
_SENSES = 0.5  # the share of the vectors in the likeness, when there are vectors; the words have the rest
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is learnt from. The texts are the examples and then the passages' own words; `voices` names how each speaks.

    `vectors` has a row for each text, centred and of unit length; no columns when only words count.
    `likeness` (texts × texts) is how alike they are, words and vectors together, already scaled.
    """

    names: tuple[str, ...]
    voices: tuple[str, ...]
    labels: NDArray[np.int64]
    rarity: Floats
    words: Bags
    vectors: Vectors
    middle: Floats
    likeness: Floats

    def taught(self, rows: Rows) -> Floats:
        """Return the dual weights learnt from those rows."""
        return fit(self.likeness[np.ix_(rows, rows)], self.labels[rows], len(self.names))


def lesson_of(handbook: Handbook, examples: Sequence[Example], vectors: tuple[Vectors, Vectors] | None) -> Lesson:
    """Return the lesson; `vectors` are those of the questions and of the passages, None for words alone."""
    names = (*handbook.passages, NOT_COVERED)
    place = {name: at for at, name in enumerate(names)}
    texts = [*(example.question for example in examples), *passage_texts(handbook)]
    rarity = rarity_of(texts)
    words = bags(texts, rarity)
    middle, table, share = np.zeros(0, np.float32), np.zeros((len(texts), 0), np.float32), 0.0
    if vectors is not None:
        middle, table, share = vectors[0].mean(axis=0), _centred(*vectors), _SENSES
    return Lesson(
        names=names,
        voices=(*(example.voice for example in examples), *("" for _ in handbook.passages)),
        labels=np.array([*(place[example.passage_id] for example in examples), *range(len(names) - 1)]),
        rarity=rarity,
        words=words,
        vectors=table,
        middle=middle,
        likeness=np.float32(_SCALE) * ((1 - share) * words.likeness() + share * (table @ table.T)),
    )


def learn(lesson: Lesson, bounds: Bounds, heat: float) -> Model:
    """Return the model learnt from the whole lesson."""
    duals = lesson.taught(np.arange(len(lesson.labels)))
    share = _SENSES if lesson.middle.size else 0.0
    words = lesson.words.gathered(duals) * np.float32(_SCALE * (1 - share))
    senses = lesson.vectors.T @ duals * np.float32(_SCALE * share)
    return Model(lesson.names, lesson.rarity, words, senses, lesson.middle, heat, bounds)


def passage_texts(handbook: Handbook) -> list[str]:
    """Return each passage as it is learnt from: its heading and its words."""
    return [f"{passage.heading}: {passage.text}" for passage in handbook.passages.values()]


def _centred(questions: Vectors, passages: Vectors) -> Vectors:
    table = np.concatenate([questions - questions.mean(axis=0), passages - passages.mean(axis=0)])
    return np.asarray(table / np.linalg.norm(table, axis=1, keepdims=True), np.float32)
