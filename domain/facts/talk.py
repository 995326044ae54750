"""Facts of the talk itself: greetings, questions back, and why a turn ended early."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.commands import Command
from domain.frames import LocalFrame
from domain.home_days import HomeDay, WantedDay
from domain.people import Person
from domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Welcome:
    """The first contact, once per person: what the bot does, that it is automatic, where data is kept."""

    person: Person


@dataclass(frozen=True, slots=True)
class Help:
    """What the bot can do for this person."""

    person: Person
    leads: bool
    is_hr: bool


@dataclass(frozen=True, slots=True)
class Greeting:
    """An answer to hello or thanks."""

    person: Person
    thanks: bool = False


class DateTrouble(StrEnum):
    """Why no day could be read out of a message."""

    NONE_NAMED = "none_named"
    INVALID = "invalid_date"
    PAST = "past_date"
    TOO_MANY = "too_many"  # more days than one request may hold (commands.MOST_DAYS)


@dataclass(frozen=True, slots=True)
class DateQuestion:
    """No day could be understood; asks for one, kindly and with an example.

    `then` is the command that the date completes; None is ProposeDays. `nearest` may have been meant.
    """

    trouble: DateTrouble
    quoted: str = ""
    nearest: date | None = None
    then: Command | None = None


@dataclass(frozen=True, slots=True)
class WhichDate:
    """The date can mean two things; each option is what the person would have got.

    `leads_to` holds the command behind each option, in the same order: what its button carries.
    """

    options: tuple[tuple[WantedDay, ...], ...]
    leads_to: tuple[Command, ...] = ()


@dataclass(frozen=True, slots=True)
class WhichPerson:
    """Somebody was named who is not among those one answers for, or nobody was named."""

    named: str
    choices: tuple[Person, ...]
    dates: tuple[date, ...] = ()
    reason: str = ""


class Stop(StrEnum):
    """Why a turn ended early; each has a kind sentence and a way on."""

    TOO_LONG = "too_long"
    EMPTY = "empty"
    UNKNOWN_PERSON = "unknown_person"
    NOT_HERE = "not_here"  # a personal matter in a group chat or channel
    NOTHING_PENDING = "nothing_pending"  # "ja" with nothing to say yes to
    LET_GO = "let_go"  # "fortryd": nothing was stored


@dataclass(frozen=True, slots=True)
class Stopped:
    """A turn that ended early."""

    why: Stop


@dataclass(frozen=True, slots=True)
class Refused:
    """The rules said no. `frame` is what the team has settled, where that is behind it.

    `anyway` is the command that says expressly what the frames would otherwise refuse.
    """

    refusal: Refusal
    frame: LocalFrame | None = None
    anyway: Command | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """It went wrong on our side; nothing was changed. `number` finds the log line."""

    number: str


@dataclass(frozen=True, slots=True)
class Thanked:
    """The answer to a rating. What did not help may go to HR, with its question and the id it will have there."""

    helped: bool
    question: str = ""
    question_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class MyData:
    """All that is stored about a person, as pairs of a table and its rows."""

    person: Person
    tables: tuple[tuple[str, int], ...]
    days: tuple[HomeDay, ...]
    made_at: datetime


TalkFact = (
    Welcome | Help | Greeting | DateQuestion | WhichDate | WhichPerson | Stopped | Refused | Fault | Thanked | MyData
)
