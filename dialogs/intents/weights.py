"""What was learnt: linear models over a text's words and the language model's vector, kept in a small file."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from policy.lexical import Floats, bag
from policy.softmax import chances


@dataclass(frozen=True, slots=True)
class Weights:
    """One model. `names` are its classes in order.

    `words` has shape (policy.lexical.WIDTH, classes); `senses` (dimensions, classes) and `middle` (dimensions,) are
    empty when words alone count.
    """

    names: tuple[str, ...]
    rarity: Floats
    words: Floats
    senses: Floats
    middle: Floats

    def chances(self, text: str, vector: Floats | None) -> Floats:
        """Return the probability of each class for a text and its vector (None when words alone count)."""
        places, weights = bag(text, self.rarity)
        scores = weights @ self.words[places]
        if vector is not None and len(self.middle):
            centred = vector - self.middle
            scores = scores + (centred / np.linalg.norm(centred)) @ self.senses
        return chances(np.asarray(scores, np.float32))


def packed(models: Mapping[str, Weights], about: Mapping[str, Any]) -> bytes:
    """Return the models as a file: weights in 8 bits with a scale for each class."""
    parts: dict[str, Any] = dict(about)
    for kind, model in models.items():
        scale = np.maximum(np.abs(model.words).max(axis=0), 1e-9) / 127
        parts[f"{kind}.words"] = np.rint(model.words / scale).astype(np.int8)
        parts[f"{kind}.scale"] = scale.astype(np.float32)
        parts[f"{kind}.senses"] = model.senses.astype(np.float16)
        parts[f"{kind}.middle"] = model.middle.astype(np.float32)
        parts[f"{kind}.rarity"] = model.rarity.astype(np.float16)
        parts[f"{kind}.names"] = np.array([str(name) for name in model.names])
    file = io.BytesIO()
    np.savez_compressed(file, **parts)
    return file.getvalue()


def unpacked(parts: Mapping[str, Any], kind: str) -> Weights:
    """Return the model of that kind from an opened file; KeyError when it has none."""
    return Weights(
        names=tuple(str(name) for name in parts[f"{kind}.names"]),
        rarity=parts[f"{kind}.rarity"].astype(np.float32),
        words=parts[f"{kind}.words"].astype(np.float32) * parts[f"{kind}.scale"],
        senses=parts[f"{kind}.senses"].astype(np.float32),
        middle=parts[f"{kind}.middle"],
    )
