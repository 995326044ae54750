"""Who speaks and when, and what a turn of talk leads to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dialogs.intents.intent import Role
from domain import people
from domain.commands import Command
from domain.facts import DomainFact
from domain.people import Person
from policy.answers import PolicyFact
from policy.editions import EditionFact

Fact = DomainFact | PolicyFact | EditionFact


@dataclass(frozen=True, slots=True)
class Scene:
    """Who speaks, whom they answer for, and the moment in their own zone."""

    by: Person
    leads: tuple[Person, ...]
    now: datetime

    @property
    def today(self) -> date:
        """The speaker's date."""
        return self.now.date()

    @property
    def role(self) -> Role:
        """The part in which they speak; whoever answers for somebody speaks as a leader."""
        if self.leads:
            return Role.LEADER
        return Role.HR if people.Role.HR in self.by.roles else Role.EMPLOYEE


@dataclass(frozen=True, slots=True)
class Step:
    """Where a turn leads: something to show, or a command to run; never both, never neither."""

    show: Fact | None = None
    do: Command | None = None
    intent: str = ""  # for counting, without a name

    def __post_init__(self) -> None:
        if (self.show is None) == (self.do is None):
            raise ValueError("a step either shows or does")
