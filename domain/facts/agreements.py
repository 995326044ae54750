"""An agreement as one of the two sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from domain.agreements import Agreement, Party
from domain.home_days import HomeDay
from domain.people import Person


class AgreementNote(StrEnum):
    """A remark on top of the card."""

    STALE = "stale"
    TOO_LONG = "too_long"
    NO_DATE = "no_date"  # the start could not be read
    NO_NOTICE = "no_notice"  # the notice is no number of days
    REASON_MISSING = "reason_missing"


@dataclass(frozen=True, slots=True)
class AgreementCard:
    """The agreement, who of the two reads it, and which fields changed since that one last saw it."""

    agreement: Agreement
    employee: Person
    reader: Party
    people: tuple[Person, ...] = ()
    changed: tuple[str, ...] = ()
    note: AgreementNote | None = None
    checklist_missing: bool = False  # no checklist of the home workplace is in place
    beside: tuple[HomeDay, ...] = ()  # approved days that the agreement in force does not hold


@dataclass(frozen=True, slots=True)
class AgreementFile:
    """An address where the signed agreement can be fetched until a moment."""

    employee: Person
    url: str
    until: datetime


@dataclass(frozen=True, slots=True)
class AgreementFiled:
    """A version of the agreement is put into the folder of the personnel files."""

    employee: Person
    agreement_id: UUID
    number: int
    is_own: bool


@dataclass(frozen=True, slots=True)
class AgreementNotFiled:
    """A version of the agreement cannot be put into that folder; it is tried again and again."""

    employee: Person
    number: int


AgreementFact = AgreementCard | AgreementFile | AgreementFiled | AgreementNotFiled
