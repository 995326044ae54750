"""Home days as they are shown: understood, asked, decided, cancelled, given up, looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.frames import LocalFrame
from domain.home_days import HomeDay, WantedDay
from domain.people import Person
from domain.preferences import Preferences
from domain.radar import Effect, Outlook
from domain.refusals import Refusal
from domain.year_of_work import MonthOfWork


class Note(StrEnum):
    """A remark on top of a card."""

    STALE = "stale"  # "Dagen er ændret siden dette kort. Her er den, som den står nu."
    REASON_MISSING = "reason_missing"
    NOT_FREE = "not_free"  # the day that was chosen is not possible any more


@dataclass(frozen=True, slots=True)
class DayOnCard:
    """A wanted day with what stands in its way or is already there."""

    wanted: WantedDay
    existing: HomeDay | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class UnderstoodDays:
    """The days as understood, before anything is stored; pressing Send asks the leader."""

    request_id: UUID
    days: tuple[DayOnCard, ...]
    leader: Person | None
    skipped_weekend: tuple[date, ...] = ()
    skipped_holidays: tuple[tuple[date, str], ...] = ()
    instead_of: tuple[HomeDay, ...] = ()  # own days that are given up when these are sent
    not_there: tuple[date, ...] = ()  # dates that were to make way and on which there is no home day
    effect: Effect | None = None  # on the average of home days a week
    recurring: bool = False
    expressly: bool = False  # asked for although all of the team are present then
    frame: LocalFrame | None = None  # what the team has settled
    at_once: bool = False  # by the frames the days hold as soon as they are sent

    @property
    def sendable(self) -> tuple[WantedDay, ...]:
        """The days that can be asked for."""
        return tuple(day.wanted for day in self.days if day.existing is None and day.refusal is None)


@dataclass(frozen=True, slots=True)
class MyRequest:
    """The employee's own card of a request: each day with its state."""

    request_id: UUID
    days: tuple[HomeDay, ...]
    leader: Person | None
    people: tuple[Person, ...] = ()  # those who decided
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class LeaderRequest:
    """The leader's card of a request: who, which days, how many of the team are home, and the state of each."""

    request_id: UUID
    employee: Person
    days: tuple[HomeDay, ...]
    home_that_day: tuple[tuple[date, int], ...] = ()  # colleagues of the team at home already
    team_size: int = 0
    people: tuple[Person, ...] = ()
    note: Note | None = None
    effect: Effect | None = None  # of the days that wait on the average of home days a week
    all_present: tuple[date, ...] = ()  # dates that wait, on which the frames have everybody present


@dataclass(frozen=True, slots=True)
class CancelForm:
    """The leader's form before days are cancelled: which days, and the reason that is demanded."""

    cancellation_id: UUID
    employee: Person
    days: tuple[HomeDay, ...]
    reason: str = ""
    note: Note | None = None


def _all_seen(days: tuple[HomeDay, ...]) -> bool:
    return all(day.seen_at is not None for day in days)


@dataclass(frozen=True, slots=True)
class CancellationUnseen:
    """The news to whoever cancelled: the day is near, and the employee has not seen it."""

    employee: Person
    days: tuple[HomeDay, ...]


@dataclass(frozen=True, slots=True)
class LeaderCancellation:
    """The leader's card of a cancellation: told, seen or not yet seen."""

    cancellation_id: UUID
    employee: Person
    days: tuple[HomeDay, ...]
    note: Note | None = None

    @property
    def is_seen(self) -> bool:
        """Return whether the employee has confirmed having seen it."""
        return _all_seen(self.days)


@dataclass(frozen=True, slots=True)
class MyCancellation:
    """The employee's card of a cancellation: which days, by whom, the reason, seen or not."""

    cancellation_id: UUID
    days: tuple[HomeDay, ...]
    by: Person | None
    note: Note | None = None
    offered: tuple[WantedDay, ...] = ()  # days to choose among instead, where the team's frames allow it
    picked: tuple[HomeDay, ...] = ()  # days that were chosen instead

    @property
    def is_seen(self) -> bool:
        """Return whether the employee has confirmed having seen it."""
        return _all_seen(self.days)


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """The news to the employee: these days were approved or declined just now, by whom, and why if they said."""

    days: tuple[HomeDay, ...]
    by: Person | None


@dataclass(frozen=True, slots=True)
class WithdrawalTold:
    """The news to the leader: the employee gave these days up."""

    employee: Person
    days: tuple[HomeDay, ...]
    has_left: bool = False  # the employee is not here any more, and the days were freed


@dataclass(frozen=True, slots=True)
class Leaderless:
    """The news to HR: the employee has asked for home days, and nobody is known who can answer."""

    employee: Person


@dataclass(frozen=True, slots=True)
class NotReached:
    """The news that `person` could not be told of these days: that they are asked for, or that they are cancelled.

    `asked_instead` is the deputy who was asked in their place.
    """

    person: Person
    days: tuple[HomeDay, ...]
    cancelled: bool
    asked_instead: Person | None = None


@dataclass(frozen=True, slots=True)
class WithdrawForm:
    """The employee's own days before they are given up."""

    days: tuple[HomeDay, ...]
    dates: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class DaysWithdrawn:
    """The employee gave days up; the leader is told."""

    days: tuple[HomeDay, ...]
    leader: Person | None


@dataclass(frozen=True, slots=True)
class MyDays:
    """One's own days from today on."""

    days: tuple[HomeDay, ...]
    people: tuple[Person, ...] = ()
    outlook: Outlook | None = None
    not_in_outlook: tuple[date, ...] = ()  # approved, and on their way into Outlook
    never_in_outlook: tuple[date, ...] = ()  # approved, and given up


@dataclass(frozen=True, slots=True)
class WaitingRequests:
    """The requests that wait for a leader's answer."""

    requests: tuple[LeaderRequest, ...]


@dataclass(frozen=True, slots=True)
class WhoIsHomeThatDay:
    """Who of the asker's own team is at home on a date."""

    on: date
    home: tuple[tuple[Person, HomeDay], ...]
    away: tuple[Person, ...]
    reach: tuple[Preferences, ...] = ()  # how those at home are reached, where they have said so


@dataclass(frozen=True, slots=True)
class TeamWeek:
    """The leader's team by day in one working week."""

    monday: date
    members: tuple[tuple[Person, tuple[HomeDay, ...]], ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class HomeWork:
    """A year of one employee's home work by month, as the leader and the employee both see it; no reasons."""

    person: Person
    months: tuple[MonthOfWork, ...]
    outlook: Outlook
    own: bool


DayFact = (
    UnderstoodDays
    | MyRequest
    | LeaderRequest
    | CancelForm
    | LeaderCancellation
    | MyCancellation
    | DecisionTold
    | WithdrawalTold
    | NotReached
    | Leaderless
    | CancellationUnseen
    | WithdrawForm
    | DaysWithdrawn
    | MyDays
    | WaitingRequests
    | WhoIsHomeThatDay
    | TeamWeek
    | HomeWork
)
