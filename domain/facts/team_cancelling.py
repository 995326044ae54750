"""The home days of a whole team, cancelled for one reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.facts.days import Note
from domain.home_days import HomeDay
from domain.people import Person

TheirDays = tuple[Person, tuple[HomeDay, ...]]


@dataclass(frozen=True, slots=True)
class TeamCancelForm:
    """The leader's form before everybody's days are cancelled. `people` have home days on the dates."""

    cancellation_id: UUID
    dates: tuple[date, ...]
    people: tuple[TheirDays, ...]
    seen: str
    reason: str = ""
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class TeamCancelled:
    """Whose days were cancelled, and who has seen it."""

    cancellation_id: UUID
    people: tuple[TheirDays, ...]


@dataclass(frozen=True, slots=True)
class NobodyAtHome:
    """Nobody whom one answers for has a home day on these dates: nothing need be cancelled."""

    dates: tuple[date, ...]


TeamCancellingFact = TeamCancelForm | TeamCancelled | NobodyAtHome
