"""Who and when the examples are about, and a home day of theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from domain.home_days import HomeDay, Status
from domain.people import Person

TODAY = date(2026, 11, 23)  # a Monday
THURSDAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)  # 14.03 in Denmark
REQUEST = UUID("00000000-0000-4000-8000-000000000001")
CANCELLATION = UUID("00000000-0000-4000-8000-000000000002")

ANNA = Person("a", "Anna Holm", leader_id="l")
BO = Person("b", "Bo Friis", leader_id="l")
LARS = Person("l", "Lars Juhl")
WILD = Person("w", "<b>[x](http://y.example) *Ida* {{DATE(2026-11-23T00:00:00Z)}} `_q_` & 1. " + "Å" * 20)
LONG_NAME = Person("n", "Wilhelmina-Frederikke " * 3 + "Østergaard-Kja")
LONG_REASON = ("Akut personalemøde om budgettet. " * 20)[:500]
WILD_REASON = '</div><script>alert(1)</script> [klik](https://y.example) "nej"\n# stor\n1. et\n- to **fed**'


def day(on: date = THURSDAY, status: Status = Status.ASKED, by: str | None = "l", **more: object) -> HomeDay:
    """Return a home day of Anna's."""
    decided = status is not Status.ASKED
    made = HomeDay(
        uuid5(REQUEST, on.isoformat()),
        "a",
        on,
        REQUEST,
        status=status,
        version=2 if decided else 1,
        asked_at=NOW,
        decided_by=by if decided else None,
        decided_at=NOW if decided else None,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def workdays(count: int, start: date = THURSDAY) -> list[date]:
    """Return so many working days in a row."""
    every = (start + timedelta(days=number) for number in range(count * 2))
    return [on for on in every if on.isoweekday() < 6][:count]


def sixty(status: Status = Status.ASKED, reason: str = "") -> tuple[HomeDay, ...]:
    """Return sixty days of one state."""
    return tuple(day(on, status, reason=reason) for on in workdays(60))
