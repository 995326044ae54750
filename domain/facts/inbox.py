"""Questions to HR as they are shown, to their asker and to HR."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from domain.facts.strangers import Strangers
from domain.questions import AnswerProblem, HrAnswer, Question, Typed


@dataclass(frozen=True, slots=True)
class SentToHr:
    """One's own question waits for HR. `too_many` tells that it was not sent: too many wait already."""

    question: Question
    too_many: bool = False


@dataclass(frozen=True, slots=True)
class TakenBack:
    """One's own question was taken back. `answered` tells that HR was quicker."""

    answered: bool = False


@dataclass(frozen=True, slots=True)
class Rated:
    """How often a passage helped those who said so, and how often it did not."""

    passage_id: str
    helped: int
    not_helped: int


@dataclass(frozen=True, slots=True)
class Inbox:
    """The questions that wait, like ones together, and the passages that helped least.

    `missed` tells that what was asked for waits no longer.
    """

    groups: tuple[tuple[Question, ...], ...]
    poor: tuple[Rated, ...] = ()
    missed: bool = False


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """The form for an answer to these questions; with `changes`, for another wording of an answer that stands."""

    answer_id: UUID
    questions: tuple[Question, ...]
    typed: Typed
    problems: tuple[AnswerProblem, ...] = ()
    changes: HrAnswer | None = None


class AnswerNote(StrEnum):
    """What HR is told about an answer."""

    SENT = "sent"
    TAKEN = "taken"  # somebody else of HR answered first
    CHANGED = "changed"
    STALE = "stale"  # it was changed by somebody else meanwhile
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class HrAnswerCard:
    """An answer as HR sees it."""

    answer: HrAnswer
    author: str
    note: AnswerNote | None = None


@dataclass(frozen=True, slots=True)
class HrAnswers:
    """The answers that are kept for all, newest first, each with its author's name."""

    answers: tuple[tuple[HrAnswer, str], ...]


@dataclass(frozen=True, slots=True)
class HrSays:
    """An answer by HR as an asker gets it: to the question they sent (`asked`), or kept for all who ask the same.

    `question_id` is for a question of one's own, where the kept answer does not fit.
    """

    answer: HrAnswer
    author: str
    asked: str = ""
    question: str = ""
    question_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class QuestionsWait:
    """To HR, in the morning: so many questions wait."""

    count: int


InboxFact = Strangers | QuestionsWait | SentToHr | TakenBack | Inbox | AnswerForm | HrAnswerCard | HrAnswers | HrSays
