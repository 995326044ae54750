"""What was learnt from the example questions: a linear model over words and the language model's vector."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from policy.lexical import Floats, bag
from policy.softmax import chances


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where the zones part, found by leaving whole voices out.

    `sure`: the best passage is shown at once from this probability. `silent`: from this probability that the policy
    does not answer, no passage is shown.
    """

    sure: float
    silent: float


@dataclass(frozen=True, slots=True)
class Model:
    """One ranker's weights. `names` are the passage ids in order, with "" (not covered) last.

    `words` has shape (WIDTH, classes); `senses` (dimensions, classes), `middle` (dimensions,) and `lens`
    (dimensions, dimensions) are empty when it ranks by words alone. `heat` divides the scores, so that the
    probabilities hold what they promise.
    """

    names: tuple[str, ...]
    rarity: Floats
    words: Floats
    senses: Floats
    middle: Floats
    lens: Floats
    heat: float
    bounds: Bounds

    def chances(self, question: str, vector: Floats | None) -> Floats:
        """Return the probability of each class for a question and its vector (None when it ranks by words alone)."""
        places, weights = bag(question, self.rarity)
        scores = weights @ self.words[places]
        if vector is not None and len(self.middle):
            seen = (vector - self.middle) @ self.lens
            scores = scores + (seen / np.linalg.norm(seen)) @ self.senses
        return chances(np.asarray(scores, np.float32) / np.float32(self.heat))


def pack(models: Mapping[str, Model], about: Mapping[str, Any]) -> bytes:
    """Return the models as a small file: weights in 8 bits with a scale for each class."""
    parts: dict[str, Any] = dict(about)
    for kind, model in models.items():
        parts[f"{kind}.words"], parts[f"{kind}.words_scale"] = _rounded(model.words)
        parts[f"{kind}.senses"] = model.senses.astype(np.float16)
        parts[f"{kind}.middle"] = model.middle
        parts[f"{kind}.lens"] = model.lens.astype(np.float16)
        parts[f"{kind}.rarity"] = model.rarity.astype(np.float16)
        parts[f"{kind}.numbers"] = np.array([model.heat, model.bounds.sure, model.bounds.silent])
        parts[f"{kind}.names"] = np.array(model.names)
    file = io.BytesIO()
    np.savez_compressed(file, **parts)
    return file.getvalue()


def unpack(parts: Mapping[str, Any], kind: str) -> Model:
    """Return the model of that kind from an opened file; KeyError when it has none."""
    heat, sure, silent = (float(number) for number in parts[f"{kind}.numbers"])
    return Model(
        names=tuple(str(name) for name in parts[f"{kind}.names"]),
        rarity=parts[f"{kind}.rarity"].astype(np.float32),
        words=parts[f"{kind}.words"].astype(np.float32) * parts[f"{kind}.words_scale"],
        senses=parts[f"{kind}.senses"].astype(np.float32),
        middle=parts[f"{kind}.middle"],
        lens=parts[f"{kind}.lens"].astype(np.float32),
        heat=heat,
        bounds=Bounds(sure, silent),
    )


def _rounded(weights: Floats) -> tuple[Any, Floats]:
    scale = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    return np.rint(weights / scale).astype(np.int8), scale.astype(np.float32)
