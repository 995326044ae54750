"""What a leader does when the whole team must come in."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from domain.commands.command import MOST_DAYS, CommandModel, Day, Reason

Dates = Annotated[tuple[Day, ...], Field(min_length=1, max_length=MOST_DAYS)]


class ProposeTeamCancellation(CommandModel):
    """Look at the days at home on some dates, of all whom one answers for, before they are cancelled."""

    kind: Literal["propose_team_cancellation"] = "propose_team_cancellation"
    dates: Dates
    reason: Reason = ""


class CancelTeamDays(CommandModel):
    """Cancel them all for one operational reason (policy p. 3). `seen` tells which days the form showed."""

    kind: Literal["cancel_team_days"] = "cancel_team_days"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"reason"})
    cancellation_id: UUID
    dates: Dates
    seen: Annotated[str, Field(max_length=64)]
    reason: Reason = ""


class ShowTeamCancellation(CommandModel):
    """Show a cancellation for the team as it stands now, in place: who has seen it."""

    kind: Literal["show_team_cancellation"] = "show_team_cancellation"
    cancellation_id: UUID


TeamCancellingCommand = ProposeTeamCancellation | CancelTeamDays | ShowTeamCancellation
