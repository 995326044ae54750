"""What is shown about data on persons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from domain.deeds import Entry
from domain.people import Person


@dataclass(frozen=True, slots=True)
class AuditTrail:
    """Lines of the audit trail, newest first, with the people they name. `more` tells that not all fit."""

    lines: tuple[Entry, ...]
    people: tuple[Person, ...]
    about: Person | None = None
    first: date | None = None
    last: date | None = None
    more: bool = False
    wrong: bool = False  # a date could not be read


@dataclass(frozen=True, slots=True)
class Erasure:
    """What of what is kept about oneself goes (or went, when `done`) and what stays: tables with numbers of rows."""

    going: tuple[tuple[str, int], ...]
    staying: tuple[tuple[str, int], ...]
    done: bool = False


@dataclass(frozen=True, slots=True)
class DataFile:
    """An address where all that is kept about somebody can be fetched until a moment."""

    person: Person
    url: str
    until: datetime
    is_own: bool


@dataclass(frozen=True, slots=True)
class ErasureOf:
    """What goes (or went, when `done`) and what stays of what is kept about somebody, as HR sees it."""

    person: Person
    has_left: bool
    going: tuple[tuple[str, int], ...]
    staying: tuple[tuple[str, int], ...]
    asks_again: bool = False
    done: bool = False


PrivacyFact = AuditTrail | Erasure | ErasureOf | DataFile
