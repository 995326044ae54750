"""Vectors that were computed once and are kept with the content, each under its text's digest, in 8 bits a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policy.embedder import Vectors

_STEP = 1 / 600  # the largest number of a unit vector of 384 that was seen is 0.197; 127 steps reach 0.21
Rounded = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Kept:
    """The kept vectors of one language model, by digest of the text."""

    by_digest: Mapping[int, Rounded]

    def of(self, texts: Sequence[str], role: str, embed: Callable[[Sequence[str]], Vectors]) -> tuple[Vectors, Kept]:
        """Return the texts' vectors and what is kept then; only texts that are new go to the language model."""
        digests = [_digest(role, text) for text in texts]
        fresh = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in self.by_digest}
        added = _rounded(embed(list(fresh.values()))) if fresh else ()
        known = {**self.by_digest, **dict(zip(fresh, added, strict=True))}
        return np.stack([known[digest] for digest in digests]).astype(np.float32) * np.float32(_STEP), Kept(known)

    def only(self, roles_and_texts: Sequence[tuple[str, str]]) -> Kept:
        """Return what is kept of these texts; what no example says any more is forgotten."""
        wanted = [_digest(role, text) for role, text in roles_and_texts]
        return Kept({digest: self.by_digest[digest] for digest in wanted if digest in self.by_digest})

    def packed(self) -> dict[str, Any]:
        """Return the arrays to store."""
        return {
            "kept.digests": np.array(list(self.by_digest), np.uint64),
            "kept.vectors": np.array(list(self.by_digest.values()), np.int8),
        }


def unpacked(parts: Mapping[str, Any]) -> Kept:
    """Return the kept vectors of stored arrays; nothing when there are none."""
    if "kept.digests" not in parts:
        return Kept({})
    return Kept(dict(zip(parts["kept.digests"].tolist(), parts["kept.vectors"], strict=True)))


def _digest(role: str, text: str) -> int:
    return int.from_bytes(blake2b(f"{role}\0{text}".encode(), digest_size=8).digest(), "little")


def _rounded(vectors: Vectors) -> Rounded:
    return np.asarray(np.clip(np.rint(vectors / _STEP), -127, 127), np.int8)
