"""One home day and what may happen to it (policy p. 3 and p. 4).

Every function takes a day and returns the new day, or the Refusal with the passage behind it. Doing the same
thing twice gives the same answer, so a button may be pressed twice and a message delivered twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.holidays import holiday_name
from domain.people import Standing
from domain.refusals import Refusal, Rule

LONGEST_REASON = 500
FURTHEST_AHEAD_DAYS = 366


class Status(StrEnum):
    """Where a home day stands."""

    ASKED = "asked"
    APPROVED = "approved"
    DECLINED = "declined"
    CANCELLED = "cancelled"  # by the leader, for an operational reason
    WITHDRAWN = "withdrawn"  # by the employee

    @property
    def is_live(self) -> bool:
        """Return whether a day in this state still takes up its date."""
        return self in (Status.ASKED, Status.APPROVED)


class Half(StrEnum):
    """Half of a working day."""

    MORNING = "am"
    AFTERNOON = "pm"


@dataclass(frozen=True, slots=True, order=True)
class WantedDay:
    """A date that somebody wants to work from home, the whole day or half of it."""

    on: date
    half: Half | None = None


@dataclass(frozen=True, slots=True)
class HomeDay:
    """One day of home work of one person. `version` grows by one with every change."""

    id: UUID
    person_id: str
    on: date
    request_id: UUID
    half: Half | None = None
    status: Status = Status.ASKED
    version: int = 1
    asked_at: datetime | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason: str = ""
    cancellation_id: UUID | None = None
    seen_at: datetime | None = None
    recurring: bool = False  # asked for as a series ("hver onsdag"): it needs an agreement (policy p. 3)

    @property
    def held_at_once(self) -> bool:
        """Return whether it was approved as it was asked for, by the team's frames and by nobody (domain.frames)."""
        alone = self.decided_by is None and self.decided_at is not None and self.decided_at == self.asked_at
        return self.status is Status.APPROVED and alone


def ask(wanted: WantedDay, standing: Standing, request_id: UUID, day_id: UUID, now: datetime) -> HomeDay | Refusal:
    """Return the day as asked for. Home work is agreed with the leader (policy p. 3: ramme-koordinering).

    Where no leader is known the wish is kept all the same: it waits until HR has put the directory right.
    """
    if wanted.on < now.date():
        return Refusal(Rule.DAY_HAS_PASSED, on=wanted.on)
    if (wanted.on - now.date()).days > FURTHEST_AHEAD_DAYS:
        return Refusal(Rule.TOO_FAR_AHEAD, on=wanted.on)
    if wanted.on.isoweekday() > 5 or holiday_name(wanted.on) is not None:
        return Refusal(Rule.NOT_A_WORKDAY, on=wanted.on)
    return HomeDay(day_id, standing.employee.id, wanted.on, request_id, half=wanted.half, asked_at=now)


def approve(day: HomeDay, by: str | None, now: datetime, seen_version: int) -> HomeDay | Refusal:
    """Return the approved day; approving what is approved changes nothing. Nobody answers what holds by the frames."""
    if day.status is Status.APPROVED:
        return day
    if (refusal := _still_asked(day, now, seen_version)) is not None:
        return refusal
    return _decided(day, Status.APPROVED, by, now, "")


def decline(day: HomeDay, by: str, now: datetime, seen_version: int, reason: str) -> HomeDay | Refusal:
    """Return the declined day. A reason is welcome but the policy asks for none when a day is not agreed."""
    if day.status is Status.DECLINED:
        return day
    if (refusal := _still_asked(day, now, seen_version)) is not None:
        return refusal
    return _decided(day, Status.DECLINED, by, now, reason)


def cancel(
    day: HomeDay, by: str, now: datetime, seen_version: int, reason: str, cancellation_id: UUID
) -> HomeDay | Refusal:
    """Return the day cancelled by the leader, who must give the operational need (policy p. 3: ramme-annullering).

    The policy allows it "til enhver tid og med kort varsel", so the day itself may still be cancelled in its morning.
    """
    if day.status is Status.CANCELLED:
        return day
    if day.on < now.date():
        return Refusal(Rule.DAY_HAS_PASSED, on=day.on)
    if seen_version != day.version or not day.status.is_live:
        return Refusal.stale(day.on)
    if not reason.strip():
        return Refusal(Rule.REASON_MISSING, passage_id="ramme-annullering", on=day.on)
    return replace(_decided(day, Status.CANCELLED, by, now, reason), cancellation_id=cancellation_id)


def withdraw(day: HomeDay, by: str, now: datetime) -> HomeDay | Refusal:
    """Return the day withdrawn by the employee, who may always choose the workplace (policy p. 3: ramme-ret)."""
    if not day.status.is_live:
        return day
    if day.on < now.date():
        return Refusal(Rule.DAY_HAS_PASSED, on=day.on)
    return _decided(day, Status.WITHDRAWN, by, now, "")


def acknowledge(day: HomeDay, now: datetime) -> HomeDay:
    """Return the cancelled day with the moment the employee confirmed having seen it; the first time counts."""
    if day.status is not Status.CANCELLED or day.seen_at is not None:
        return day
    return replace(day, seen_at=now, version=day.version + 1)


def _still_asked(day: HomeDay, now: datetime, seen_version: int) -> Refusal | None:
    if seen_version != day.version or day.status is not Status.ASKED:
        return Refusal.stale(day.on)
    if day.on < now.date():
        return Refusal(Rule.DAY_HAS_PASSED, on=day.on)
    return None


def _decided(day: HomeDay, status: Status, by: str | None, now: datetime, reason: str) -> HomeDay:
    return replace(
        day,
        status=status,
        version=day.version + 1,
        decided_by=by,
        decided_at=now,
        reason=reason.strip()[:LONGEST_REASON],
    )
