"""The shelf: the policy as it runs now, its words and its ranking, taken down anew when another version is published.

Another replica or the command line may publish, so the database is asked every few seconds.
"""

from __future__ import annotations

import asyncio
import io
import logging
from contextlib import suppress

import numpy as np
from sqlalchemy.exc import SQLAlchemyError

from policy.embedder import Embedder
from policy.handbook import Handbook
from policy.load import load_handbook
from policy.rank import PolicyRanker, build_ranker, ranker_with
from storage import policy_versions
from storage.database import Database

LOOKS_EVERY = 5.0  # seconds
_LOG = logging.getLogger(__name__)


class Shelf:
    """The running version. Handbook and ranking change together, between two turns, never in one."""

    def __init__(self, database: Database, embedder: Embedder | None) -> None:
        self._database, self._embedder = database, embedder
        self._number = policy_versions.FIRST
        self.handbook: Handbook = load_handbook()
        self.ranker: PolicyRanker = build_ranker(self.handbook, None, embedder)
        self._watching: asyncio.Task[None] | None = None
        self.refresh()

    def refresh(self) -> None:
        """Take down the running version if it is another. Blocks: a millisecond, a tenth of a second for a new one."""
        with self._database.reading() as session:
            number = policy_versions.running_number(session)
            if number == self._number:
                return
            handbook, models = policy_versions.handbook_of(session, number), policy_versions.models_of(session, number)
        if handbook is None or models is None:
            return
        with np.load(io.BytesIO(models)) as parts:
            ranker = ranker_with(handbook, dict(parts), self._embedder)
        self._number, self.handbook, self.ranker = number, handbook, ranker

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
