"""The shelf: the policy as it runs now, its words and its ranking, taken down anew when another version is published.

Another replica or the command line may publish, so the database is asked every few seconds.
"""

from __future__ import annotations

import asyncio
import io
import logging
from contextlib import suppress
from datetime import datetime
from typing import Any

import numpy as np
from sqlalchemy.exc import SQLAlchemyError

from policy.embedder import Embedder
from policy.handbook import Handbook
from policy.load import load_handbook
from policy.rank import PolicyRanker, build_ranker, ranker_by_vectors, ranker_with
from storage import judge_rankings, policy_versions
from storage.database import Database

LOOKS_EVERY = 5.0  # seconds
_LOG = logging.getLogger(__name__)


class Shelf:
    """The running version. Handbook and ranking change together, between two turns, never in one."""

    def __init__(self, database: Database, embedder: Embedder | None, judge_embeddings: str = "") -> None:
        self._database, self._embedder, self._judged_by = database, embedder, judge_embeddings
        self._number = policy_versions.FIRST
        self.handbook: Handbook = load_handbook()
        self.ranker: PolicyRanker = build_ranker(self.handbook, None, embedder)
        self.far: PolicyRanker | None = None  # by the vectors of the judge's endpoint, where it was learnt
        self._far_at: tuple[int, datetime] | None = None
        self._watching: asyncio.Task[None] | None = None
        self.refresh()

    def refresh(self) -> None:
        """Take down the running version if it is another. Blocks: a millisecond, a tenth of a second for a new one."""
        if self._judged_by:
            self._refresh_far()
        with self._database.reading() as session:
            number = policy_versions.running_number(session)
            if number == self._number:
                return
            handbook, models = policy_versions.handbook_of(session, number), policy_versions.models_of(session, number)
        if handbook is None or models is None:
            return
        ranker = ranker_with(handbook, _parts(models), self._embedder)
        self._number, self.handbook, self.ranker, self.far = number, handbook, ranker, None

    def _refresh_far(self) -> None:
        """Take down what was learnt of the running version with the endpoint's vectors, if it is new."""
        with self._database.reading() as session:
            learnt_at = judge_rankings.learnt_at(session, self._number, self._judged_by)
            if learnt_at is None or (self._far_at == (self._number, learnt_at) and self.far is not None):
                return
            models = judge_rankings.models_of(session, self._number, self._judged_by)
        self.far = ranker_by_vectors(self.handbook, _parts(models))
        self._far_at = self._number, learnt_at

    def running(self) -> tuple[int, bytes]:
        """Return the running version's number and the file of what its ranking learnt; none for the first. Blocks."""
        with self._database.reading() as session:
            return self._number, policy_versions.models_of(session, self._number) or b""

    def start(self) -> None:
        """Look for another version from now on."""
        self._watching = asyncio.create_task(self._watch(), name="policy versions")

    async def stop(self) -> None:
        """Look no more."""
        if self._watching is not None:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(LOOKS_EVERY)
            try:
                await asyncio.to_thread(self.refresh)
            except SQLAlchemyError as error:  # the version that is on the shelf still answers
                _LOG.warning("no look at the policy's versions: %s", type(error).__name__)


def _parts(models: bytes) -> dict[str, Any]:
    with np.load(io.BytesIO(models)) as parts:
        return dict(parts)
