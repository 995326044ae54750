"""Calendars that show home days: feeds that calendars subscribe to."""

from __future__ import annotations

from enum import StrEnum


class FeedScope(StrEnum):
    """Whose home days a feed shows."""

    OWN = "own"
    TEAM = "team"  # those that the person answers for at the moment when the feed is fetched
