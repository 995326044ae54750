"""Leaving in good order: no new turn comes in, and those that are inside are let to their end.

What follows SIGTERM, against the 40 s that a container is given (deploy/): turns get 25 s, and beside them what is on
its way to Teams gets 5; then what is left is given up for others to take, and the database is closed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

STOP_SECONDS = 25.0  # Teams itself waits 15 s for a turn


class Doors:
    """Counts who is inside. Once closed they stay closed."""

    def __init__(self) -> None:
        self._inside = 0
        self._empty = asyncio.Event()
        self._empty.set()
        self.closed = False

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Be inside for as long as the block lasts."""
        self._inside += 1
        self._empty.clear()
        try:
            yield
        finally:
            self._inside -= 1
            if not self._inside:
                self._empty.set()

    async def close(self, seconds: float) -> bool:
        """Let nobody in from now on; return whether all who were inside came out within these seconds."""
        self.closed = True
        try:
            await asyncio.wait_for(self._empty.wait(), seconds)
        except TimeoutError:
            return False
        return True
