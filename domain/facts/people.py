"""People and who leads them, and what HR and leaders are told about those who come and go."""

from __future__ import annotations

from dataclasses import dataclass

from domain.people import Person, Standing


@dataclass(frozen=True, slots=True)
class PeopleHeld:
    """A reading of the people that was not carried out: so many of those who are here would have left."""

    leaving: int
    here: int


@dataclass(frozen=True, slots=True)
class MyLeader:
    """Who leads an employee and who acts for the leader; `for_me` acts for the employee towards their own team."""

    standing: Standing
    reader_id: str
    for_me: Person | None = None

    @property
    def is_own(self) -> bool:
        """Return whether whoever reads it is the employee."""
        return self.standing.employee.id == self.reader_id


PeopleFact = PeopleHeld | MyLeader
