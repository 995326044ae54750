"""Checklists of the home workplace as they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.people import Person
from domain.refusals import Refusal
from domain.workplace import Reply, Review, Workplace
from domain.workplace_state import Verdict, WorkplaceState


@dataclass(frozen=True, slots=True)
class ChecklistCard:
    """A list as the employee (`mine`) or the leader sees it.

    `unsaved` and `written` are what was typed on a card that was older than the list: shown, not to get lost.
    """

    workplace: Workplace
    employee: Person
    mine: bool
    state: WorkplaceState
    decider: Person | None = None  # who goes through it
    people: tuple[Person, ...] = ()  # those who are named on it
    saved: bool = False
    stale: bool = False
    unsaved: Mapping[str, Reply] = field(default_factory=dict)
    written: Review | None = None
    refusal: Refusal | None = None  # why it was not sent, or not closed; all else is kept


@dataclass(frozen=True, slots=True)
class ChecklistMissing:
    """The employee has begun no list."""

    employee: Person


@dataclass(frozen=True, slots=True)
class TeamChecklists:
    """How the lists stand of those whom a leader answers for; `asked` have one that they have not sent."""

    rows: tuple[tuple[Person, WorkplaceState], ...]
    asked: frozenset[str] = frozenset()

    @property
    def to_ask(self) -> tuple[Person, ...]:
        """Return those who may be asked: nothing is in place, and nothing waits for the leader."""
        return tuple(one for one, state in self.rows if state.verdict is Verdict.MISSING)

    @property
    def to_review(self) -> tuple[Person, ...]:
        """Return those whose list waits to be gone through."""
        return tuple(one for one, state in self.rows if state.verdict in (Verdict.WAITS, Verdict.GAPS))


@dataclass(frozen=True, slots=True)
class ChecklistsAsked:
    """These people have been asked for the checklist."""

    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class MovedHome:
    """What it means to have moved, before anything changes."""


ChecklistFact = ChecklistCard | ChecklistMissing | TeamChecklists | ChecklistsAsked | MovedHome
