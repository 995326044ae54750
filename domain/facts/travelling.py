"""Working time for a journey, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from domain.transport import WorkingTime


@dataclass(frozen=True, slots=True)
class TransportTime:
    """The form, with what was typed; `worked_out` is the answer, `unclear` tells that the times could not be meant."""

    actual: str = ""
    from_workplace: str = ""
    worked_out: WorkingTime | None = None
    unclear: bool = False


TravelFact = TransportTime
