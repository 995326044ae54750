"""What a use case needs from outside the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from sqlmodel import Session

from domain.deeds import Done
from domain.notices import Notice
from domain.people import Person
from policy.alike import Kinship
from policy.answers import Ranking
from policy.documents.draft import Draft
from policy.handbook import Handbook, Passage
from policy.judging import Opinion


class Outbox(Protocol):
    """Where notices are left: they commit or vanish with the decision they tell of."""

    def leave(self, session: Session, notices: Sequence[Notice]) -> None:
        """Store the notices in this transaction, each key once, so that they leave after the commit."""
        ...


class Ranker(Protocol):
    """Finds the passages that answer a question, and questions that are alike."""

    @property
    def kinship(self) -> Kinship:
        """What compares questions with one another."""
        ...

    def rank(self, question: str) -> Ranking:
        """Return the ranking; pure and quick (milliseconds)."""
        ...

    def shortlist(self, question: str, most: int) -> Sequence[Passage]:
        """Return the passages that are likeliest to answer, best first."""
        ...


class Shelf(Protocol):
    """The policy as it runs now; another version may take its place between two turns."""

    @property
    def handbook(self) -> Handbook:
        """The words of the running version."""
        ...

    @property
    def ranker(self) -> Ranker:
        """The ranking of the running version."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """What a use case has before it: the transaction, who acts, when, and the house's services."""

    session: Session
    by: Person
    at: datetime
    handbook: Handbook
    ranker: Ranker
    outbox: Outbox
    card_id: str  # the card that was pressed, where one was
    feed_base: str  # public base address of the calendar feeds, without a slash at the end
    opinion: Opinion | None = None  # on a question, where a stronger judge has one
    draft: Draft | None = None  # what a sent file became
    done: list[Done] = field(default_factory=list)  # for the audit trail; see bot/usecases/trail.py
