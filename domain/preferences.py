"""What people set for themselves: how to reach them on home days. Nobody else sets it, and none of it is required."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum

LONGEST_PHONE = 24  # characters, with spaces
_PHONE = re.compile(r"\+?[\d ()./-]+", re.ASCII)
_DIGITS = range(4, 16)  # an extension has four; E.164 allows fifteen


@dataclass(frozen=True, slots=True)
class Preferences:
    """One person's own settings. `version` is 0 as long as nothing was ever set.

    `reach_from` and `reach_to` are hours on the municipality's clock, both set or neither.
    """

    person_id: str
    phone: str = ""
    reach_from: time | None = None
    reach_to: time | None = None
    version: int = 0
    changed_at: datetime | None = None

    @property
    def is_reachable(self) -> bool:
        """Return whether there is anything to show others."""
        return bool(self.phone or self.reach_from)


class PreferenceProblem(StrEnum):
    """Why settings as typed cannot be kept."""

    PHONE = "phone"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Contact:
    """Contact details as typed: "HH:MM" for the hours, all of it empty where nothing is wanted."""

    phone: str = ""
    reach_from: str = ""
    reach_to: str = ""


def reached(before: Preferences, typed: Contact, now: datetime) -> tuple[Preferences, tuple[PreferenceProblem, ...]]:
    """Return the settings with these contact details, unchanged where nothing differs, and what must be put right."""
    phone = " ".join(typed.phone.split())
    hours = _hours(typed.reach_from, typed.reach_to)
    problems: tuple[PreferenceProblem, ...] = () if is_phone(phone) else (PreferenceProblem.PHONE,)
    if hours is None:
        problems += (PreferenceProblem.HOURS,)
    if hours is None or problems:
        return before, problems
    wanted = replace(before, phone=phone, reach_from=hours[0], reach_to=hours[1])
    return (before if wanted == before else changed(wanted, now)), ()


def changed(wanted: Preferences, now: datetime) -> Preferences:
    """Return the settings as the next version, to be stored."""
    return replace(wanted, version=wanted.version + 1, changed_at=now)


def is_phone(text: str) -> bool:
    """Return whether this can be dialled, an extension included; nothing at all is fine too."""
    digits = sum(letter.isdigit() for letter in text)
    return not text or bool(len(text) <= LONGEST_PHONE and _PHONE.fullmatch(text) and digits in _DIGITS)


def _hours(first: str, last: str) -> tuple[time | None, time | None] | None:
    if not first.strip() and not last.strip():
        return None, None
    start, end = read_clock(first), read_clock(last)
    return (start, end) if start is not None and end is not None and start < end else None


def read_clock(text: str) -> time | None:
    """Return the time of day that is written as "8:30" or "8.30", or None."""
    match = re.fullmatch(r"(\d{1,2})[:.](\d{2})", text.strip(), re.ASCII)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return time(int(match[1]), int(match[2]))
