"""What was said about days, as a small tree that knows nothing yet of today."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from domain.home_days import Half


class Which(Enum):
    """Which of the many Tuesdays."""

    PLAIN = auto()  # "tirsdag"
    TO_COME = auto()  # "på tirsdag", "kommende tirsdag": never today
    NEXT = auto()  # "næste tirsdag": the coming one, or the one of next week
    THIS = auto()  # "tirsdag i denne uge"
    GONE = auto()  # "i tirsdags", "sidste tirsdag"


class Unit(Enum):
    """A stretch of the calendar."""

    DAY = auto()
    WEEK = auto()
    MONTH = auto()
    YEAR = auto()


@dataclass(frozen=True, slots=True)
class Relative:
    """So many days, weeks or months from today."""

    count: int
    unit: Unit = Unit.DAY


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday (0 is Monday), moved on by so many weeks."""

    day: int
    which: Which = Which.PLAIN
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day of a month; what is None was not said. `weekday` was said beside it, `months_on` counts from this month.

    A `year` below 100 counts on from this year.
    """

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    months_on: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A day with a name."""

    key: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """So many days, or the weekday, before (negative) or after another day. Without one: beside the day said before."""

    side: int
    of: Point | Season | None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """So many weeks after a day: "i morgen om en uge"."""

    of: Point
    weeks: int


Point = Relative | Weekday | Calendar | Feast | Beside | Later


@dataclass(frozen=True, slots=True)
class Season:
    """A time with a name that is no single day: Christmas, Easter."""

    key: str


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its ISO number, or so many weeks from this one."""

    number: int | None = None
    year: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class WeekBeside:
    """The week before or after a day, a season, or what was said before."""

    side: int
    of: Point | Season | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its number, or so many months from this one."""

    number: int | None = None
    year: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The n-th week of a month (-1 is the last); a week belongs to the month of its Thursday."""

    place: int
    month: Month


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its number, or so many years from this one."""

    number: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday of this week, or of one so many weeks on."""

    offset: int = 0


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of this week, month or year, today included."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class Coming:
    """The next so many days, weeks or months."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Bounds:
    """From one time to another. `after` and `before` leave the named time itself out."""

    since: Point | Period | None = None
    until: Point | Period | None = None
    after: bool = False
    before: bool = False


Period = Season | Week | WeekBeside | WeekOf | Month | Year | Weekend | Rest | Coming | Bounds


@dataclass(frozen=True, slots=True)
class OfWeek:
    """A weekday of a week, as an end of a range."""

    weekday: int
    week: Week


@dataclass(frozen=True, slots=True)
class Range:
    """All working days from one day to another, both included."""

    first: Point | OfWeek
    last: Point | OfWeek


@dataclass(frozen=True, slots=True)
class Each:
    """Some weekdays again and again: every `step`-th week, in even (0) or odd (1) weeks, so many times in all."""

    weekdays: tuple[int, ...]
    step: int = 1
    parity: int | None = None
    count: int | None = None
    monthly: int | None = None  # the n-th in each month, -1 the last
    within: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th (from 1; -1 is the last) of some weekdays within a time, or `count` of them from there."""

    place: int
    weekdays: tuple[int, ...]
    count: int = 1
    within: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole time: the working days of a week or range, every day of a month or year."""

    period: Period
    vague: bool = False  # "to dage i næste uge": which ones was not said


Element = Point | Range | Each | Nth | Whole
WORKDAYS = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things listed, with the half of the day that was said with it. `whole`: "hele dagen" was said."""

    element: Element
    half: Half | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Things listed together, with exceptions, and where they stand in the text."""

    parts: tuple[Part, ...]
    start: int
    end: int
    but: tuple[Part, ...] = ()
    either: bool = False  # joined by "eller"
