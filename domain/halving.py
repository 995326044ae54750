"""Half of a whole home day is given up; the other half stays as it was agreed (policy p. 3: ramme-ret).

Less home work than was agreed needs nobody's leave: what was approved stays approved. More of it, or the other half
of the day, is something else that was never agreed, and is asked for anew (bot.usecases.propose_days).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.home_days import Half, HomeDay
from domain.refusals import Refusal, Rule


def halve(day: HomeDay, keep: Half, today: date, seen_version: int) -> HomeDay | Refusal:
    """Return the day with only the half that is kept; pressed twice, the same day."""
    if day.status.is_live and day.half is keep:
        return day
    if day.on < today:
        return Refusal(Rule.DAY_HAS_PASSED, on=day.on)
    if seen_version != day.version or not day.status.is_live or day.half is not None:
        return Refusal.stale(day.on)
    return replace(day, half=keep, version=day.version + 1)


def other(half: Half) -> Half:
    """Return the other half of the day."""
    return Half.AFTERNOON if half is Half.MORNING else Half.MORNING
