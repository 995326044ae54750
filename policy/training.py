"""Learning from the content: the example questions and the passages themselves. Takes seconds; needs no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from policy.embedder import Vectors
from policy.examples import NOT_COVERED, Example
from policy.handbook import Handbook
from policy.lexical import Bags, Floats, bags, rarity_of
from policy.model import Bounds, Model
from policy.softmax import fit

_SCALE = 20.0  # likeness is at most 1; scores must be able to part a hundred classes
_SENSES = 0.35  # the share of the vectors in the likeness, when there are vectors
_EVEN, _PLAY_DOWN = 0.3, 0.25  # how far the spread of vectors is evened out first, and the power it is played down by
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is learnt from. The texts are the examples and then the passages' own words; `voices` names how each speaks.

    `alike` (texts × texts) is how alike their words are. `vectors` has a row for each text, centred; no columns when
    only words count.
    """

    names: tuple[str, ...]
    voices: tuple[str, ...]
    labels: NDArray[np.int64]
    rarity: Floats
    words: Bags
    alike: Floats
    vectors: Vectors
    middle: Floats

    @property
    def share(self) -> float:
        """The share of the vectors in the likeness; the words have the rest."""
        return _SENSES if self.middle.size else 0.0


@dataclass(frozen=True, slots=True)
class Learnt:
    """What some rows of a lesson taught: the lens for vectors, every text as seen through it, and the dual weights."""

    rows: Rows
    lens: Floats
    seen: Floats
    duals: Floats

    def scores(self, lesson: Lesson, asked: Rows) -> Floats:
        """Return the scores of other rows of the lesson, shape (asked, classes)."""
        return _likeness(lesson, self.seen, asked, self.rows) @ self.duals


def lesson_of(handbook: Handbook, examples: Sequence[Example]) -> Lesson:
    """Return the lesson by words alone."""
    names = (*handbook.passages, NOT_COVERED)
    place = {name: at for at, name in enumerate(names)}
    texts = [*(example.question for example in examples), *passage_texts(handbook)]
    rarity = rarity_of(texts)
    words = bags(texts, rarity)
    return Lesson(
        names=names,
        voices=(*(example.voice for example in examples), *("" for _ in handbook.passages)),
        labels=np.array([*(place[example.passage_id] for example in examples), *range(len(names) - 1)]),
        rarity=rarity,
        words=words,
        alike=words.likeness(),
        vectors=np.zeros((len(texts), 0), np.float32),
        middle=np.zeros(0, np.float32),
    )


def with_vectors(lesson: Lesson, questions: Vectors, passages: Vectors) -> Lesson:
    """Return the same lesson by words and vectors, those of the questions and those of the passages."""
    middle = questions.mean(axis=0)
    return replace(
        lesson, vectors=np.concatenate([questions - middle, passages - passages.mean(axis=0)]), middle=middle
    )


def taught(lesson: Lesson, rows: Rows) -> Learnt:
    """Return what those rows teach."""
    lens = _lens(lesson, rows)
    seen = _unit(_unit(lesson.vectors) @ lens) if lesson.middle.size else lesson.vectors
    likeness = _likeness(lesson, seen, rows, rows)
    return Learnt(rows, lens, seen, fit(likeness, lesson.labels[rows], len(lesson.names)))


def learn(lesson: Lesson, bounds: Bounds, heat: float) -> Model:
    """Return the model learnt from the whole lesson."""
    learnt = taught(lesson, np.arange(len(lesson.labels)))
    words = lesson.words.gathered(learnt.duals) * np.float32(_SCALE * (1 - lesson.share))
    senses = learnt.seen.T @ learnt.duals * np.float32(_SCALE * lesson.share)
    return Model(lesson.names, lesson.rarity, words, senses, lesson.middle, learnt.lens, heat, bounds)


def passage_texts(handbook: Handbook) -> list[str]:
    """Return each passage as it is learnt from: its heading and its words."""
    return [f"{passage.heading}: {passage.text}" for passage in handbook.passages.values()]


def _likeness(lesson: Lesson, seen: Floats, some: Rows, others: Rows) -> Floats:
    alike = lesson.alike[np.ix_(some, others)] * np.float32(_SCALE * (1 - lesson.share))
    return np.asarray(alike + seen[some] @ seen[others].T * np.float32(_SCALE * lesson.share), np.float32)


def _lens(lesson: Lesson, rows: Rows) -> Floats:
    """Return the matrix that plays down the directions in which questions for the same passage differ."""
    dimensions = lesson.middle.size
    if not dimensions:
        return np.zeros((0, 0), np.float32)
    vectors, labels = _unit(lesson.vectors[rows]).astype(np.float64), lesson.labels[rows]
    spread = np.zeros((dimensions, dimensions))
    for label in range(len(lesson.names) - 1):
        group = vectors[labels == label]
        apart = group - group.mean(axis=0) if len(group) else group
        spread += apart.T @ apart
    size, axes = np.linalg.eigh(spread / len(rows))
    size = (1 - _EVEN) * size + _EVEN * max(float(size.mean()), 1e-9)
    return np.asarray((axes * size**-_PLAY_DOWN) @ axes.T, np.float32)


def _unit(table: Floats) -> Floats:
    return np.asarray(table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9), np.float32)
