"""The town's clock: the machine's own, moved to another day where somebody wants to see tomorrow today."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from bot.minds import HERE, now_here

FURTHEST = timedelta(days=800)


class Clock:
    """Tells the town's time. The days that it is moved by are kept in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._moved = timedelta(days=_kept(file))

    def now(self) -> datetime:
        """Return the town's time in Copenhagen's zone."""
        return (now_here().replace(tzinfo=None) + self._moved).replace(tzinfo=HERE)

    def move_to(self, day: date) -> datetime:
        """Move to another day at the same time of day, and return the new time. ValueError when it is too far."""
        moved = timedelta(days=(day - now_here().date()).days)
        if abs(moved) > FURTHEST:
            raise ValueError("too far")
        self._moved = moved
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(f"{moved.days}\n", encoding="ascii")
        return self.now()

    def reset(self) -> None:
        """Go back to the machine's own day."""
        self.move_to(now_here().date())


def _kept(file: Path) -> int:
    try:
        days = int(file.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0
    return days if abs(timedelta(days=days)) <= FURTHEST else 0
