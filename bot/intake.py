"""A file that HR sends in the chat becomes a draft of the policy.

It takes half a minute, so the turn answers that it is being read, and what it changes comes as a message of its own.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.chat import NotReachable, SentFile, TooLarge, TryLater
from bot.documents.apart import Running, drafted
from bot.documents.fetching import NotFetched, fetched
from bot.shelf import Shelf
from bot.usecases.carry_out import Fact
from policy.documents.block import NotReadable
from policy.documents.draft import Draft
from policy.editions import FileNotTaken, FileState, FileTaken

log = logging.getLogger("hjemmebot.intake")

Keep = Callable[[Draft], Fact]  # stores the draft through the gate and returns what it changes; blocks
Tell = Callable[[Fact], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Errand:
    """What to do with a file that has become a draft, and whom to tell."""

    keep: Keep
    tell: Tell


class Intake:
    """Takes one file at a time. `on_loopback` lets it come from this machine, for the demo and the tests."""

    def __init__(self, shelf: Shelf, on_loopback: bool) -> None:
        self._shelf, self._on_loopback = shelf, on_loopback
        self._busy = False
        self._tasks: set[asyncio.Task[None]] = set()

    def take(self, file: SentFile, errand: Errand) -> FileNotTaken | None:
        """Begin to read a file, and tell so; or return that another one is being read."""
        if self._busy:
            return FileNotTaken(FileState.BUSY)
        self._busy = True
        task = asyncio.create_task(self._read(file, errand), name="a file of the policy")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return None

    async def stop(self) -> None:
        """Let go of a file that is being read; whoever sent it was told to send it again if no answer comes."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _read(self, file: SentFile, errand: Errand) -> None:
        try:
            try:
                await errand.tell(FileTaken())
                fact = await self._drafted(file, errand.keep)
            finally:
                self._busy = False  # before it is told: whoever hears of this one may send the next
            await errand.tell(fact)
        except (NotReachable, TooLarge, TryLater) as gone:
            log.warning("what came of a file could not be delivered: %s", type(gone).__name__)

    async def _drafted(self, file: SentFile, keep: Keep) -> Fact:
        try:
            data = await fetched(file.url, self._on_loopback)
            running = await asyncio.to_thread(self._running)
            draft = await drafted(file.name, data, running)
            return await asyncio.to_thread(keep, draft)
        except NotReadable as odd:
            return FileNotTaken(odd.why)
        except NotFetched:
            return FileNotTaken(FileState.NOT_FETCHED)
        except Exception as fault:  # noqa: BLE001 - nobody else would catch it, and somebody waits for the answer
            log.error("a file was not read: %s", type(fault).__name__)
            return FileNotTaken(FileState.FELL)

    def _running(self) -> Running:
        number, models = self._shelf.running()
        return Running(number, self._shelf.handbook, models, self._shelf.ranker.embedder is None)
