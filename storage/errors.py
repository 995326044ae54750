"""What can go wrong between two people who act at once. The gate turns these into values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError


class Taken(Exception):
    """The person has a live home day on these dates already. Give the transaction up; nothing of it may stand."""

    def __init__(self, dates: Sequence[date]) -> None:
        super().__init__(f"{len(dates)} taken")
        self.dates = tuple(dates)


class Conflict(Exception):
    """Somebody else changed the row since it was read. Give the transaction up and read again."""

    def __init__(self, row_id: UUID | None, version: int) -> None:
        super().__init__(f"version {version} was written already, or the version before it never was")
        self.row_id = row_id
        self.version = version


Unusable = SQLAlchemyError  # what comes of a database that cannot be used at this moment
