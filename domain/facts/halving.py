"""A whole home day of which only half stays."""

from __future__ import annotations

from dataclasses import dataclass

from domain.home_days import Half, HomeDay
from domain.people import Person


@dataclass(frozen=True, slots=True)
class HalveForm:
    """One of the employee's own whole days before half of it is given up; `keep` is the half that stays."""

    day: HomeDay
    keep: Half
    leader: Person | None


@dataclass(frozen=True, slots=True)
class DayHalved:
    """The employee keeps only half of the day; the leader is told."""

    day: HomeDay
    leader: Person | None


@dataclass(frozen=True, slots=True)
class HalvingTold:
    """The news to the leader: the employee keeps only half of the day."""

    employee: Person
    day: HomeDay


HalvingFact = HalveForm | DayHalved | HalvingTold
