"""When it is for the person who wrote."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Europe/Copenhagen")


def moment(timestamp: object, zone: object, now: datetime) -> datetime:
    """Return the sender's own time from localTimestamp and localTimezone, always aware.

    A zone that is not known leaves the timestamp's own offset; a timestamp that cannot be read leaves the server's
    clock (`now`, aware) in Europe/Copenhagen.
    """
    where = _zone(zone)
    try:
        said = datetime.fromisoformat(timestamp) if isinstance(timestamp, str) else None
        if said is not None and said.tzinfo is None:
            said = said.replace(tzinfo=where) if where else None
        if said is not None:
            return said.astimezone(where) if where else said
    except (ValueError, OverflowError):
        pass
    return now.astimezone(HOME)


def _zone(name: object) -> ZoneInfo | None:
    if not isinstance(name, str) or not name:
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, KeyError, OSError):  # not a name; no such zone; a folder of zones, or a name too long to open
        return None
