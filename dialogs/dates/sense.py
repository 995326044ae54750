"""What words and signs do in a date."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Sense(Enum):
    """What a word or sign does in a date."""

    OTHER = auto()  # nothing to do with dates
    NUMBER = auto()  # digits
    ORDINAL = auto()  # "3.", "tredje", "3rd"
    COUNT = auto()  # "tre", "et par"
    WRITTEN = auto()  # a whole date in digits: value (day, month, year | None)
    HOURS = auto()  # "kl. 9-12": value (from, to | None)
    WEEKDAY = auto()  # value 0 (Monday) to 6
    WEEKDAYS = auto()  # "mandage", "Mondays"
    THE_WEEKDAY = auto()  # "mandagen"
    WORKDAYS = auto()  # "hverdage"
    MONTH = auto()
    RELATIVE = auto()  # "overmorgen": value in days
    LAST_WEEKDAY = auto()  # "i mandags": value 0 to 6
    FEAST = auto()  # value: its key in feasts
    SEASON = auto()  # "jul", "paske"
    DAY = auto()
    WEEK = auto()
    THE_WEEK = auto()  # "ugen"
    WEEKEND = auto()
    MONTHS = auto()  # the word "month"
    YEAR = auto()
    NEXT = auto()
    COMING = auto()
    THIS = auto()
    LAST = auto()
    EVERY = auto()
    ALL = auto()
    BOTH = auto()
    WHOLE = auto()
    REST = auto()
    OUT = auto()  # "ugen ud"
    EVEN = auto()  # value 0
    ODD = auto()  # value 1
    AND = auto()
    OR = auto()
    TO = auto()
    UNTIL = auto()
    FROM = auto()
    BETWEEN = auto()
    BEFORE = auto()
    AFTER = auto()
    EXCEPT = auto()
    NOT = auto()
    ON = auto()  # "på", "on": the day to come
    IN = auto()
    IN_TIME = auto()  # "om"
    OF = auto()
    THE = auto()
    D = auto()  # "d."
    ONLY = auto()  # "men", "kun", "dog"
    HALF = auto()  # value "am" or "pm"
    NOON = auto()
    MORNING = auto()
    EARLY = auto()
    MOVE = auto()
    DROP = auto()
    WANT = auto()
    BECAUSE = auto()
    SORRY = auto()  # takes back what was said before
    HOME = auto()
    OFFICE = auto()
    UNIT = auto()  # what follows a number that is no date
    LABEL = auto()  # what stands before a number that is no date
    COMMA = auto()
    DASH = auto()
    PLUS = auto()
    DOT = auto()
    STOP = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A word's sense and value. A `weak` word means a date only beside another ("man", "fri", "maj")."""

    sense: Sense
    value: int | str = 0
    weak: bool = False
