"""A round of questions before a team discusses home work (policy p. 9-10): asked by the leader, answered by the team.

Nobody is judged by it: the leader sees what was answered, all together and once the round is over, and never by whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from domain.check_items import CheckItem
from domain.overdue import is_workday
from domain.refusals import Refusal, Rule

ENOUGH = 5  # answers from which on it is said who has answered: among fewer, words tell whose they are
SMALLEST_TEAM = 3  # in a smaller one everybody knows whose answer it is
LONGEST_REMARK = 500
MOST_DAYS = 60  # that a round may be open
USUAL_DAYS = 7
PASSAGE = "insp-intro"
ASKED, AGAIN, ENDED = "asked", "again", "ended"  # what a notice about a round tells


class Stance(StrEnum):
    """What somebody thinks of a theme or a question before the talk."""

    WORKS = "works"
    TALK = "talk"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one person answered to one question."""

    stance: Stance | None = None
    remark: str = ""


NONE_YET = Opinion()


@dataclass(frozen=True, slots=True)
class Discussion:
    """One round, on the questions of one version of the policy. `leader_id` is whose team is asked.

    `closes_on` is the last day on which answers are taken; `closed_at` is set when the leader ended it before.
    """

    id: UUID
    leader_id: str | None
    policy_version: str
    questions: tuple[CheckItem, ...]
    started_at: datetime
    closes_on: date
    closed_at: datetime | None = None

    def is_over(self, today: date) -> bool:
        """Return whether answers are no longer taken, and can be looked at."""
        return self.closed_at is not None or today > self.closes_on


@dataclass(frozen=True, slots=True)
class Reply:
    """What one person answered, by the question's id. `edition` grows by one with every change; 0 is not stored yet."""

    discussion_id: UUID
    person_id: str
    opinions: Mapping[str, Opinion] = field(default_factory=dict)
    edition: int = 0

    def to(self, question: CheckItem) -> Opinion:
        """Return what was answered to a question."""
        return self.opinions.get(question.id, NONE_YET)

    @property
    def says_something(self) -> bool:
        """Return whether there is any answer: what was taken away again counts as none."""
        return bool(self.opinions)


@dataclass(frozen=True, slots=True)
class Tally:
    """How one question was answered. `remarks` are in the alphabet's order, so that it tells nothing of who or when."""

    question: CheckItem
    counts: Mapping[Stance, int]
    remarks: tuple[str, ...] = ()


def answer(
    one: Discussion, before: Reply, typed: Mapping[str, Opinion], seen_edition: int, today: date
) -> Reply | Refusal:
    """Return the reply with what is on the card; what is left empty there is taken away."""
    if one.is_over(today):
        return Refusal(Rule.ROUND_IS_OVER, PASSAGE)
    if any(len(opinion.remark) > LONGEST_REMARK for opinion in typed.values()):
        return Refusal(Rule.TOO_LONG)
    known = {question.id for question in one.questions}
    after = {**before.opinions, **{item_id: opinion for item_id, opinion in typed.items() if item_id in known}}
    after = {item_id: opinion for item_id, opinion in after.items() if opinion != NONE_YET}
    if after == before.opinions:
        return before  # pressed twice: the same answer
    if before.edition != seen_edition:
        return Refusal.stale()
    return replace(before, opinions=after, edition=before.edition + 1)


def tally(one: Discussion, replies: Iterable[Reply]) -> tuple[Tally, ...]:
    """Return how each question was answered, in the round's order."""
    said = [reply for reply in replies if reply.says_something]
    return tuple(_of_question(question, [reply.to(question) for reply in said]) for question in one.questions)


def last_day(typed: date | None, today: date) -> date | None:
    """Return the last day of a round, or None for one that has passed or lies too far ahead."""
    if typed is None or not today <= typed <= today + timedelta(days=MOST_DAYS):
        return None
    return typed


def usual_last_day(today: date) -> date:
    """Return a week from now, or the working day after it."""
    on = today + timedelta(days=USUAL_DAYS)
    while not is_workday(on):
        on += timedelta(days=1)
    return on


def _of_question(question: CheckItem, opinions: list[Opinion]) -> Tally:
    counts = {stance: sum(opinion.stance is stance for opinion in opinions) for stance in Stance}
    remarks = sorted((opinion.remark for opinion in opinions if opinion.remark), key=str.casefold)
    return Tally(question, counts, tuple(remarks))
