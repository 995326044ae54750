"""When the days and times with a name fall."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

_FIXED = {
    "new_years_day": (1, 1),
    "epiphany": (1, 6),
    "constitution_day": (6, 5),
    "midsummer": (6, 23),
    "martinmas": (11, 10),
    "little_christmas_eve": (12, 23),
    "christmas_eve": (12, 24),
    "christmas_day": (12, 25),
    "boxing_day": (12, 26),
    "third_christmas_day": (12, 27),
    "new_years_eve": (12, 31),
}
_FROM_EASTER = {
    "shrovetide": -49,
    "shrove_monday": -48,
    "palm_sunday": -7,
    "maundy_thursday": -3,
    "good_friday": -2,
    "easter_saturday": -1,
    "easter_sunday": 0,
    "easter_monday": 1,
    "great_prayer_day": 26,
    "ascension": 39,
    "whit_sunday": 49,
    "whit_monday": 50,
}
_HOLIDAY_WEEKS = {"winter_holiday": (7, 7), "summer_holiday": (28, 30), "autumn_holiday": (42, 42)}


def feast_day(key: str, in_year: int) -> date:
    """Return the date of a named day in a year (1583 to 4099)."""
    if key in _FIXED:
        return date(in_year, *_FIXED[key])
    if key in _FROM_EASTER:
        return easter(in_year) + timedelta(days=_FROM_EASTER[key])
    fourth = date(in_year, 12, 24) - timedelta(days=date(in_year, 12, 24).isoweekday() % 7)
    return fourth - timedelta(weeks=4 - int(key.removeprefix("advent_")))


def season_days(key: str, in_year: int) -> tuple[date, date]:
    """Return the first and last day of a named time that begins in a year; New Year is 1 January."""
    match key:
        case "christmas":
            return date(in_year, 12, 24), date(in_year, 12, 26)
        case "new_year":
            return date(in_year, 1, 1), date(in_year, 1, 1)
        case "easter":
            return feast_day("maundy_thursday", in_year), feast_day("easter_monday", in_year)
        case "whitsun":
            return feast_day("whit_sunday", in_year), feast_day("whit_monday", in_year)
        case _:
            first, last = _HOLIDAY_WEEKS[key]
            return date.fromisocalendar(in_year, first, 1), date.fromisocalendar(in_year, last, 5)
