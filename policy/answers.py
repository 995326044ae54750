"""What an asker is shown: an answer, choices, or that the policy is silent. Facts; cards word them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from domain.frames import LocalFrame
from policy.handbook import Passage


class Zone(StrEnum):
    """How sure the ranking is."""

    ANSWER = "answer"
    CHOICES = "choices"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage and the probability (0 to 1) that it answers the question."""

    passage: Passage
    probability: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The outcome for one question: the zone, how probable it is that the policy answers at all, the best ≤ 3."""

    zone: Zone
    confidence: float
    best: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The best passage, with up to two that belong to it; `question` is what was asked, where something was.

    `question_id` is the question's, should it be sent to HR. `frame` is the asker's own team's, where it speaks to it.
    """

    passage: Passage
    related: tuple[Passage, ...] = ()
    question: str = ""
    question_id: UUID | None = None
    frame: LocalFrame | None = None


@dataclass(frozen=True, slots=True)
class DidYouMean:
    """Up to three passages to choose among."""

    choices: tuple[Passage, ...]
    question: str = ""
    question_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NotCovered:
    """The policy does not speak of it. `question_id` is the question's, should it be sent to HR."""

    question: str = ""
    question_id: UUID | None = None


PolicyFact = Answer | DidYouMean | NotCovered
