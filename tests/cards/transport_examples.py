"""Examples of the working time of a journey."""

from __future__ import annotations

from domain import facts as f
from domain.transport import WorkingTime

TRANSPORT: dict[str, f.TravelFact] = {
    "transport": f.TransportTime(),
    "transport unclear": f.TransportTime("-5", "</div> **ti tusind** " * 9, unclear=True),
    "transport worked out": f.TransportTime("25", "40", WorkingTime(25, 40)),
    "transport one minute": f.TransportTime("1", "600", WorkingTime(1, 600)),
}
