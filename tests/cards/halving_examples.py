"""A whole home day that becomes half of one, as its cards are drawn."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain import facts as f
from domain.home_days import Half, HomeDay, Status
from domain.people import Person

LARS = Person("l", "Lars Juhl")
WILD = Person("w", "<b>[x](http://y.example) *Ida* {{DATE(2026-11-23T00:00:00Z)}}")
DAY = HomeDay(UUID(int=9), "a", date(2026, 11, 26), UUID(int=1), status=Status.APPROVED, version=2)
HALF = HomeDay(UUID(int=9), "a", date(2026, 11, 26), UUID(int=1), Half.MORNING, Status.APPROVED, 3)
WAITS = HomeDay(UUID(int=9), "a", date(2026, 11, 26), UUID(int=1), Half.AFTERNOON, Status.ASKED, 2)

HALVING: dict[str, f.HalvingFact] = {
    "halve form": f.HalveForm(DAY, Half.MORNING, LARS),
    "halve form wild": f.HalveForm(DAY, Half.AFTERNOON, WILD),
    "halve form without a leader": f.HalveForm(DAY, Half.AFTERNOON, None),
    "day halved": f.DayHalved(HALF, LARS),
    "day halved that waits": f.DayHalved(WAITS, None),
    "halving told": f.HalvingTold(WILD, HALF),
}
