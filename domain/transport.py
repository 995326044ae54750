"""Working time for getting to a physical meeting on a home day (policy p. 3: ramme-koersel).

It is the time from the workplace to the meeting at most, and the real time where that is shorter. Between home and
workplace there is none (ramme-transport-hjem); municipal cars are not for home work (ramme-biler).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_MINUTES = 600  # one way; nobody travels longer to a meeting and back within a day
PASSAGES = ("ramme-koersel", "ramme-transport-hjem", "ramme-biler", "ramme-moeder")


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Minutes one way: the real journey, the one from the workplace, and what counts as working time."""

    actual: int
    from_workplace: int

    @property
    def counted(self) -> int:
        """The smaller of the two."""
        return min(self.actual, self.from_workplace)


def working_time(actual: str, from_workplace: str) -> WorkingTime | None:
    """Return the working time of two times as they were typed, or None where one of them cannot be meant."""
    first, second = minutes(actual), minutes(from_workplace)
    return WorkingTime(first, second) if first is not None and second is not None else None


def minutes(typed: str) -> int | None:
    """Return whole minutes from 0 to MOST_MINUTES, a unit beside them or not; None for anything else."""
    match = re.fullmatch(r"(\d{1,4})\s*(?:m|min|min\.|minut|minutter|minute|minutes)?", typed.strip().lower(), re.ASCII)
    return value if match is not None and (value := int(match[1])) <= MOST_MINUTES else None
