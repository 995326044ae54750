"""Calendar feeds: a person's approved home days as an iCalendar file (RFC 5545) that calendars subscribe to.

Outlook asks for a feed every few hours at most, so a feed never replaces a notice.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from bot.minds import HERE, now_here
from bot.web import Feed
from cards.preferences import contact
from cards.words import Words, sentence
from domain.home_days import Half, HomeDay, Status
from domain.people import Language, Person
from domain.preferences import Preferences
from storage import feeds, home_days, people, preferences
from storage.database import Database

KEPT_DAYS = 92  # how far back a feed reaches
_TITLE = {Language.DANISH: "Hjemmearbejde", Language.ENGLISH: "Working from home"}
_HALVES = {Half.MORNING: (time(8), time(12)), Half.AFTERNOON: (time(12), time(16))}


class CalendarFeed:
    """Serves feeds by their secret token. The same days give the same bytes, so the ETag holds."""

    def __init__(self, database: Database, municipality: str) -> None:
        self._database = database
        self._municipality = municipality

    async def __call__(self, token: str, if_none_match: str | None) -> Feed | None:
        """Return the feed of a token, or None where the token is unknown or its person has left."""
        return await asyncio.to_thread(self._feed, token)

    def _feed(self, token: str) -> Feed | None:
        with self._database.reading() as session:
            person_id = feeds.person_of(session, token)
            person = people.find(session, person_id) if person_id else None
            if person is None:
                return None
            own = preferences.find(session, person.id)
            days = home_days.from_date(session, person.id, now_here().date() - timedelta(days=KEPT_DAYS))
        body = written(person, [day for day in days if day.status is Status.APPROVED], own, self._municipality)
        return Feed(body, sha256(body).hexdigest()[:32])


def written(person: Person, days: list[HomeDay], own: Preferences, municipality: str) -> bytes:
    """Write approved days as a calendar. A cancelled day is simply no longer there."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{municipality}//hjemmebot//{person.language.value.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _TITLE[person.language])
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for day in days:
        calendar.add_component(_event(day, own, person.language))
    return bytes(calendar.to_ical())


def _event(day: HomeDay, own: Preferences, language: Language) -> Event:
    event = Event()
    event.add("uid", f"{day.id}@hjemmebot")
    event.add("sequence", day.version + own.version)
    moments = [at.astimezone(UTC) for at in (day.decided_at, own.changed_at) if at is not None]
    event.add("dtstamp", max(moments, default=datetime(2026, 1, 1, tzinfo=UTC)))
    event.add("summary", _TITLE[language])
    if how := contact(own, Words(language)):
        event.add("description", sentence(how))
    start, end = _span(day.on, day.half)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "WORKINGELSEWHERE")
    event.add("x-microsoft-cdo-alldayevent", "FALSE" if day.half else "TRUE")
    return event


def _span(on: date, half: Half | None) -> tuple[date, date] | tuple[datetime, datetime]:
    if half is None:
        return on, on + timedelta(days=1)
    first, last = _HALVES[half]
    return (datetime.combine(on, first, HERE).astimezone(UTC), datetime.combine(on, last, HERE).astimezone(UTC))
