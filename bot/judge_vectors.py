"""Vectors from the judge's endpoint, for a ranking of its own that was learnt with them (`hjemmebot train-judge`).

See https://platform.openai.com/docs/api-reference/embeddings/create.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.endpoint import Endpoint, NothingSaid
from policy.embedder import Vectors

LARGEST_EACH = 200_000  # bytes of JSON for one vector: 4,096 numbers, written long
MOST_NUMBERS = 4_096


class EndpointVectors:
    """Turns texts into vectors of unit length. `name` is what the ranking learnt with them is kept under."""

    def __init__(self, endpoint: Endpoint, model: str) -> None:
        self._endpoint, self._model = endpoint, model
        self.name = f"endpoint {model}"

    async def of(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors, shape (len(texts), numbers). Raises NothingSaid."""
        letter = {"model": self._model, "input": list(texts), "encoding_format": "float"}
        said = await self._endpoint.ask("embeddings", letter, LARGEST_EACH * len(texts))
        try:
            return _read(said, len(texts))
        except (KeyError, TypeError, ValueError):
            self._endpoint.failed("no vectors")
            raise NothingSaid from None


def _read(said: object, count: int) -> Vectors:
    match said:
        case {"data": list(rows)} if len(rows) == count:
            rows = sorted(rows, key=lambda row: row["index"])
            if [row["index"] for row in rows] != list(range(count)):
                raise ValueError
            table = np.array([row["embedding"] for row in rows], np.float64)
        case _:
            raise ValueError
    sizes = np.linalg.norm(table, axis=-1, keepdims=True) if table.ndim == 2 else np.zeros(1)
    if table.ndim != 2 or not 0 < table.shape[1] <= MOST_NUMBERS or not np.isfinite(sizes).all() or not sizes.all():
        raise ValueError
    return np.asarray(table / sizes, np.float32)
