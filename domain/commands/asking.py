"""Asking the policy."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.commands.command import CommandModel
from domain.questions import LONGEST_SENT

LONGEST_QUESTION = 2_000


class Ask(CommandModel):
    """Ask the policy a question. `before` is the question that it leans on: "og hvad med stolen?"."""

    kind: Literal["ask"] = "ask"
    settles: ClassVar[bool] = False
    question: Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION)]
    before: Annotated[str, Field(max_length=LONGEST_SENT)] = ""


class NoneFits(CommandModel):
    """Say that none of the choices was meant."""

    kind: Literal["none_fits"] = "none_fits"
    question: Annotated[str, Field(max_length=LONGEST_SENT)] = ""


class ShowPassage(CommandModel):
    """Show one passage of the policy, picked among choices; `question` is what was asked."""

    kind: Literal["show_passage"] = "show_passage"
    passage_id: Annotated[str, Field(max_length=60)]
    question: Annotated[str, Field(max_length=LONGEST_SENT)] = ""


class RateAnswer(CommandModel):
    """Say whether an answer helped. Only counted, without a name; `question` goes no further than the offer of HR."""

    kind: Literal["rate_answer"] = "rate_answer"
    settles: ClassVar[bool] = False
    writes: ClassVar[bool] = True
    passage_id: Annotated[str, Field(max_length=60)]
    helped: bool
    question: Annotated[str, Field(max_length=LONGEST_SENT)] = ""
