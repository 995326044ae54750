"""Equipment that was handed out for home work: to whom, who pays, and what becomes of it (policy p. 5: Øvrigt)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.refusals import Refusal, Rule

LONGEST_WHAT = 200
MOST_VALUE = 1_000_000  # kroner


class Payer(StrEnum):
    """Who pays. What goes beyond the standard workplace is the department's to pay (policy: oev-finansiering)."""

    DEPARTMENT = "department"
    STANDARD = "standard"


class Source(StrEnum):
    """What led to the handing out; `Item.source_id` names it where it has an id."""

    HAND = "hand"
    AGREEMENT = "agreement"
    GAP = "gap"  # a requirement of the checklist that was not met


class Fate(StrEnum):
    """Where the thing is."""

    OUT = "out"
    RETURNED = "returned"
    BOUGHT = "bought"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in one person's home. `residual` is in whole kroner; `version` grows by one with every change."""

    id: UUID
    person_id: str
    what: str
    handed_on: date
    handed_by: str | None
    payer: Payer = Payer.DEPARTMENT
    department: str = ""
    source: Source = Source.HAND
    source_id: UUID | None = None
    fate: Fate = Fate.OUT
    residual: int | None = None
    valued_by: str | None = None
    settled_on: date | None = None
    settled_by: str | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Leaving:
    """A person leaves; what is out comes back by the last day, or is bought."""

    id: UUID
    person_id: str
    last_day: date
    started_by: str | None
    started_at: datetime


def settle(item: Item, fate: Fate, by: str, on: date, seen_version: int) -> Item | Refusal:
    """Return the item given back or bought; the same answer twice changes nothing.

    It is bought at its residual value, which Intern Service or IT sets (policy: oev-fratraedelse).
    """
    if item.fate is fate:
        return item
    if item.fate is not Fate.OUT or item.version != seen_version:
        return Refusal.stale()
    if fate is Fate.BOUGHT and item.residual is None:
        return Refusal(Rule.VALUE_MISSING, passage_id="oev-fratraedelse")
    return replace(item, fate=fate, settled_by=by, settled_on=on, version=item.version + 1)


def value(item: Item, kroner: int, by: str, seen_version: int) -> Item | Refusal:
    """Return the item with its residual value in whole kroner."""
    if item.residual == kroner:
        return item
    if item.fate is not Fate.OUT or item.version != seen_version:
        return Refusal.stale()
    return replace(item, residual=kroner, valued_by=by, version=item.version + 1)


def kroner_of(typed: str) -> int | None:
    """Read an amount as Danes write it ("1.250", "1.250 kr.", "900,00"); None where it is none, or no whole kroner."""
    plain = typed.lower().replace("kr.", "").replace("kr", "").replace(" ", "").strip()
    plain = plain.removesuffix(",-").removesuffix(",00").replace(".", "")
    if not (plain.isascii() and plain.isdigit()) or len(plain) > len(str(MOST_VALUE)):
        return None
    amount = int(plain)
    return amount if amount <= MOST_VALUE else None
