"""Read the days out of a sentence."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dialogs.dates.days_read import DateError, DatesRead
from domain.home_days import Half, WantedDay

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_WORDS = re.compile(r"i ?dag|i ?morgen|i ?overmorgen|" + "|".join(_WEEKDAYS) + r"|(\d{1,2})/(\d{1,2})", re.I)


def read_dates(text: str, today: date) -> DatesRead:
    """Return the days that the text speaks of; never raises."""
    days: list[date] = []
    spans: list[tuple[int, int]] = []
    error = None
    for found in _WORDS.finditer(text.lower()):
        spans.append(found.span())
        word = found.group().replace(" ", "")
        if found.group(1):
            try:
                days.append(date(today.year, int(found.group(2)), int(found.group(1))))
            except ValueError:
                error = DateError.INVALID
        elif word in _WEEKDAYS:
            days.append(today + timedelta(days=(_WEEKDAYS.index(word) - today.weekday() - 1) % 7 + 1))
        else:
            days.append(today + timedelta(days={"idag": 0, "imorgen": 1, "iovermorgen": 2}[word]))
    half = Half.MORNING if "formiddag" in text.lower() else Half.AFTERNOON if "eftermiddag" in text.lower() else None
    wanted = tuple(WantedDay(on, half) for on in sorted(set(days)))
    return DatesRead(wanted, half, error, quoted=text[spans[0][0] : spans[-1][1]] if spans else "", spans=tuple(spans))
