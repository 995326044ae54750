"""All that is kept about somebody as JSON, behind an address that works for a short while."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime

from bot.usecases.notices import subject_of
from bot.web import File
from domain.people import Role
from storage import downloads, people, personal_data
from storage.database import Database


class DataFile:
    """Serves the data by its token: to whom it is about, and to whoever asked for it as long as they are HR."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self, token: str) -> File | None:
        """Return the file, or None where the token opens none."""
        written = await asyncio.to_thread(self._written, token)
        return None if written is None else File(written, "application/json; charset=utf-8", "data.json")

    def _written(self, token: str) -> bytes | None:
        with self._database.reading() as session:
            opened = downloads.opened_by(session, token, datetime.now(UTC))
            reader = people.find(session, opened[1]) if opened else None
            if opened is None or reader is None:
                return None
            known = [*people.everybody(session), *people.who_left(session)] if Role.HR in reader.roles else [reader]
            about = next((one for one in known if subject_of(one.id) == opened[0]), None)
            if about is None:
                return None
            rows = personal_data.export(session, about.id)
        return json.dumps(rows, ensure_ascii=False, indent=2, sort_keys=True).encode()
