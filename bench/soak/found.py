"""What was found after a soak: plain values, so that each check is a pure function and can be shown a fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.deeds import Verdict
from domain.facts import Tally
from domain.home_days import Half, HomeDay
from domain.notices import NoticeKind
from domain.people import Standing
from storage import deliveries, receivers

CalendarDay = tuple[str, date, Half | None]  # id of the day, its date, and which half


@dataclass(frozen=True, slots=True)
class Left:
    """One delivery. `days` are those that it is about, `is_message` that something new was sent with it."""

    kind: NoticeKind
    to: str
    subject: UUID
    days: frozenset[UUID]
    state: deliveries.State
    is_message: bool


@dataclass(frozen=True, slots=True)
class Got:
    """One receiver of the broadcast."""

    person_id: str
    state: receivers.State
    is_sent: bool
    has_confirmed: bool


@dataclass(frozen=True, slots=True)
class Found:
    """All that the checks look at.

    `known` are the ids that the directory holds, those who left included; `standings` those of whom is here. `told`
    counts the messages that the connector took in a person's chat unasked, `in_flight` what was on its way to a person
    when the bot was killed, `most_twice` how many can have been between sent and noted then. `erased` were erased by
    HR; `forgotten` had what is past erased themselves, so of what they were told nothing can be counted. `answered`
    counts the questions that HR answered, but for those of the two. `most_a_week` is what the frames allow whoever had
    one leader all the time.
    """

    today: date
    known: frozenset[str]
    standings: Mapping[str, Standing]
    days: tuple[HomeDay, ...]
    left: tuple[Left, ...]
    audience: frozenset[str]
    receivers: tuple[Got, ...]
    tally: Tally
    confirmed: frozenset[str]
    calendars: Mapping[str, frozenset[CalendarDay]]
    verdict: Verdict
    most_a_week: Mapping[str, int]
    told: Mapping[str, int]
    in_flight: Mapping[str, int]
    most_twice: int
    answered: int
    blocked: frozenset[str]
    erased: frozenset[str]
    forgotten: frozenset[str]
    traces: tuple[str, ...]
    faults: tuple[str, ...]
