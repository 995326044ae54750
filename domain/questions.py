"""Questions that the policy does not answer, and what HR answers to them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

LONGEST_SENT = 1_000  # characters of a question that go to HR
LONGEST_ANSWER = 3_000
MOST_OPEN = 20  # questions of one person that wait at a time


class Scope(StrEnum):
    """Whom an answer by HR is for."""

    ONCE = "once"  # those who asked, and nobody else
    ALL = "all"  # everybody who asks the same from now on
    REFERRAL = "referral"  # the same, said as "not covered" with a word on whom to ask


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was sent to HR. It names its asker only for as long as it waits.

    `letter_id` is what the notice of the answer names, for a day: so that no notice leads from a person to a question.
    """

    id: UUID
    text: str
    asked_at: datetime
    asker_id: str | None = None
    answer_id: UUID | None = None
    letter_id: UUID | None = None

    @property
    def is_open(self) -> bool:
        """Return whether it waits for an answer."""
        return self.answer_id is None


@dataclass(frozen=True, slots=True)
class HrAnswer:
    """What HR answered: HR's own words, never the policy's. `question` is how HR puts the question for others."""

    id: UUID
    question: str
    text: str
    scope: Scope
    author_id: str | None
    at: datetime
    version: int = 1

    @property
    def is_kept(self) -> bool:
        """Return whether others who ask the same get it too."""
        return self.scope is not Scope.ONCE


class AnswerProblem(StrEnum):
    """Why an answer as typed cannot be sent."""

    NO_ANSWER = "no_answer"
    TOO_LONG = "too_long"
    NO_QUESTION = "no_question"  # an answer for all needs the question that it answers
    NOBODY = "nobody"  # none of the questions is ticked


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer as HR typed it."""

    question: str
    text: str
    scope: Scope = Scope.ONCE


def problems(typed: Typed) -> tuple[AnswerProblem, ...]:
    """Return what must be put right before the answer can be kept."""
    found = []
    if not typed.text.strip():
        found.append(AnswerProblem.NO_ANSWER)
    if len(typed.text.strip()) > LONGEST_ANSWER or len(typed.question.strip()) > LONGEST_SENT:
        found.append(AnswerProblem.TOO_LONG)
    if typed.scope is not Scope.ONCE and not typed.question.strip():
        found.append(AnswerProblem.NO_QUESTION)
    return tuple(found)


def changed(answer: HrAnswer, typed: Typed, by: str, at: datetime) -> HrAnswer:
    """Return the answer in other words, under the name of whoever changed it."""
    words = {"question": typed.question.strip(), "text": typed.text.strip(), "scope": typed.scope}
    if words == {"question": answer.question, "text": answer.text, "scope": answer.scope}:
        return answer
    return replace(answer, **words, author_id=by, at=at, version=answer.version + 1)  # type: ignore[arg-type]


def withdrawn(answer: HrAnswer) -> HrAnswer:
    """Return the answer as it is for nobody but those who got it already."""
    return answer if not answer.is_kept else replace(answer, scope=Scope.ONCE, version=answer.version + 1)


def still_open(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return those that wait, oldest first."""
    return tuple(sorted((one for one in questions if one.is_open), key=lambda one: (one.asked_at, one.id)))
