"""How alike a question and a passage are by their words: TF-IDF over stems and letter runs, hashed to a width."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from policy.words import pieces

WIDTH = 1 << 14  # places a piece may fall in; clashes are rare enough not to matter

Floats = NDArray[np.float32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How much each place tells: the rarer among the texts, the more. `rarity` has shape (WIDTH,)."""

    rarity: Floats

    def cut(self, text: str) -> tuple[Places, Floats]:
        """Return the places of the text's pieces and their weights, of unit length together; empty for no words."""
        found = pieces(text)
        places = np.fromiter((crc32(piece.encode()) % WIDTH for piece in found), np.int64, len(found))
        weights = np.fromiter((1 + math.log(count) for count in found.values()), np.float32, len(found))
        weights = weights * self.rarity[places]
        return places, weights / max(float(np.linalg.norm(weights)), 1e-9)


def lexicon_of(texts: Sequence[str]) -> Lexicon:
    """Return the lexicon of the texts."""
    seen = np.zeros(WIDTH, np.float32)
    for text in texts:
        seen[list({crc32(piece.encode()) % WIDTH for piece in pieces(text)})] += 1
    return Lexicon(np.log((1 + len(texts)) / (1 + seen)).astype(np.float32))
