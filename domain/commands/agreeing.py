"""What the two do with an agreement: start it, change it, confirm it, end it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from domain.commands.command import CommandModel, Reason

Term = Annotated[str, Field(max_length=20_000)]  # longer than what is taken, so that too long is told kindly


class StartAgreement(CommandModel):
    """Open one's own agreement, or that of an employee one answers for; a draft is made where there is none."""

    kind: Literal["start_agreement"] = "start_agreement"
    settles: ClassVar[bool] = False
    writes: ClassVar[bool] = True
    employee_id: str = ""
    named: Annotated[str, Field(max_length=2_000)] = ""


class ChangeAgreement(CommandModel):
    """Put new terms in the place of those of the version that was shown."""

    kind: Literal["change_agreement"] = "change_agreement"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset(
        {"extent", "placing", "availability", "tasks", "equipment", "other", "place", "start", "notice"}
    )
    agreement_id: UUID
    version: int = Field(ge=1)
    extent: Term = ""
    placing: Term = ""
    availability: Term = ""
    tasks: Term = ""
    equipment: Term = ""
    other: Term = ""
    place: Term = ""
    start: Term = ""
    notice: Term = ""


class ConfirmAgreement(CommandModel):
    """Confirm, as oneself, just the content that was shown."""

    kind: Literal["confirm_agreement"] = "confirm_agreement"
    writes: ClassVar[bool] = True
    agreement_id: UUID
    content_hash: Annotated[str, Field(min_length=64, max_length=64)]


class EndAgreement(CommandModel):
    """End the agreement with the notice that was agreed. The leader gives the operational need as a reason."""

    kind: Literal["end_agreement"] = "end_agreement"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"reason"})
    agreement_id: UUID
    reason: Reason = ""


class FetchAgreement(CommandModel):
    """Get an address, for a short while, where the agreement in force can be fetched as PDF."""

    kind: Literal["fetch_agreement"] = "fetch_agreement"
    settles: ClassVar[bool] = False
    writes: ClassVar[bool] = True
    agreement_id: UUID


AgreementCommand = StartAgreement | ChangeAgreement | ConfirmAgreement | EndAgreement | FetchAgreement
