"""What a leader does with the team's APV checklist."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from domain.commands.checklists import Short, Written
from domain.commands.command import CommandModel


class ShowAssessment(CommandModel):
    """Look at the team's list or, with a section counted from 0, fill that in."""

    kind: Literal["show_assessment"] = "show_assessment"
    writes: ClassVar[bool] = True  # a team that has none gets one
    settles: ClassVar[bool] = False
    section: int | None = Field(default=None, ge=0, le=100)


class SaveAssessment(CommandModel):
    """Keep what is written to a section; with `go_on` the next one follows."""

    kind: Literal["save_assessment"] = "save_assessment"
    writes: ClassVar[bool] = True
    typed_by_item: ClassVar[frozenset[str]] = frozenset({"remarks"})
    edition: int = Field(ge=1)
    section: int = Field(ge=0, le=100)
    go_on: bool = False
    remarks: Written = Field(default_factory=dict)


class PlanAssessment(CommandModel):
    """Set the day when the list is looked at again."""

    kind: Literal["plan_assessment"] = "plan_assessment"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"review_on"})
    review_on: Short = ""


class RenewAssessment(CommandModel):
    """Put the list on the items of the policy as it reads now."""

    kind: Literal["renew_assessment"] = "renew_assessment"
    writes: ClassVar[bool] = True


class ShowAssessmentHistory(CommandModel):
    """Look at what was written to the list, by whom and when."""

    kind: Literal["show_assessment_history"] = "show_assessment_history"
    writes: ClassVar[bool] = True
    settles: ClassVar[bool] = False


AssessmentCommand = ShowAssessment | SaveAssessment | PlanAssessment | RenewAssessment | ShowAssessmentHistory
