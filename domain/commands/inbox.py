"""Questions to HR: sent, answered, kept for all, withdrawn."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from domain.commands.broadcasting import LONGEST_TYPED
from domain.commands.command import CommandModel
from domain.questions import LONGEST_SENT, Scope

MOST_TOGETHER = 50
Sent = Annotated[str, Field(min_length=1, max_length=LONGEST_SENT)]
Typed = Annotated[str, Field(max_length=LONGEST_TYPED)]  # longer than what is taken: too much is told kindly
Together = Annotated[tuple[UUID, ...], Field(min_length=1, max_length=MOST_TOGETHER)]


class SendToHr(CommandModel):
    """Send a question to HR. `question_id` makes a second press the same question."""

    kind: Literal["send_to_hr"] = "send_to_hr"
    writes: ClassVar[bool] = True
    question_id: UUID
    question: Sent


class TakeBackQuestion(CommandModel):
    """Take one's own question back before it is answered."""

    kind: Literal["take_back_question"] = "take_back_question"
    writes: ClassVar[bool] = True
    question_id: UUID


class ShowInbox(CommandModel):
    """Show the questions that wait for HR."""

    kind: Literal["show_inbox"] = "show_inbox"
    settles: ClassVar[bool] = False


class OpenQuestion(CommandModel):
    """Open the form that answers a question, together with those that ask the same."""

    kind: Literal["open_question"] = "open_question"
    settles: ClassVar[bool] = False
    question_id: UUID


class AnswerQuestions(CommandModel):
    """Answer the questions that the form showed. `ticked` are ids with commas between, as a list of choices sends them.

    `answer_id` makes a second press the same answer.
    """

    kind: Literal["answer_questions"] = "answer_questions"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"ticked", "put", "answer", "scope"})
    answer_id: UUID
    question_ids: Together
    ticked: Typed | None = None
    put: Typed = ""
    answer: Typed = ""
    scope: Scope = Scope.ONCE


class ShowHrAnswers(CommandModel):
    """Show the answers that HR keeps for all."""

    kind: Literal["show_hr_answers"] = "show_hr_answers"
    settles: ClassVar[bool] = False


class OpenHrAnswer(CommandModel):
    """Open the form that changes an answer."""

    kind: Literal["open_hr_answer"] = "open_hr_answer"
    settles: ClassVar[bool] = False
    answer_id: UUID


class ChangeHrAnswer(CommandModel):
    """Change an answer that is kept for all."""

    kind: Literal["change_hr_answer"] = "change_hr_answer"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"put", "answer", "scope"})
    answer_id: UUID
    version: int = Field(ge=1)
    put: Typed = ""
    answer: Typed = ""
    scope: Scope = Scope.ALL


class WithdrawHrAnswer(CommandModel):
    """Keep an answer for all no longer."""

    kind: Literal["withdraw_hr_answer"] = "withdraw_hr_answer"
    writes: ClassVar[bool] = True
    answer_id: UUID
    version: int = Field(ge=1)


InboxCommand = (
    SendToHr
    | TakeBackQuestion
    | ShowInbox
    | OpenQuestion
    | AnswerQuestions
    | ShowHrAnswers
    | OpenHrAnswer
    | ChangeHrAnswer
    | WithdrawHrAnswer
)
