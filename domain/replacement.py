"""Another day for a home day that was cancelled, where the team's frames allow it (policy p. 9: insp-anden-dag).

It lies in the same week or the next two, after today, and keeps all rules: those of the frames and the two-day average.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from uuid import UUID, uuid5

from domain.frames import LocalFrame, against
from domain.home_days import HomeDay, WantedDay
from domain.overdue import is_workday
from domain.radar import counted, effect, monday_of

MOST_OFFERED = 3
WEEKS = 3  # the week of the cancelled day and two more
_AROUND = timedelta(weeks=WEEKS + 4)  # what the average over four weeks may need to know


def request_of(cancellation_id: UUID, on: date) -> UUID:
    """Return the request that a date becomes when it is picked: pressed twice, it is the same."""
    return uuid5(cancellation_id, f"replaced by {on.isoformat()}")


def window(cancelled: Sequence[HomeDay]) -> tuple[date, date]:
    """Return the first and the last date that must be known to offer days instead of these."""
    dates = [day.on for day in cancelled]
    return min(dates) - _AROUND, max(dates) + _AROUND


def picked(cancelled: Sequence[HomeDay], known: Sequence[HomeDay]) -> tuple[HomeDay, ...]:
    """Return the days that were picked instead of the cancelled ones, whatever became of them."""
    cancellation_id = cancelled[0].cancellation_id if cancelled else None
    return tuple(day for day in known if cancellation_id and day.request_id == request_of(cancellation_id, day.on))


def possible(
    frame: LocalFrame | None, cancelled: Sequence[HomeDay], known: Sequence[HomeDay], today: date
) -> tuple[WantedDay, ...]:
    """Return the days to choose among, by date; none where frames allow none or each cancelled day has its own.

    `known` are all days of the person in the window, in whatever state.
    """
    chosen = picked(cancelled, known)
    left = len(cancelled) - sum(day.status.is_live for day in chosen)
    if frame is None or not frame.replacement or left <= 0:
        return ()
    half = sorted(cancelled, key=lambda day: day.on)[-left].half
    gone = {day.on for day in (*cancelled, *chosen)}
    free = (WantedDay(on, half) for on in _dates(cancelled, today) if on not in gone)
    return tuple(day for day in free if _fits(frame, day, known, today))


def _dates(cancelled: Sequence[HomeDay], today: date) -> list[date]:
    first = monday_of(min(day.on for day in cancelled))
    last = monday_of(max(day.on for day in cancelled)) + timedelta(weeks=WEEKS)
    every = (first + timedelta(days=number) for number in range((last - first).days))
    return [on for on in every if on > today and is_workday(on)]


def _fits(frame: LocalFrame, wanted: WantedDay, known: Collection[HomeDay], today: date) -> bool:
    held = [WantedDay(day.on, day.half) for day in known if day.status.is_live]
    if wanted.on in {day.on for day in held} or against(frame, wanted, held, today) is not None:
        return False
    change = effect(counted(known, today), [wanted])
    return change is None or change.crossing is None
