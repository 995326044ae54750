"""A round of questions to the team before a talk: asked, answered, ended, carried into the frames."""

from __future__ import annotations

from typing import ClassVar, Literal
from uuid import UUID

from pydantic import Field

from domain.commands.checklists import Short, Text, Written
from domain.commands.command import CommandModel


class ProposeDiscussion(CommandModel):
    """Show the form for a new round or, while one is open, how far that has come. Stores nothing."""

    kind: Literal["propose_discussion"] = "propose_discussion"
    settles: ClassVar[bool] = False


class StartDiscussion(CommandModel):
    """Put the chosen questions to the team. `questions` are ids with commas between, `closes_on` an ISO date."""

    kind: Literal["start_discussion"] = "start_discussion"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"questions", "closes_on"})
    discussion_id: UUID
    questions: Text = ""
    closes_on: Short = ""


class ShowDiscussion(CommandModel):
    """Look at a round: one's own answers or, for whose team it is, what came back. Without an id, the newest."""

    kind: Literal["show_discussion"] = "show_discussion"
    settles: ClassVar[bool] = False
    discussion_id: UUID | None = None


class ReplyToDiscussion(CommandModel):
    """Keep one's own answers; they can be changed until the round is over."""

    kind: Literal["reply_to_discussion"] = "reply_to_discussion"
    writes: ClassVar[bool] = True
    typed_by_item: ClassVar[frozenset[str]] = frozenset({"stances", "remarks"})
    discussion_id: UUID
    edition: int = Field(ge=0)
    stances: Written = Field(default_factory=dict)
    remarks: Written = Field(default_factory=dict)


class CorrectReply(CommandModel):
    """Open one's own answers again. Stores nothing."""

    kind: Literal["correct_reply"] = "correct_reply"
    discussion_id: UUID


class EndDiscussion(CommandModel):
    """End the round now and look at the answers."""

    kind: Literal["end_discussion"] = "end_discussion"
    writes: ClassVar[bool] = True
    discussion_id: UUID


class CarryDiscussion(CommandModel):
    """Open the form of the team's frames with what the team answered beside it. Stores nothing."""

    kind: Literal["carry_discussion"] = "carry_discussion"
    settles: ClassVar[bool] = False
    discussion_id: UUID


DiscussionCommand = (
    ProposeDiscussion
    | StartDiscussion
    | ShowDiscussion
    | ReplyToDiscussion
    | CorrectReply
    | EndDiscussion
    | CarryDiscussion
)
