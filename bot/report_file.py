"""The report of a broadcast as a file for a spreadsheet, behind an address that works for a short while."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Iterable
from datetime import UTC, datetime
from io import StringIO

from bot.minds import HERE
from bot.web import File
from domain.people import Role
from storage import downloads, people, receivers
from storage.database import Database
from storage.receivers import Line

FORMULAS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")  # the wide ones too: some spreadsheets take them for the others
HEADINGS = ("navn", "e-mail", "afdeling", "status", "årsag", "sendt", "læst og forstået")
STATES = {
    "waiting": "venter",
    "sending": "venter",
    "quiet": "venter",
    "done": "sendt",
    "gone": "ikke nået",
    "failed": "ikke nået",
}


class ReportFile:
    """Serves reports by their token, as long as whoever asked for it is HR."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self, token: str) -> File | None:
        """Return the file, or None where the token is unknown or over."""
        written = await asyncio.to_thread(self._file, token)
        return None if written is None else File(written, "text/csv; charset=utf-8", "rapport.csv")

    def _file(self, token: str) -> bytes | None:
        with self._database.reading() as session:
            opened = downloads.opened_by(session, token, datetime.now(UTC))
            reader = people.find(session, opened[1]) if opened else None
            if opened is None or reader is None or Role.HR not in reader.roles:
                return None
            return written(receivers.lines(session, opened[0]))


def written(lines: Iterable[Line]) -> bytes:
    """Return the lines as CSV, with semicolons and a mark in front, as a Danish spreadsheet opens it."""
    out = StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(HEADINGS)
    for one in lines:
        state = "sendt" if one.sent_at else STATES[one.state]
        why = "" if one.sent_at else one.code
        cells = (one.name, one.email, one.department, state, why, _moment(one.sent_at), _moment(one.confirmed_at))
        table.writerow([_safe(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def _moment(at: datetime | None) -> str:
    return f"{at.astimezone(HERE):%Y-%m-%d %H:%M}" if at else ""


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip()[:1] in FORMULAS or cell[:1] in ("\t", "\r", "\n") else cell
