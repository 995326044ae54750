"""What was understood of a message."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.dates.days_read import DateError, DatesRead
from dialogs.intents.intent import Intent
from domain.home_days import Half, WantedDay

RULED = 0.95


@dataclass(frozen=True, slots=True)
class Understood:
    """What somebody wants, and the days that they spoke of.

    `certainty` is 1 for a command, word for word; RULED for a turn of phrase that is certain; below that it is the
    probability of a guess.
    """

    intent: Intent
    read: DatesRead
    certainty: float = 1.0

    @property
    def days(self) -> tuple[WantedDay, ...]:
        """The days meant, each with its half."""
        return self.read.days

    @property
    def half(self) -> Half | None:
        """The half that all days share."""
        return self.read.half

    @property
    def error(self) -> DateError | None:
        """What is wrong with the dates."""
        return self.read.error


def as_json(understood: Understood) -> dict[str, object]:
    """Return {"intent", "dates": [ISO …], "half_day": null | "am" | "pm", "error": null | …}, ready for JSON."""
    return {
        "intent": understood.intent.value,
        "dates": [day.on.isoformat() for day in understood.days],
        "half_day": understood.half.value if understood.half else None,
        "error": understood.error.value if understood.error else None,
    }
