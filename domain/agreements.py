"""The individual agreement about recurring home work (policy p. 3 and Bilag 1).

It is in force only when both have confirmed the same content, and they confirm it by its hash. A change is a new
version that both confirm again; until they have, the version before it stays in force.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from domain.home_days import HomeDay
from domain.refusals import Refusal

LONGEST_TERM = 1000
LONGEST_NOTICE = 366  # days
PATIENCE = timedelta(days=7)  # between reminders of what waits to be confirmed
MOST_REMINDERS = 3


class Party(StrEnum):
    """The two who agree."""

    EMPLOYEE = "employee"
    LEADER = "leader"


@dataclass(frozen=True, slots=True)
class Terms:
    """The fields of Bilag 1, in its order, and three that may be left out. `notice` is in days."""

    extent: str = ""
    placing: str = ""
    availability: str = ""
    tasks: str = ""
    equipment: str = ""
    other: str = ""
    place: str = ""
    start: date | None = None
    notice: int = 0


@dataclass(frozen=True, slots=True)
class Confirmation:
    """That one of the two confirmed just this content."""

    by: str
    at: datetime
    content_hash: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the terms, and who confirmed it."""

    number: int
    terms: Terms
    changed_by: str | None
    changed_at: datetime
    employee: Confirmation | None = None
    leader: Confirmation | None = None

    def confirmed_by(self, party: Party) -> Confirmation | None:
        """Return the confirmation of a party."""
        return self.employee if party is Party.EMPLOYEE else self.leader


@dataclass(frozen=True, slots=True)
class Agreement:
    """One person's agreement. `draft` is the newest version, `forced` the one in force; they may be the same.

    `ends_on` is the last day that it covers, once it is ended. `edition` grows by one with every change.
    """

    id: UUID
    employee_id: str
    draft: Version
    forced: Version | None = None
    ended_by: str | None = None
    ended_at: datetime | None = None
    ends_on: date | None = None
    seen_by_employee: int = 0
    seen_by_leader: int = 0
    edition: int = 1

    @property
    def is_ended(self) -> bool:
        """Return whether one of the two has ended it."""
        return self.ended_at is not None

    def covers(self, on: date) -> bool:
        """Return whether recurring home work on a date is agreed."""
        start = self.forced.terms.start if self.forced is not None else None
        if self.forced is None or (start is not None and on < start):
            return False
        return self.ends_on is None or on <= self.ends_on


def content_hash(agreement_id: UUID, employee_id: str, version: Version) -> str:
    """Return the sha-256 (hex) of the canonical content: JSON with sorted keys and no blanks, in UTF-8."""
    terms = {**asdict(version.terms), "start": version.terms.start.isoformat() if version.terms.start else None}
    content = {"agreement": str(agreement_id), "employee": employee_id, "terms": terms, "version": version.number}
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def hash_of(agreement: Agreement) -> str:
    """Return the hash of the newest version."""
    return content_hash(agreement.id, agreement.employee_id, agreement.draft)


def change(agreement: Agreement, terms: Terms, by: str, now: datetime, seen_version: int) -> Agreement | Refusal:
    """Return the agreement with a new version that nobody has confirmed yet; the same terms change nothing."""
    if agreement.is_ended or agreement.draft.number != seen_version:
        return Refusal.stale()
    if agreement.draft.terms == terms:
        return agreement
    draft = Version(agreement.draft.number + 1, terms, by, now)
    return replace(_seen(agreement, by, draft.number), draft=draft, edition=agreement.edition + 1)


def confirm(agreement: Agreement, by: str, now: datetime, seen_hash: str) -> Agreement | Refusal:
    """Return the agreement confirmed by one of the two; with both confirmations of one hash it is in force.

    `by` is the employee, or somebody who answers for the employee: access is asked before.
    """
    if agreement.is_ended or seen_hash != hash_of(agreement):
        return Refusal.stale()
    party = party_of(agreement, by)
    if agreement.draft.confirmed_by(party) is not None:
        return agreement
    confirmation = Confirmation(by, now, seen_hash)
    if party is Party.EMPLOYEE:
        draft = replace(agreement.draft, employee=confirmation)
    else:
        draft = replace(agreement.draft, leader=confirmation)
    forced = draft if _both(draft) else agreement.forced
    after = _seen(agreement, by, draft.number)
    return replace(after, draft=draft, forced=forced, edition=agreement.edition + 1)


def end(agreement: Agreement, by: str, now: datetime, today: date) -> Agreement:
    """Return the agreement ended by one of the two, with the notice that was agreed; a draft ends at once."""
    if agreement.is_ended:
        return agreement
    notice = agreement.forced.terms.notice if agreement.forced is not None else 0
    last = today + timedelta(days=notice)
    return replace(agreement, ended_by=by, ended_at=now, ends_on=last, edition=agreement.edition + 1)


def to_free(agreement: Agreement, days: Iterable[HomeDay]) -> list[HomeDay]:
    """Return the recurring days that an ended agreement leaves without one: all live ones after its last day."""
    last = agreement.ends_on
    return [day for day in days if last is not None and day.recurring and day.status.is_live and day.on > last]


def party_of(agreement: Agreement, person_id: str) -> Party:
    """Return which of the two a person is."""
    return Party.EMPLOYEE if person_id == agreement.employee_id else Party.LEADER


def changed(before: Terms, after: Terms) -> tuple[str, ...]:
    """Return the names of the fields that differ."""
    return tuple(name for name in after.__dataclass_fields__ if getattr(before, name) != getattr(after, name))


def reminder_of(agreement: Agreement, now: datetime) -> int:
    """Return which reminder of an agreement that waits for a confirmation is due: 1, 2 …, and 0 where none is."""
    if agreement.is_ended or _both(agreement.draft):
        return 0
    number = (now - agreement.draft.changed_at) // PATIENCE
    return number if number <= MOST_REMINDERS else 0  # a notice is forgotten in time, and must not come again then


def seen(agreement: Agreement, by: str) -> Agreement:
    """Return the agreement with the newest version seen by a party."""
    after = _seen(agreement, by, agreement.draft.number)
    return agreement if after == agreement else replace(after, edition=agreement.edition + 1)


def _seen(agreement: Agreement, by: str, number: int) -> Agreement:
    if party_of(agreement, by) is Party.EMPLOYEE:
        return replace(agreement, seen_by_employee=number)
    return replace(agreement, seen_by_leader=number)


def _both(draft: Version) -> bool:
    one, other = draft.employee, draft.leader
    return one is not None and other is not None and one.content_hash == other.content_hash
