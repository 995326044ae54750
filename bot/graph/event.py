"""A home day as an event of Microsoft Graph (https://learn.microsoft.com/graph/api/user-post-events)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5

from bot.feed_file import HALVES, TITLE, reached_at
from domain.home_days import HomeDay
from domain.people import Language
from domain.preferences import Preferences

ZONE = "Romance Standard Time"  # Copenhagen's: Europe/Copenhagen is not among the names that Graph documents
PROPERTY = "String {6f2c1a52-7f0c-4a51-9d7a-0e6b3f1f7a10} Name HjemmearbejdeDagId"  # finds an event of ours again


def event_of(day: HomeDay, own: Preferences, language: Language, revision: int) -> dict[str, Any]:
    """Return the event. All day long for a whole day; half a day has its hours."""
    return {
        **changes_of(day, own, language),
        "transactionId": str(transaction(day.id, revision)),
        "singleValueExtendedProperties": [{"id": PROPERTY, "value": str(day.id)}],
    }


def changes_of(day: HomeDay, own: Preferences, language: Language) -> dict[str, Any]:
    """Return what may be changed of an event that stands already."""
    start, end = _span(day)
    return {
        "subject": TITLE[language],
        "isAllDay": day.half is None,
        "start": {"dateTime": start.isoformat(), "timeZone": ZONE},
        "end": {"dateTime": end.isoformat(), "timeZone": ZONE},
        "showAs": "workingElsewhere",
        "isReminderOn": False,
        "responseRequested": False,
        "categories": [TITLE[language]],
        "location": {"displayName": TITLE[language], "locationType": "homeAddress"},
        "body": {"contentType": "text", "content": reached_at(own, language)},
    }


def transaction(day_id: UUID, revision: int) -> UUID:
    """Return what makes a repeated create the same create."""
    return uuid5(day_id, str(revision))


def finding(day_id: UUID) -> dict[str, str]:
    """Return the query that finds the events of a day."""
    which = f"singleValueExtendedProperties/Any(ep: ep/id eq '{PROPERTY}' and ep/value eq '{day_id}')"
    return {"$filter": which, "$select": "id", "$top": "5"}


def _span(day: HomeDay) -> tuple[datetime, datetime]:
    if day.half is None:
        return _at(day.on, time()), _at(day.on + timedelta(days=1), time())
    first, last = HALVES[day.half]
    return _at(day.on, first), _at(day.on, last)


def _at(on: date, hour: time) -> datetime:
    return datetime.combine(on, hour)  # on the clock of ZONE, which stands beside it
