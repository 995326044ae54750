"""What the words of a text tell: TF-IDF over stems and letter runs, each hashed to one of WIDTH places."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from policy.words import pieces

WIDTH = 1 << 13  # places a piece may fall in; twice as many measured no better
_MANY = 150  # texts with the same place, from which a dense table is quicker than going place by place
_BLOCK = 1 << 10  # places laid out at a time, so that thousands of texts need little memory

Floats = NDArray[np.float32]
Bag = tuple[NDArray[np.int64], Floats]  # places, and the weight at each; weights have unit length together


def bag(text: str, rarity: Floats) -> Bag:
    """Return the text's places and weights; both empty for a text without words. `rarity` has shape (WIDTH,)."""
    found = pieces(text)
    places = np.fromiter((crc32(piece.encode()) % WIDTH for piece in found), np.int64, len(found))
    weights = np.fromiter((1 + math.log(count) for count in found.values()), np.float32, len(found))
    weights = weights * rarity[places]
    return places, weights / max(float(np.linalg.norm(weights)), 1e-9)


def rarity_of(texts: Sequence[str]) -> Floats:
    """Return how much each place tells, shape (WIDTH,): the fewer of the texts have it, the more."""
    seen = np.zeros(WIDTH, np.float32)
    for text in texts:
        seen[list({crc32(piece.encode()) % WIDTH for piece in pieces(text)})] += 1
    return np.log((1 + len(texts)) / (1 + seen)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Bags:
    """The bags of many texts, as one sparse table of len(texts) rows and WIDTH columns."""

    rows: NDArray[np.int64]
    places: NDArray[np.int64]
    weights: Floats
    count: int

    def likeness(self) -> Floats:
        """Return how alike each two texts are, shape (count, count).

        Places that many texts have are multiplied as one dense table, the rest place by place among the few that do.
        """
        order = np.lexsort((self.rows, self.places))
        places, rows, weights = self.places[order], self.rows[order], self.weights[order]
        first = np.flatnonzero(np.diff(places * self.count + rows, prepend=-1))  # two pieces may share a text's place
        places, rows, weights = places[first], rows[first], np.add.reduceat(weights, first)
        ends = np.searchsorted(places, np.arange(WIDTH + 1))
        many = np.flatnonzero(np.diff(ends) > _MANY)
        dense = np.zeros((self.count, len(many)), np.float32)
        for column, place in enumerate(many):
            here = slice(ends[place], ends[place + 1])
            dense[rows[here], column] = weights[here]
        total = dense @ dense.T
        for place in np.flatnonzero((np.diff(ends) > 0) & (np.diff(ends) <= _MANY)):
            here = slice(ends[place], ends[place + 1])
            total[np.ix_(rows[here], rows[here])] += np.multiply.outer(weights[here], weights[here])
        return total

    def gathered(self, duals: Floats) -> Floats:
        """Return the table's transpose times `duals` (count × classes): what each place says for each class."""
        weights = np.zeros((WIDTH, duals.shape[1]), np.float32)
        for start, block in self._blocks():
            weights[start : start + _BLOCK] = block.T @ duals
        return weights

    def _blocks(self) -> Iterator[tuple[int, Floats]]:
        for start in range(0, WIDTH, _BLOCK):
            block = np.zeros((self.count, _BLOCK), np.float32)
            here = (self.places >= start) & (self.places < start + _BLOCK)
            np.add.at(block, (self.rows[here], self.places[here] - start), self.weights[here])
            yield start, block


def bags(texts: Sequence[str], rarity: Floats) -> Bags:
    """Return the bags of the texts."""
    found = [bag(text, rarity) for text in texts]
    rows = np.repeat(np.arange(len(texts)), [len(places) for places, _ in found])
    return Bags(rows, np.concatenate([p for p, _ in found]), np.concatenate([w for _, w in found]), len(texts))
