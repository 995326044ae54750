"""What leaders and their deputies do with their employees' days."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from domain.commands.command import MOST_DAYS, CommandModel, Day, Reason
from domain.commands.own_days import DayRefs


class ShowWaiting(CommandModel):
    """Show the requests that wait for one's answer, of one employee or of all."""

    kind: Literal["show_waiting"] = "show_waiting"
    settles: ClassVar[bool] = False
    employee_id: str | None = None


class ShowTeam(CommandModel):
    """Show the leader's team, day by day, for the working week that a date lies in."""

    kind: Literal["show_team"] = "show_team"
    settles: ClassVar[bool] = False
    week_of: Day


class ShowLeader(CommandModel):
    """Show who leads somebody, and who acts for the leader: oneself, or an employee whom one answers for."""

    kind: Literal["show_leader"] = "show_leader"
    settles: ClassVar[bool] = False
    employee_id: str | None = None


class ShowHomeWork(CommandModel):
    """Show a year of one employee's home work for the yearly talk; without an id or a name, one's own."""

    kind: Literal["show_home_work"] = "show_home_work"
    settles: ClassVar[bool] = False
    employee_id: str | None = None
    named: Annotated[str, Field(max_length=80)] = ""  # sought among those one answers for


class ApproveDays(CommandModel):
    """Approve asked days of an employee. `listed` tells that it was pressed on the list of waiting requests.

    `anyway` says it expressly for a day on which the team's frames have everybody present.
    """

    kind: Literal["approve_days"] = "approve_days"
    writes: ClassVar[bool] = True
    days: DayRefs
    listed: bool = False
    anyway: bool = False


class DeclineDays(CommandModel):
    """Decline asked days of an employee. `listed` as in ApproveDays."""

    kind: Literal["decline_days"] = "decline_days"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"reason"})
    days: DayRefs
    reason: Reason = ""
    listed: bool = False


class ProposeCancellation(CommandModel):
    """Look at an employee's days on some dates before cancelling them. Stores nothing."""

    kind: Literal["propose_cancellation"] = "propose_cancellation"
    employee_id: str
    dates: Annotated[tuple[Day, ...], Field(max_length=MOST_DAYS)] = ()
    reason: Reason = ""


class CancelDays(CommandModel):
    """Cancel an employee's days for an operational reason (policy p. 3)."""

    kind: Literal["cancel_days"] = "cancel_days"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"reason"})
    cancellation_id: UUID
    days: DayRefs
    reason: Reason = ""
