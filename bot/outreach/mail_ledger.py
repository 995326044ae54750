"""Notes what became of receivers of a broadcast, as many as come in within a moment in one transaction."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from bot.group_commit import GroupCommit
from storage import mailbag
from storage.database import Database
from storage.mailbag import Mark

MOST_AT_ONCE = 500
MOMENT = 0.02  # seconds: what leaves together arrives almost together, and a commit for few costs as much


class MailLedger:
    """What is entered first is noted first."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._group = GroupCommit(self._write, MOST_AT_ONCE, MOMENT)

    def enter(self, mark: Mark) -> asyncio.Future[None]:
        """Return what is done once the mark is committed. Raises SQLAlchemyError there when it cannot be."""
        return self._group.enter(mark)

    def _write(self, marks: list[Mark]) -> None:
        with self._database.writing() as session:
            mailbag.mark(session, marks, datetime.now(UTC))
