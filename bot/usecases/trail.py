"""Noting a deed for the audit trail. The gate adds what was noted to the chain, in the transaction of the deed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

from bot.usecases.ports import Desk
from domain.deeds import Deed, Done, whole_days
from domain.home_days import HomeDay


def trail(desk: Desk, deed: Deed, whom: str = "", *what: UUID | date | StrEnum | int) -> None:
    """Note what was done and to whom, only where something changed. `what` are dates, ids or numbers, never words."""
    desk.done.append(Done(deed, whom, what))


def trail_days(desk: Desk, deed: Deed, days: Iterable[HomeDay]) -> None:
    """Note what was done to some days, a line for each person."""
    of_each: dict[str, list[date]] = {}
    for day in days:
        of_each.setdefault(day.person_id, []).append(day.on)
    for person_id, dates in sorted(of_each.items()):
        trail(desk, deed, person_id, *whole_days(dates))
