"""Goes the rounds of the duties, once a minute, and leaves what they find in the outbox."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.outreach.duties import Duty
from bot.usecases.ports import Outbox
from storage.database import Database

log = logging.getLogger("hjemmebot.outreach")

SECONDS = 60.0


class Rounds:
    """Asks each duty in a transaction of its own, so that one that falls takes no other with it."""

    def __init__(self, database: Database, outbox: Outbox, duties: Sequence[Duty], now: Callable[[], datetime]) -> None:
        self._database = database
        self._outbox = outbox
        self._duties = tuple(duties)
        self._now = now
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Go the first round at once: what fell due while nobody was there is told now."""
        if self._duties:
            self._task = asyncio.get_running_loop().create_task(self._go())

    async def stop(self) -> None:
        """Stop; a round that is under way ends first, for it holds a transaction."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def go_round(self) -> None:
        """Ask every duty once. Synchronous: call it in a thread."""
        for duty in self._duties:
            try:
                with self._database.writing() as session:
                    self._outbox.leave(session, list(duty(session, self._now())))
            except Exception as fault:  # noqa: BLE001 - whatever it is, the other duties and the next minute go on
                log.error("the duty %s fell with %s", getattr(duty, "__name__", "?"), type(fault).__name__)

    async def _go(self) -> None:
        while True:
            await asyncio.to_thread(self.go_round)
            await asyncio.sleep(SECONDS)
