"""A round of questions to a team as it is put together, answered, and looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.check_items import CheckItem
from domain.discussion import Discussion, Opinion, Reply, Tally


class RoundNote(StrEnum):
    """A remark on top of the card."""

    STARTED = "started"
    KEPT = "kept"
    NO_QUESTION = "no_question"
    NO_DATE = "no_date"
    STALE = "stale"  # the answers were changed since the card; what was just filled in is not kept yet
    AGAIN = "again"  # a reminder: nothing has been answered so far


@dataclass(frozen=True, slots=True)
class DiscussionForm:
    """What can be asked; `chosen` are passage ids, `closes_on` the last day as it stands in the form."""

    discussion_id: UUID
    questions: tuple[CheckItem, ...]
    chosen: tuple[str, ...]
    closes_on: date
    team_size: int
    note: RoundNote | None = None


@dataclass(frozen=True, slots=True)
class DiscussionCard:
    """A round as a member of the team sees it. `open_form`: the answers are to be filled in, not only looked at.

    `asked_by` is the leader's first name; `unsaved` was typed on a card older than the answers.
    """

    discussion: Discussion
    reply: Reply
    asked_by: str = ""
    is_over: bool = False
    open_form: bool = True
    unsaved: Mapping[str, Opinion] = field(default_factory=dict)
    note: RoundNote | None = None


@dataclass(frozen=True, slots=True)
class DiscussionState:
    """A round as the leader sees it: how many have answered and, once it is over, what.

    `names` of those who answered only where they are enough, else empty; `tallies` is empty while the round is open.
    """

    discussion: Discussion
    answered: int
    team_size: int
    is_over: bool
    tallies: tuple[Tally, ...] = ()
    names: tuple[str, ...] = ()
    can_carry: bool = False
    note: RoundNote | None = None


DiscussionFact = DiscussionForm | DiscussionCard | DiscussionState
