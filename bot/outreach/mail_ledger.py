"""Notes what became of receivers of a broadcast, as many as come in within a moment in one transaction."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from storage import mailbag
from storage.database import Database
from storage.mailbag import Mark

MOST_AT_ONCE = 500
MOMENT = 0.01  # seconds: what leaves together arrives almost together


class MailLedger:
    """Group commit: one writer at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._open: list[tuple[Mark, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    def enter(self, mark: Mark) -> asyncio.Future[None]:
        """Return what is done once the mark is committed. Raises SQLAlchemyError there when it cannot be."""
        noted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._open.append((mark, noted))
        if self._writer is None or self._writer.done():  # a task of its own: whoever gives up takes nobody with them
            self._writer = asyncio.get_running_loop().create_task(self._write_all())
        return noted

    async def _write_all(self) -> None:
        while self._open:
            await asyncio.sleep(MOMENT)
            now, self._open = self._open[:MOST_AT_ONCE], self._open[MOST_AT_ONCE:]
            wrong: Exception | None = None
            try:
                await asyncio.to_thread(self._write, [mark for mark, _ in now])
            except Exception as fault:  # noqa: BLE001 - each who waits gets it
                wrong = fault
            for noted in (noted for _, noted in now if not noted.done()):
                noted.set_result(None) if wrong is None else noted.set_exception(wrong)

    def _write(self, marks: list[Mark]) -> None:
        with self._database.writing() as session:
            mailbag.mark(session, marks, datetime.now(UTC))
