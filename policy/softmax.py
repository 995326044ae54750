"""Softmax regression in its dual form: it learns which class a text belongs to from how alike texts are."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from policy.lexical import Floats


def fit(likeness: Floats, labels: NDArray[np.int64], classes: int, decay: float = 2e-5, rounds: int = 80) -> Floats:
    """Return the dual weights, shape (texts, classes); likeness @ weights are the classes' scores.

    Accelerated gradient descent with a fixed number of rounds, so that the same content gives the same weights.
    """
    count = len(labels)
    wanted = np.eye(classes, dtype=np.float32)[labels]
    step = 1.0 / (0.5 * _largest_eigenvalue(likeness) / count + decay)
    weights = ahead = np.zeros((count, classes), np.float32)
    pace = 1.0
    for _ in range(rounds):
        error = (chances(likeness @ ahead) - wanted) / count
        moved = (ahead - np.float32(step) * (error + np.float32(decay) * ahead)).astype(np.float32)
        faster = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead = moved + np.float32((pace - 1) / faster) * (moved - weights)
        weights, pace = moved, faster
    return weights


def chances(scores: Floats) -> Floats:
    """Return the probabilities of scores, row by row."""
    risen = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(risen / risen.sum(axis=-1, keepdims=True), np.float32)


def _largest_eigenvalue(matrix: Floats) -> float:
    vector = np.ones(len(matrix), np.float32)
    for _ in range(15):
        vector = matrix @ (vector / np.linalg.norm(vector))
    return float(np.linalg.norm(vector))
