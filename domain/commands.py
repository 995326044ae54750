"""Everything that a person can ask of the bot, as one closed union.

Chat, card, web and command line all end in one of these. A command carries ids and the versions that were seen,
never a name or a role: who acts is known from the verified sender, and what they may do from the directory.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from domain.home_days import LONGEST_REASON, Half

LONGEST_QUESTION = 2_000
MOST_DAYS = 60

Day = Annotated[date, Field(ge=date(2020, 1, 1), le=date(2100, 1, 1))]  # what a button can honestly name
Reason = Annotated[str, Field(max_length=LONGEST_REASON)]


class _Command(BaseModel):
    """What all commands share.

    `typed` names the fields that a card's inputs may fill. `settles` tells whether the answer takes the place of the
    card that was pressed; a press that asks for something else leaves the card and is answered below it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    typed: ClassVar[frozenset[str]] = frozenset()
    settles: ClassVar[bool] = True


class Wanted(_Command):
    """A wanted date on a button (domain.home_days.WantedDay, written down)."""

    on: Day
    half: Half | None = None


class DayRef(_Command):
    """A home day and the version that the card showed."""

    id: UUID
    version: int = Field(ge=1)


WantedDays = Annotated[tuple[Wanted, ...], Field(min_length=1, max_length=MOST_DAYS)]
DayRefs = Annotated[tuple[DayRef, ...], Field(min_length=1, max_length=MOST_DAYS)]


class Ask(_Command):
    """Ask the policy a question."""

    kind: Literal["ask"] = "ask"
    settles: ClassVar[bool] = False
    question: Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION)]


class ShowPassage(_Command):
    """Show one passage of the policy, picked among choices."""

    kind: Literal["show_passage"] = "show_passage"
    passage_id: Annotated[str, Field(max_length=60)]


class RateAnswer(_Command):
    """Say whether an answer helped. Only counted, without a name."""

    kind: Literal["rate_answer"] = "rate_answer"
    settles: ClassVar[bool] = False
    passage_id: Annotated[str, Field(max_length=60)]
    helped: bool


class ProposeDays(_Command):
    """Look at wanted days before they are asked for: shows what was understood, stores nothing.

    `instead_of` are own days that they take the place of ("flyt torsdag til fredag").
    """

    kind: Literal["propose_days"] = "propose_days"
    days: WantedDays
    instead_of: Annotated[tuple[Day, ...], Field(max_length=MOST_DAYS)] = ()


class CorrectDays(_Command):
    """Look again at wanted days, now with the date and half that were set on the card. Stores nothing."""

    kind: Literal["correct_days"] = "correct_days"
    typed: ClassVar[frozenset[str]] = frozenset({"on", "half"})
    on: Day
    half: Half | Literal["whole"] = "whole"


class MarkDays(_Command):
    """Ask one's leader for home days. `request_id` makes a second press the same request.

    `instead_of` are own days that are given up in the same breath ("flyt torsdag til fredag").
    """

    kind: Literal["mark_days"] = "mark_days"
    request_id: UUID
    days: WantedDays
    instead_of: Annotated[tuple[DayRef, ...], Field(max_length=MOST_DAYS)] = ()


class ShowMyDays(_Command):
    """Show one's own home days to come."""

    kind: Literal["show_my_days"] = "show_my_days"
    settles: ClassVar[bool] = False


class WithdrawDays(_Command):
    """Give up one's own home days."""

    kind: Literal["withdraw_days"] = "withdraw_days"
    days: DayRefs


class ProposeWithdrawal(_Command):
    """Look at one's own days on some dates before giving them up. Stores nothing."""

    kind: Literal["propose_withdrawal"] = "propose_withdrawal"
    dates: Annotated[tuple[Day, ...], Field(max_length=MOST_DAYS)] = ()


class ShowWaiting(_Command):
    """Show the requests that wait for one's answer, of one employee or of all."""

    kind: Literal["show_waiting"] = "show_waiting"
    settles: ClassVar[bool] = False
    employee_id: str | None = None


class ShowTeam(_Command):
    """Show the leader's team, day by day, for the working week that a date lies in."""

    kind: Literal["show_team"] = "show_team"
    settles: ClassVar[bool] = False
    week_of: Day


class WhoIsHome(_Command):
    """Show who of one's own team works from home on a date; never why."""

    kind: Literal["who_is_home"] = "who_is_home"
    settles: ClassVar[bool] = False
    on: Day


class ApproveDays(_Command):
    """Approve asked days of an employee. `listed` tells that it was pressed on the list of waiting requests."""

    kind: Literal["approve_days"] = "approve_days"
    days: DayRefs
    listed: bool = False


class DeclineDays(_Command):
    """Decline asked days of an employee. `listed` as in ApproveDays."""

    kind: Literal["decline_days"] = "decline_days"
    typed: ClassVar[frozenset[str]] = frozenset({"reason"})
    days: DayRefs
    reason: Reason = ""
    listed: bool = False


class ProposeCancellation(_Command):
    """Look at an employee's days on some dates before cancelling them. Stores nothing."""

    kind: Literal["propose_cancellation"] = "propose_cancellation"
    employee_id: str
    dates: Annotated[tuple[Day, ...], Field(max_length=MOST_DAYS)] = ()
    reason: Reason = ""


class CancelDays(_Command):
    """Cancel an employee's days for an operational reason (policy p. 3)."""

    kind: Literal["cancel_days"] = "cancel_days"
    typed: ClassVar[frozenset[str]] = frozenset({"reason"})
    cancellation_id: UUID
    days: DayRefs
    reason: Reason = ""


class AcknowledgeCancellation(_Command):
    """Confirm having seen that one's days were cancelled."""

    kind: Literal["acknowledge_cancellation"] = "acknowledge_cancellation"
    cancellation_id: UUID


class ShowHelp(_Command):
    """Show what the bot can do for this person."""

    kind: Literal["show_help"] = "show_help"
    settles: ClassVar[bool] = False


class LetGo(_Command):
    """Let go of what was proposed. Nothing was stored, nothing is."""

    kind: Literal["let_go"] = "let_go"


class ExportMyData(_Command):
    """Show all that is stored about oneself (GDPR art. 15)."""

    kind: Literal["export_my_data"] = "export_my_data"
    settles: ClassVar[bool] = False


Command = Annotated[
    Ask
    | ShowPassage
    | RateAnswer
    | ProposeDays
    | CorrectDays
    | MarkDays
    | ShowMyDays
    | WithdrawDays
    | ProposeWithdrawal
    | ShowWaiting
    | ShowTeam
    | WhoIsHome
    | ApproveDays
    | DeclineDays
    | ProposeCancellation
    | CancelDays
    | AcknowledgeCancellation
    | ShowHelp
    | LetGo
    | ExportMyData,
    Field(discriminator="kind"),
]

commands: TypeAdapter[Command] = TypeAdapter(Command)
