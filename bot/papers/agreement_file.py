"""A signed agreement as a file, behind an address that works for a short while for one of the two."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

from bot.papers.press import Press, signed, source_of
from bot.papers.signed_agreement import SignedAgreement
from bot.web import File
from policy.handbook import Handbook
from storage import agreements, downloads, people
from storage.database import Database


class AgreementFile:
    """Serves agreements by their token, as long as whoever asked for it is one of the two."""

    def __init__(self, database: Database, press: Press, handbook: Callable[[], Handbook]) -> None:
        self._database = database
        self._press = press
        self._handbook = handbook

    async def __call__(self, token: str) -> File | None:
        """Return the file, or None where the token opens none."""
        agreed = await asyncio.to_thread(self._opened, token)
        if agreed is None:
            return None
        return File(await self._press.printed(agreed), "application/pdf", "aftale-om-hjemmearbejde.pdf")

    def _opened(self, token: str) -> SignedAgreement | None:
        with self._database.reading() as session:
            opened = downloads.opened_by(session, token, datetime.now(UTC))
            found = agreements.find(session, opened[0]) if opened else None
            standing = people.standing(session, found.employee_id) if found else None
            if opened is None or found is None or found.forced is None or standing is None:
                return None
            if opened[1] != found.employee_id and not standing.answers_for(opened[1]):
                return None  # the leader was replaced since
            return signed(session, found.id, found.forced.number, source_of(self._handbook()))
