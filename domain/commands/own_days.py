"""What employees do with their own home days."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from domain.commands.command import MOST_DAYS, CommandModel, Day
from domain.home_days import Half


class Wanted(CommandModel):
    """A wanted date on a button (domain.home_days.WantedDay, written down)."""

    on: Day
    half: Half | None = None


class DayRef(CommandModel):
    """A home day and the version that the card showed."""

    id: UUID
    version: int = Field(ge=1)


WantedDays = Annotated[tuple[Wanted, ...], Field(min_length=1, max_length=MOST_DAYS)]
DayRefs = Annotated[tuple[DayRef, ...], Field(min_length=1, max_length=MOST_DAYS)]


class ProposeDays(CommandModel):
    """Look at wanted days before they are asked for: shows what was understood, stores nothing.

    `instead_of` are own days that they take the place of ("flyt torsdag til fredag").
    """

    kind: Literal["propose_days"] = "propose_days"
    days: WantedDays
    instead_of: Annotated[tuple[Day, ...], Field(max_length=MOST_DAYS)] = ()
    recurring: bool = False  # said as a series: "hver onsdag"
    expressly: bool = False  # although the team's frames say that all are present then


class CorrectDays(CommandModel):
    """Look again at wanted days, now with the date and half that were set on the card. Stores nothing."""

    kind: Literal["correct_days"] = "correct_days"
    typed: ClassVar[frozenset[str]] = frozenset({"on", "half"})
    on: Day
    half: Half | Literal["whole"] = "whole"


class TickDays(CommandModel):
    """Look again at several wanted days, now only at those still ticked on the card. Stores nothing.

    `ticked` are dates (YYYY-MM-DD) with commas between, as a choice set of several sends them.
    """

    kind: Literal["tick_days"] = "tick_days"
    typed: ClassVar[frozenset[str]] = frozenset({"ticked"})
    days: WantedDays
    ticked: Annotated[str, Field(max_length=MOST_DAYS * 11)] = ""
    recurring: bool = False
    expressly: bool = False


class MarkDays(CommandModel):
    """Ask one's leader for home days. `request_id` makes a second press the same request.

    `instead_of` are own days that are given up in the same breath ("flyt torsdag til fredag").
    """

    kind: Literal["mark_days"] = "mark_days"
    writes: ClassVar[bool] = True
    request_id: UUID
    days: WantedDays
    instead_of: Annotated[tuple[DayRef, ...], Field(max_length=MOST_DAYS)] = ()
    recurring: bool = False
    expressly: bool = False  # as in ProposeDays


class ShowMyDays(CommandModel):
    """Show one's own home days to come."""

    kind: Literal["show_my_days"] = "show_my_days"
    settles: ClassVar[bool] = False


class WithdrawDays(CommandModel):
    """Give up one's own home days."""

    kind: Literal["withdraw_days"] = "withdraw_days"
    writes: ClassVar[bool] = True
    days: DayRefs


class ProposeWithdrawal(CommandModel):
    """Look at one's own days on some dates before giving them, or half of one, up. Stores nothing."""

    kind: Literal["propose_withdrawal"] = "propose_withdrawal"
    dates: Annotated[tuple[Day, ...], Field(max_length=MOST_DAYS)] = ()
    half: Half | None = None  # only this half of a single day is to go


class HalveDay(CommandModel):
    """Keep only half of one of one's own whole home days."""

    kind: Literal["halve_day"] = "halve_day"
    writes: ClassVar[bool] = True
    day: DayRef
    keep: Half


class PickReplacement(CommandModel):
    """Choose another day instead of a cancelled one, and confirm with it having seen the cancellation."""

    kind: Literal["pick_replacement"] = "pick_replacement"
    writes: ClassVar[bool] = True
    cancellation_id: UUID
    on: Day


class AcknowledgeCancellation(CommandModel):
    """Confirm having seen that one's days were cancelled."""

    kind: Literal["acknowledge_cancellation"] = "acknowledge_cancellation"
    writes: ClassVar[bool] = True
    cancellation_id: UUID
