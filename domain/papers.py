"""A signed agreement as a paper: what it was made under, and how far it is on its way to the personnel file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class PaperState(StrEnum):
    """How far a paper got."""

    WAITING = "waiting"
    FILED = "filed"
    NOT_WANTED = "not_wanted"  # no folder is set; it is filed when one is


@dataclass(frozen=True, slots=True)
class Source:
    """The policy that an agreement was made under, as it read then. `pages` count from 1."""

    municipality: str
    title: str
    version: str
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A version of an agreement that is to be filed. `attempts` counts this one too."""

    agreement_id: UUID
    number: int
    employee_id: str
    attempts: int

    @property
    def name(self) -> str:
        """The name of its files, without an ending. It names nobody, and is the same at every try."""
        return f"aftale-om-hjemmearbejde_{self.agreement_id}_v{self.number}"
