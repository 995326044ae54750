"""Honest measuring: a voice, or a fifth of the examples, is left out and asked to a model that never heard it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policy.lexical import Floats
from policy.model import Bounds
from policy.softmax import chances
from policy.training import Lesson, taught

_WRONG = 0.025  # of all questions may be answered at once and wrongly; the aim is 3 %, strangers are harder
_SILENT_SHARE = 1 / 3  # of what people ask, the policy is silent on about a third
_HEATS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True)
class Left:
    """The scores of questions by models that were not taught them, shape (questions, classes), and the truth."""

    rows: NDArray[np.int64]
    labels: NDArray[np.int64]
    scores: Floats


def leave_voices_out(lesson: Lesson) -> Left:
    """Return every question's scores with its voice left out: how a stranger fares who speaks unlike anybody."""
    return _left_out(lesson, np.array(lesson.voices))


def leave_fifths_out(lesson: Lesson) -> Left:
    """Return every question's scores with a fifth of all left out: how a stranger fares who asks a new thing."""
    fifths = np.random.default_rng(0).integers(1, 6, len(lesson.voices)).astype(str)
    return _left_out(lesson, np.where(np.array(lesson.voices) == "", "", fifths))


def both(one: Left, other: Left) -> Left:
    """Return the two together."""
    return Left(
        np.concatenate([one.rows, other.rows]),
        np.concatenate([one.labels, other.labels]),
        np.concatenate([one.scores, other.scores]),
    )


def _left_out(lesson: Lesson, group: NDArray[np.str_]) -> Left:
    """Leave each group out in turn; what has no group (the passages) is always taught."""
    rows, scores = [], []
    for name in sorted(set(group) - {""}):
        asked = np.flatnonzero(group == name)
        rows.append(asked)
        scores.append(taught(lesson, np.flatnonzero(group != name)).scores(lesson, asked))
    order = np.concatenate(rows)
    return Left(order, lesson.labels[order], np.concatenate(scores))


def heat_of(left: Left) -> float:
    """Return the divisor of the scores that makes the true classes most probable."""
    at = np.arange(len(left.labels))
    losses = [-np.log(chances(left.scores / np.float32(heat))[at, left.labels] + 1e-9).mean() for heat in _HEATS]
    return _HEATS[int(np.argmin(losses))]


def bounds_of(left: Left, heat: float) -> Bounds:
    """Return the bounds: the best F1 for silence, then as many answers at once as the wrong ones allow."""
    likely = chances(left.scores / np.float32(heat))
    silent, none = left.labels == likely.shape[1] - 1, likely[:, -1]
    weights = np.where(silent, _SILENT_SHARE / silent.sum(), (1 - _SILENT_SHARE) / (~silent).sum())
    grid = np.arange(0.05, 0.96, 0.01)
    bound = float(grid[int(np.argmax([_f1(none >= at, silent, weights) for at in grid]))])
    best, first = likely[:, :-1].max(axis=1), likely[:, :-1].argmax(axis=1)
    wrong = (first != left.labels) & (none < bound)
    allowed = [at for at in np.arange(0.2, 1.0, 0.005) if weights[wrong & (best >= at)].sum() <= _WRONG]
    return Bounds(float(allowed[0]) if allowed else 1.0, bound)


def _f1(said: NDArray[np.bool_], silent: NDArray[np.bool_], weights: NDArray[np.float64]) -> float:
    return float(2 * weights[said & silent].sum() / (weights[said].sum() + weights[silent].sum()))
