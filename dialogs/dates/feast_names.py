"""Grammar of days and times with a name of their own: "2. juledag", "New Year's Eve", "jul"."""

from __future__ import annotations

from dialogs.dates.cursor import Cursor
from dialogs.dates.numbers import year
from dialogs.dates.said import Feast, Season
from dialogs.dates.sense import Sense

_PHRASES = (
    ("kristi himmelfartsdag", "ascension"),
    ("kr himmelfartsdag", "ascension"),
    ("store bededag", "great_prayer_day"),
    ("sankt hans aften", "midsummer"),
    ("sankt hans", "midsummer"),
    ("sct hans", "midsummer"),
    ("hellig tre konger", "epiphany"),
    ("lille juleaften", "little_christmas_eve"),
    ("juleaftens dag", "christmas_eve"),
    ("nytarsaftens dag", "new_years_eve"),
    ("christmas eve", "christmas_eve"),
    ("christmas day", "christmas_day"),
    ("boxing day", "boxing_day"),
    ("new year's eve", "new_years_eve"),
    ("new years eve", "new_years_eve"),
    ("new year's day", "new_years_day"),
    ("new years day", "new_years_day"),
    ("good friday", "good_friday"),
    ("maundy thursday", "maundy_thursday"),
    ("easter sunday", "easter_sunday"),
    ("easter monday", "easter_monday"),
    ("ascension day", "ascension"),
    ("whit sunday", "whit_sunday"),
    ("whit monday", "whit_monday"),
    ("constitution day", "constitution_day"),
)
_SECOND = {"christmas_day": "boxing_day", "easter_sunday": "easter_monday", "whit_sunday": "whit_monday"}
_LONGEST = 3


def feast(c: Cursor) -> Feast | None:
    """Read a day that has a name."""
    c.take(Sense.ON)
    key = c.first_of((_phrase, _counted, _single))
    return None if key is None else Feast(key, year(c))


def season(c: Cursor) -> Season | None:
    """Read a time that has a name."""
    c.take(Sense.THE)
    if c.take_word("new") and c.take_word("year", "years", "year's"):
        return Season("new_year")
    token = c.take(Sense.SEASON)
    return None if token is None else Season(token.key)


def _phrase(c: Cursor) -> str | None:
    words = " ".join(c.peek(ahead).word.replace("’", "'") for ahead in range(_LONGEST))
    for phrase, key in _PHRASES:
        if words == phrase or words.startswith(phrase + " "):
            c.at += phrase.count(" ") + 1
            return key
    return None


def _counted(c: Cursor) -> str | None:
    """Read "2. juledag", "anden påskedag", "1. advent"."""
    c.take(Sense.THE)
    number = c.take(Sense.ORDINAL, Sense.NUMBER)
    if c.take_word("sondag", "sunday"):
        c.take(Sense.IN, Sense.OF)
    name = c.take(Sense.FEAST)
    if number is None or name is None:
        return None
    if name.key == "advent":
        return f"advent_{number.value}" if 1 <= number.value <= 4 else None
    if number.value == 1:
        return name.key
    if number.value == 3 and name.key == "christmas_day":
        return "third_christmas_day"
    return _SECOND.get(name.key) if number.value == 2 else None


def _single(c: Cursor) -> str | None:
    name = c.take(Sense.FEAST)
    return None if name is None or name.key == "advent" else name.key
