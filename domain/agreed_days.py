"""Which days no longer go with an agreement, after it was changed: told to both, never taken away by a machine.

Only what is certain counts: days before the agreed start, and weekdays that the placing leaves out where it names
weekdays and nothing else. "Onsdag, men ikke i uge 7" is for people to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from domain.agreements import Agreement
from domain.home_days import HomeDay, Status

_NAMES = (
    "mandag monday",
    "tirsdag tuesday",
    "onsdag wednesday",
    "torsdag thursday",
    "fredag friday",
)
_ISO = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_BESIDE = frozenset(
    ["og", "samt", "and", "hver", "every", "faste", "fast", "på", "om", "on", "hele", "dag", "dagen", "en", "et"]
)
_ENDINGS = frozenset({"", "e", "en", "ene", "s"})
_WORD = re.compile(r"[a-zæøå]+|\d+")


def weekdays_named(placing: str) -> frozenset[int]:
    """Return the ISO weekdays that the words name, or none where they say anything else as well."""
    said = [_ISO.get(_stem(word), word) for word in _WORD.findall(placing.lower())]
    if any(isinstance(word, str) and word not in _BESIDE for word in said):
        return frozenset()
    return frozenset(word for word in said if isinstance(word, int))


def beside(agreement: Agreement, days: Iterable[HomeDay]) -> tuple[HomeDay, ...]:
    """Return the approved recurring days that the agreement in force does not hold."""
    if agreement.forced is None or agreement.is_ended:
        return ()
    named = weekdays_named(agreement.forced.terms.placing)
    approved = (day for day in days if day.recurring and day.status is Status.APPROVED)
    return tuple(
        day for day in approved if not agreement.covers(day.on) or (named and day.on.isoweekday() not in named)
    )


def _stem(word: str) -> str:
    """Return "onsdag" for "onsdage" and "onsdagen", "monday" for "mondays"."""
    return next((name for name in _ISO if word.startswith(name) and word[len(name) :] in _ENDINGS), word)
