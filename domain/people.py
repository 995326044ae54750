"""Who people are and how they stand to one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """A role that the directory grants. Leading people is no role: it follows from who names you."""

    HR = "hr"


class Language(StrEnum):
    """The languages that the bot speaks."""

    DANISH = "da"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the municipality, as the directory knows them.

    `id` is the Entra object id. `deputy_id` on an employee's line acts for that employee's leader;
    on a leader's line it acts for the leader towards all of the team. Nobody answers for whoever leads them.
    """

    id: str
    name: str
    email: str = ""
    leader_id: str | None = None
    deputy_id: str | None = None
    department: str = ""
    roles: frozenset[Role] = field(default_factory=frozenset)
    language: Language = Language.DANISH
    workplace: str = ""

    @property
    def is_known(self) -> bool:
        """Whether a directory knows them; a guest or a stranger speaks without an id, so nothing can be theirs."""
        return bool(self.id)

    @property
    def first_name(self) -> str:
        """The name that colleagues use; the whole name where there is only one word."""
        return self.name.split()[0] if self.name.split() else self.name


def visitor(language: Language) -> Person:
    """Return whoever speaks and is in no directory: a guest, or somebody who is new."""
    return Person("", "", language=language)


@dataclass(frozen=True, slots=True)
class Standing:
    """An employee with those who answer for them, as loaded for one command."""

    employee: Person
    leader: Person | None = None
    deputy: Person | None = None

    @property
    def decider(self) -> Person | None:
        """Who is asked: the leader, or the deputy where there is no leader."""
        return self.leader or self.deputy

    def answers_for(self, person_id: str) -> bool:
        """Return whether this person may decide on the employee's days: never for oneself."""
        if person_id == self.employee.id:
            return False
        return any(one is not None and one.id == person_id for one in (self.leader, self.deputy))
