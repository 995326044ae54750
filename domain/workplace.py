"""The checklist of the home workplace ("Krav til hjemmearbejdspladsen", policy p. 8): answered, sent, gone through.

The employee answers, the leader decides on each gap, and the two go through it together (policy p. 4: sund-gennemgang).
Nobody but the leader can settle a gap, and there is no answer that waives one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID, uuid5

from domain.check_items import CheckItem
from domain.equipment import LONGEST_WHAT
from domain.refusals import Refusal, Rule

LONGEST_REMARK = 1000
PASSAGE = "sund-gennemgang"
T = TypeVar("T")


class Answer(StrEnum):
    """What an employee answers to an item."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Decision(StrEnum):
    """What a leader decides on a gap."""

    PROVIDED = "provided"  # the employer provides equipment: a line of the equipment register
    ARRANGED = "arranged"  # settled in another way, which is written down
    NOT_POSSIBLE = "not_possible"  # the requirement cannot be met at home


class Stage(StrEnum):
    """How far a list has come."""

    OPEN = "open"
    SENT = "sent"
    REVIEWED = "reviewed"
    VOID = "void"  # the person has moved since


@dataclass(frozen=True, slots=True)
class Reply:
    """The employee's answer to one item, if there is one yet, with a remark."""

    answer: Answer | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """The leader's decision on one gap, if there is one yet; `thing` is what is provided."""

    decision: Decision | None = None
    thing: str = ""
    remark: str = ""

    @property
    def is_whole(self) -> bool:
        """Return whether it says all that it must: what is provided, or what was arranged."""
        match self.decision:
            case None:
                return False
            case Decision.PROVIDED:
                return bool(self.thing)
            case Decision.ARRANGED:
                return bool(self.remark)
            case Decision.NOT_POSSIBLE:
                return True


@dataclass(frozen=True, slots=True)
class Workplace:
    """One person's list, on the items of one version of the policy. `edition` grows by one with every change.

    Replies and settlements are kept by the item's id. `remark` is the leader's, to the whole.
    """

    id: UUID
    person_id: str
    policy_version: str
    items: tuple[CheckItem, ...]
    started_at: datetime
    asked_by: str | None = None
    replies: Mapping[str, Reply] = field(default_factory=dict)
    settlements: Mapping[str, Settlement] = field(default_factory=dict)
    remark: str = ""
    met_on: date | None = None
    sent_at: datetime | None = None
    reviewed_at: datetime | None = None
    reviewed_by: str | None = None
    void_on: date | None = None
    edition: int = 1

    @property
    def stage(self) -> Stage:
        """Return how far it has come."""
        if self.void_on is not None:
            return Stage.VOID
        if self.reviewed_at is not None:
            return Stage.REVIEWED
        return Stage.OPEN if self.sent_at is None else Stage.SENT

    @property
    def answered(self) -> int:
        """Return how many items have an answer."""
        return sum(self.reply(item).answer is not None for item in self.items)

    @property
    def gaps(self) -> tuple[CheckItem, ...]:
        """Return the items that a leader must decide on."""
        return tuple(item for item in self.items if is_gap(item, self.reply(item).answer))

    @property
    def unsettled(self) -> tuple[CheckItem, ...]:
        """Return the gaps without a whole decision."""
        return tuple(item for item in self.gaps if not self.settlement(item).is_whole)

    @property
    def is_possible(self) -> bool:
        """Return whether no gap was decided to make home work impossible."""
        return all(self.settlement(item).decision is not Decision.NOT_POSSIBLE for item in self.gaps)

    def reply(self, item: CheckItem) -> Reply:
        """Return the employee's reply to an item."""
        return self.replies.get(item.id, Reply())

    def settlement(self, item: CheckItem) -> Settlement:
        """Return the leader's decision on an item."""
        return self.settlements.get(item.id, Settlement())


def is_gap(item: CheckItem, answer: Answer | None) -> bool:
    """Return whether the answer leaves a requirement open: a no, a "do not know", or a yes to a need."""
    return answer is not None and answer is not (Answer.NO if item.asks_need else Answer.YES)


def answer(one: Workplace, replies: Mapping[str, Reply], seen_edition: int) -> Workplace | Refusal:
    """Return the list with these replies in the place of those before; only an open one can be answered."""
    if one.stage is not Stage.OPEN or one.edition != seen_edition:
        return Refusal.stale()
    if any(len(reply.remark) > LONGEST_REMARK for reply in replies.values()):
        return Refusal(Rule.TOO_LONG)
    after = {**one.replies, **_of_list(one, replies)}
    return one if after == one.replies else replace(one, replies=after, edition=one.edition + 1)


def send(one: Workplace, now: datetime, seen_edition: int) -> Workplace | Refusal:
    """Return the list sent to the leader. Every item must have an answer."""
    if one.stage is not Stage.OPEN or one.edition != seen_edition:
        return Refusal.stale()
    if one.answered < len(one.items):
        return Refusal(Rule.ITEMS_MISSING, PASSAGE)
    return replace(one, sent_at=now, edition=one.edition + 1)


def take_back(one: Workplace) -> Workplace | Refusal:
    """Return the list open again, for the employee to correct. What the leader had decided so far falls away."""
    if one.stage is not Stage.SENT:
        return Refusal.stale()
    return replace(one, sent_at=None, settlements={}, remark="", met_on=None, edition=one.edition + 1)


@dataclass(frozen=True, slots=True)
class Review:
    """What the leader writes on the card: a decision for each gap, a remark to the whole, the day they met."""

    settlements: Mapping[str, Settlement] = field(default_factory=dict)
    remark: str = ""
    met_on: date | None = None


def review(one: Workplace, written: Review, seen_edition: int) -> Workplace | Refusal:
    """Return the list with the decisions so far; only a sent one can be gone through."""
    if one.stage is not Stage.SENT or one.edition != seen_edition:
        return Refusal.stale()
    decided = written.settlements.values()
    remarks = [written.remark, *(each.remark for each in decided)]
    if any(len(text) > LONGEST_REMARK for text in remarks) or any(len(each.thing) > LONGEST_WHAT for each in decided):
        return Refusal(Rule.TOO_LONG)
    settled = {**one.settlements, **_of_list(one, written.settlements)}
    after = replace(one, settlements=settled, remark=written.remark, met_on=written.met_on)
    return one if after == one else replace(after, edition=one.edition + 1)


def close(one: Workplace, by: str, now: datetime) -> Workplace | Refusal:
    """Return the list gone through. Never one's own, and every gap must have a whole decision."""
    if one.stage is not Stage.SENT:
        return Refusal.stale()
    if by == one.person_id:
        return Refusal(Rule.NOT_FOR_ONESELF, PASSAGE)
    if one.unsettled:
        return Refusal(Rule.GAPS_LEFT, "sund-nej")
    return replace(one, reviewed_at=now, reviewed_by=by, edition=one.edition + 1)


def void(one: Workplace, on: date) -> Workplace:
    """Return the list as of a home that the person has left."""
    return one if one.void_on is not None else replace(one, void_on=on, edition=one.edition + 1)


def provided(one: Workplace) -> tuple[tuple[UUID, str], ...]:
    """Return what the employer provides by this list: an id for the register, always the same, and what it is."""
    settled = ((item, one.settlement(item)) for item in one.gaps)
    return tuple((uuid5(one.id, item.id), each.thing) for item, each in settled if each.decision is Decision.PROVIDED)


def _of_list(one: Workplace, written: Mapping[str, T]) -> dict[str, T]:
    known = {item.id for item in one.items}
    return {item_id: each for item_id, each in written.items() if item_id in known}
