"""The audit trail: who did what to whom, and when, in a chain where each line vouches for the one before it.

A line holds ids and dates, never a word that somebody wrote. Whom it names can be blanked later (a person is erased)
without breaking the chain: what is chained are seals, a salted hash of each name, and name and salt go together.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

BEGINNING = "0" * 64  # what the first line of all follows


class Deed(StrEnum):
    """What is kept in the audit trail. A new kind is one line here and its words in cards/audit.py."""

    ASKED = "days_asked"
    APPROVED = "days_approved"
    HELD_AT_ONCE = "days_held_at_once"
    DECLINED = "days_declined"
    CANCELLED = "days_cancelled"
    WITHDRAWN = "days_withdrawn"
    HALVED = "day_halved"
    SEEN = "cancellation_seen"
    AGREEMENT_STARTED = "agreement_started"
    AGREEMENT_CHANGED = "agreement_changed"
    AGREEMENT_CONFIRMED = "agreement_confirmed"
    AGREEMENT_ENDED = "agreement_ended"
    AGREEMENT_FETCHED = "agreement_fetched"
    HANDED_OUT = "equipment_handed_out"
    LEAVING = "leaving_started"
    SETTLED = "equipment_settled"
    VALUED = "equipment_valued"
    CHECKLIST_ASKED = "checklist_asked"
    CHECKLIST_SENT = "checklist_sent"
    CHECKLIST_TAKEN_BACK = "checklist_taken_back"
    CHECKLIST_CLOSED = "checklist_closed"
    FRAMES_SET = "frames_set"
    TEAM_ASKED = "team_asked"  # a round of questions; what was answered is not kept here
    BROADCAST_SENT = "broadcast_sent"
    BROADCAST_STEERED = "broadcast_steered"
    BROADCAST_CORRECTED = "broadcast_corrected"
    BROADCAST_CONFIRMED = "broadcast_confirmed"
    REPORT_FETCHED = "broadcast_report"
    HR_ANSWERED = "hr_answered"  # whom it was for is not kept
    HR_ANSWER_CHANGED = "hr_answer_changed"
    HR_ANSWER_WITHDRAWN = "hr_answer_withdrawn"
    FEED_OPENED = "feed_opened"
    FEED_CLOSED = "feed_closed"
    EXPORTED = "data_exported"
    ERASED = "data_erased"
    IMPORTED = "people_imported"
    SYNCED = "people_synced"  # from Microsoft Graph, by nobody in particular
    POLICY_IMPORTED = "policy_imported"
    POLICY_PUBLISHED = "policy_published"
    POLICY_DROPPED = "policy_dropped"
    RESTORED = "database_restored"  # to the copy of that day
    TRAIL_READ = "trail_read"


@dataclass(frozen=True, slots=True)
class Done:
    """One deed to whoever it was done to; nobody in particular where `whom` is empty.

    `what` are dates, ids or numbers.
    """

    deed: Deed
    whom: str
    what: tuple[UUID | date | StrEnum | int, ...] = ()

    @property
    def detail(self) -> str:
        """Dates as YYYY-MM-DD, the rest as it is, blanks between. No free text: the types see to it."""
        return " ".join(one.isoformat() if isinstance(one, date) else str(one) for one in self.what)


@dataclass(frozen=True, slots=True)
class Link:
    """What one line vouches for."""

    number: int
    at: datetime
    by_seal: str
    deed: str
    whom_seal: str
    detail: str

    def hash_after(self, previous: str) -> str:
        """Return SHA-256 (64 hex digits) over the canonical line and the hash of the line before it."""
        at = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        line = [previous, self.number, at, self.by_seal, self.deed, self.whom_seal, self.detail]
        return sha256(json.dumps(line, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def seal(person_id: str, salt: str) -> str:
    """Return what stands for a person in the chain; empty for nobody. `salt` is 32 random hex digits."""
    return sha256(f"{salt} {person_id}".encode()).hexdigest() if person_id else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as it is read. `by_id` and `whom_id` are None where nobody was named, or who it was is erased."""

    number: int
    at: datetime
    by_id: str | None
    deed: str
    whom_id: str | None
    detail: str


class Flaw(StrEnum):
    """What is wrong with a chain."""

    MISSING = "missing"  # a line was taken out
    CHANGED = "changed"  # a line does not say what it said
    NAMES = "names"  # it names another person than it did
    CUT = "cut"  # the newest lines are gone, or the head was changed
    REMADE = "remade"  # the chain is whole, but a hash that was kept elsewhere is not in it


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many lines were checked, the first flaw and at which line, and the hash of the newest line.

    Whoever keeps that hash elsewhere can show later that nothing before it was rewritten.
    """

    checked: int
    newest: str
    flaw: Flaw | None = None
    at_number: int = 0


def whole_days(days: Iterable[date]) -> tuple[date, ...]:
    """Return each date once, in order."""
    return tuple(sorted(set(days)))
