"""Notes what became of deliveries, as many as come in within a moment in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from bot.group_commit import GroupCommit
from bot.outreach.unreached import unreached
from bot.usecases.carry_out import Fact
from bot.usecases.ports import Outbox
from dialogs.awaiting import unasked
from domain.conversations import Conversation
from domain.facts import topic_of
from storage import conversations, deliveries, sent_cards
from storage.database import Database
from storage.deliveries import Delivery, Mark, State

MOST_AT_ONCE = 200
MOMENT = 0.02  # seconds: what leaves together arrives almost together


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one delivery. `wait` is the seconds to the next try; with `fact`, it stands in `chat` now."""

    delivery: Delivery
    state: State
    code: str = ""
    wait: float | None = None
    fact: Fact | None = None
    chat: Conversation | None = None
    card_id: str = ""


class Ledger:
    """What is entered first is noted first."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        over: Callable[[str], None] = lambda state: None,  # is told how each ended, once that is committed
    ) -> None:
        self._database = database
        self._over = over
        self._outbox = outbox
        self._group = GroupCommit(self._write, MOST_AT_ONCE, MOMENT)

    def enter(self, outcome: Outcome) -> asyncio.Future[None]:
        """Return what is done once the outcome is committed. Raises SQLAlchemyError there when it cannot be."""
        return self._group.enter(outcome)

    def _write(self, outcomes: list[Outcome]) -> None:
        now = datetime.now(UTC)
        with self._database.writing() as session:
            deliveries.mark(session, *(_mark(one, now) for one in outcomes))
            for one in outcomes:
                if one.state in (State.GONE, State.FAILED):
                    self._lose(session, one)
                if one.fact is None or one.chat is None:
                    continue
                # A "ja" to what was asked before must not answer this message, nor the reverse.
                awaited = unasked(one.fact)
                if awaited.is_open:  # news that asks nothing leaves open what was asked before
                    conversations.expect(session, one.chat.id, awaited.model_dump(mode="json", exclude_defaults=True))
                if (topic := topic_of(one.fact)) is not None:
                    sent_cards.note(session, *topic, one.delivery.notice.to, one.chat.id, one.card_id)
        for one in outcomes:
            if one.state is not State.WAITING:
                self._over(one.state.value)

    def _lose(self, session: Session, one: Outcome) -> None:
        """Write to the chat no more, and tell whoever relies on the notice that it did not arrive."""
        if one.state is State.GONE and one.chat is not None:
            conversations.mark_gone(session, one.chat.id, one.code)
        self._outbox.leave(session, list(unreached(session, one.delivery.notice)))


def _mark(one: Outcome, now: datetime) -> Mark:
    return Mark(one.delivery.id, one.state, now + timedelta(seconds=one.wait or 0.0), one.code)
