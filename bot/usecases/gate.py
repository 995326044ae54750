"""The one door: every command is authorised here once and then runs in one transaction."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from sqlmodel import Session

from bot.usecases import ask, cancel_days, decide_days, look, mark_days, propose_days, withdraw_days
from bot.usecases.about import about
from bot.usecases.ports import Desk, Outbox, Ranker
from domain import access
from domain import commands as c
from domain.facts import DomainFact, Refused, Stop, Stopped
from domain.people import Person
from policy.answers import PolicyFact
from policy.handbook import Handbook
from storage.database import Database
from storage.errors import Conflict, Taken

Fact = DomainFact | PolicyFact
TRIES = 3

_WRITES = (
    c.MarkDays,
    c.WithdrawDays,
    c.ApproveDays,
    c.DeclineDays,
    c.CancelDays,
    c.AcknowledgeCancellation,
    c.ShowMyDays,  # makes the address of the calendar feed at first sight
)


@dataclass(frozen=True, slots=True)
class Gate:
    """Authorises and runs commands. Synchronous: call it in a thread."""

    database: Database
    handbook: Handbook
    ranker: Ranker
    outbox: Outbox
    feed_base: str

    def run(self, command: c.Command, by: Person, at: datetime, card_id: str = "") -> Fact:
        """Return what came of the command; a "no" is a Refused fact. `card_id` names the card that was pressed.

        When somebody else changed the same day in between, the rules are asked again on the fresh state.

        Raises:
            Conflict, Taken: when that happened three times in a row.
        """
        for left in reversed(range(TRIES)):
            try:
                with self._transaction(command) as session:
                    return self._run(command, self._desk(session, by, at, card_id))
            except (Conflict, Taken):
                if not left:
                    raise
        raise AssertionError("unreachable")

    def _transaction(self, command: c.Command) -> AbstractContextManager[Session]:
        return self.database.writing() if isinstance(command, _WRITES) else self.database.reading()

    def _desk(self, session: Session, by: Person, at: datetime, card_id: str) -> Desk:
        return Desk(session, by, at, self.handbook, self.ranker, self.outbox, card_id, self.feed_base)

    def _run(self, command: c.Command, desk: Desk) -> Fact:
        refusal = access.may(command, desk.by, about(command, desk.session))
        return Refused(refusal) if refusal is not None else carry_out(command, desk)


def carry_out(command: c.Command, desk: Desk) -> Fact:
    """Run the use case of an authorised command."""
    match command:
        case c.Ask():
            return ask.ask(command, desk)
        case c.ShowPassage():
            return ask.show_passage(command, desk)
        case c.RateAnswer():
            return ask.rate_answer(command)
        case c.ProposeDays():
            return propose_days.propose_days(command, desk)
        case c.CorrectDays():
            return propose_days.correct_days(command, desk)
        case c.MarkDays():
            return mark_days.mark_days(command, desk)
        case c.ShowMyDays():
            return look.show_my_days(desk)
        case c.ProposeWithdrawal():
            return withdraw_days.propose_withdrawal(command, desk)
        case c.WithdrawDays():
            return withdraw_days.withdraw_days(command, desk)
        case c.ShowWaiting():
            return look.show_waiting(command, desk)
        case c.ShowTeam():
            return look.show_team(command, desk)
        case c.WhoIsHome():
            return look.who_is_home(command, desk)
        case c.ApproveDays():
            return decide_days.approve_days(command, desk)
        case c.DeclineDays():
            return decide_days.decline_days(command, desk)
        case c.ProposeCancellation():
            return cancel_days.propose_cancellation(command, desk)
        case c.CancelDays():
            return cancel_days.cancel_days(command, desk)
        case c.AcknowledgeCancellation():
            return cancel_days.acknowledge_cancellation(command, desk)
        case c.ShowHelp():
            return look.show_help(desk)
        case c.LetGo():
            return Stopped(Stop.LET_GO)
        case c.ExportMyData():
            return look.export_my_data(desk)
        case _:
            assert_never(command)
