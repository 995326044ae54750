"""What HR and leaders are told about people who come and go."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PeopleHeld:
    """A reading of the people that was not carried out: so many of those who are here would have left."""

    leaving: int
    here: int


PeopleFact = PeopleHeld
