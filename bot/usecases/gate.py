"""The one door: every command is authorised here once and then runs in one transaction."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.minds import now_here
from bot.tracing import span
from bot.usecases.about import about
from bot.usecases.carry_out import Fact, carry_out
from bot.usecases.ports import Desk, Outbox, Shelf
from domain import access
from domain import commands as c
from domain.facts import Refused
from domain.people import Person
from policy.documents.draft import Draft
from policy.judging import Opinion
from storage import audit
from storage.database import Database
from storage.errors import Conflict, Taken

TRIES = 3


@dataclass(frozen=True, slots=True)
class Gate:
    """Authorises and runs commands. Synchronous: call it in a thread."""

    database: Database
    shelf: Shelf
    outbox: Outbox
    feed_base: str

    def run(
        self, command: c.Command, by: Person, at: datetime, card_id: str = "", brought: Opinion | Draft | None = None
    ) -> Fact:
        """Return what came of the command; a "no" is a Refused fact. `card_id` names the card that was pressed.

        `brought` is what the turn found out before: a stronger judge's opinion of a question, or what a file became.

        When somebody else changed the same day in between, the rules are asked again on the fresh state.

        Raises:
            Conflict, Taken: when that happened three times in a row.
        """
        for left in reversed(range(TRIES)):
            try:
                with span("gate", command=command.kind), self._transaction(command) as session:
                    return self._run(command, _with(self._desk(session, by, at, card_id), brought))
            except (Conflict, Taken):
                if not left:
                    raise
        raise AssertionError("unreachable")

    def _transaction(self, command: c.Command) -> AbstractContextManager[Session]:
        return self.database.writing() if command.writes else self.database.reading()

    def _desk(self, session: Session, by: Person, at: datetime, card_id: str) -> Desk:
        return Desk(session, by, at, self.shelf.handbook, self.shelf.ranker, self.outbox, card_id, self.feed_base)

    def _run(self, command: c.Command, desk: Desk) -> Fact:
        by = desk.by if desk.by.is_known else None
        refusal = access.may(command, by, about(command, desk.session))
        if refusal is not None:
            return Refused(refusal)
        with span("use case", command=command.kind):
            fact = carry_out(command, desk)
        audit.append(desk.session, desk.done, desk.by.id, now_here())  # last: the chain's head is held until the commit
        return fact


def _with(desk: Desk, brought: Opinion | Draft | None) -> Desk:
    match brought:
        case Opinion():
            return replace(desk, opinion=brought)
        case Draft():
            return replace(desk, draft=brought)
        case _:
            return desk
