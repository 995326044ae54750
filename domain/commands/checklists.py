"""What is done with the checklist of the home workplace: filled in, sent, gone through, asked for."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from domain.commands.command import CommandModel

MOST_ITEMS = 100
Short = Annotated[str, Field(max_length=2_000)]
Text = Annotated[str, Field(max_length=20_000)]  # longer than what is taken, so that too long is told kindly
Written = Annotated[dict[Annotated[str, Field(max_length=100)], Text], Field(max_length=MOST_ITEMS)]  # by item id


class OpenChecklist(CommandModel):
    """Open one's own checklist where one left it; a new one where there is none."""

    kind: Literal["open_checklist"] = "open_checklist"
    settles: ClassVar[bool] = False
    writes: ClassVar[bool] = True


class AnswerChecklist(CommandModel):
    """Keep what is filled in and, with `send`, send it to the leader."""

    kind: Literal["answer_checklist"] = "answer_checklist"
    writes: ClassVar[bool] = True
    typed_by_item: ClassVar[frozenset[str]] = frozenset({"answers", "remarks"})
    list_id: UUID
    edition: int = Field(ge=1)
    send: bool = False
    answers: Written = Field(default_factory=dict)
    remarks: Written = Field(default_factory=dict)


class TakeBackChecklist(CommandModel):
    """Open a checklist again that was sent, to correct it."""

    kind: Literal["take_back_checklist"] = "take_back_checklist"
    writes: ClassVar[bool] = True
    list_id: UUID


class ReviewChecklist(CommandModel):
    """Keep the leader's decisions and, with `close`, end the review."""

    kind: Literal["review_checklist"] = "review_checklist"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"remark", "met_on"})
    typed_by_item: ClassVar[frozenset[str]] = frozenset({"decisions", "things", "remarks"})
    list_id: UUID
    edition: int = Field(ge=1)
    close: bool = False
    decisions: Written = Field(default_factory=dict)
    things: Written = Field(default_factory=dict)
    remarks: Written = Field(default_factory=dict)
    remark: Text | None = None
    met_on: Short | None = None


class ShowChecklist(CommandModel):
    """Look at the checklist of an employee; `named` is how they were named."""

    kind: Literal["show_checklist"] = "show_checklist"
    settles: ClassVar[bool] = False
    employee_id: str = ""
    named: Short = ""


class ShowChecklists(CommandModel):
    """Look at how the checklists of those stand whom one answers for."""

    kind: Literal["show_checklists"] = "show_checklists"
    settles: ClassVar[bool] = False


class AskForChecklist(CommandModel):
    """Ask an employee for the checklist; without one, everybody one answers for who has none in place."""

    kind: Literal["ask_for_checklist"] = "ask_for_checklist"
    writes: ClassVar[bool] = True
    employee_id: str = ""


class ProposeMove(CommandModel):
    """Say that one has moved; what that means is shown before anything changes."""

    kind: Literal["propose_move"] = "propose_move"
    settles: ClassVar[bool] = False


class RenewChecklist(CommandModel):
    """Begin a new checklist; `moved`: those before hold no longer, for they are of another home."""

    kind: Literal["renew_checklist"] = "renew_checklist"
    writes: ClassVar[bool] = True
    moved: bool = False


ChecklistCommand = (
    OpenChecklist
    | AnswerChecklist
    | TakeBackChecklist
    | ReviewChecklist
    | ShowChecklist
    | ShowChecklists
    | AskForChecklist
    | ProposeMove
    | RenewChecklist
)
