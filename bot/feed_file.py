"""A calendar feed as bytes. They depend on the days and on how people are reached, and on nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from bot.minds import HERE
from cards.preferences import contact
from cards.words import Words, sentence
from domain.calendars import FeedScope
from domain.home_days import Half, HomeDay
from domain.people import Language
from domain.preferences import Preferences

TITLE = {Language.DANISH: "Hjemmearbejde", Language.ENGLISH: "Working from home"}
_TEAM = {Language.DANISH: "Teamets hjemmearbejde", Language.ENGLISH: "The team's home days"}
HALVES = {Half.MORNING: (time(8), time(12)), Half.AFTERNOON: (time(12), time(16))}


@dataclass(frozen=True, slots=True)
class Entry:
    """An approved day as it stands in a feed; `name` is set where the days of several people stand together."""

    day: HomeDay
    own: Preferences
    name: str = ""


def written(entries: Sequence[Entry], language: Language, scope: FeedScope, municipality: str) -> bytes:
    """Write approved days as a calendar. A cancelled day is simply no longer there."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{municipality}//hjemmebot//{language.value.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", (TITLE if scope is FeedScope.OWN else _TEAM)[language])
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for entry in entries:
        calendar.add_component(_event(entry, language))
    return bytes(calendar.to_ical())


def reached_at(own: Preferences, language: Language) -> str:
    """Return how somebody is reached, as it stands in an event; "" where nothing is set."""
    how = contact(own, Words(language))
    return sentence(how) if how else ""


def _event(entry: Entry, language: Language) -> Event:
    day, own = entry.day, entry.own
    event = Event()
    event.add("uid", f"{day.id}@hjemmebot")
    event.add("sequence", day.version + own.version)
    moments = [at.astimezone(UTC) for at in (day.decided_at, own.changed_at) if at is not None]
    event.add("dtstamp", max(moments, default=datetime(2026, 1, 1, tzinfo=UTC)))
    event.add("summary", f"{entry.name}: {TITLE[language].lower()}" if entry.name else TITLE[language])
    if how := reached_at(own, language):
        event.add("description", how)
    start, end = _span(day.on, day.half)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "WORKINGELSEWHERE" if not entry.name else "FREE")
    event.add("x-microsoft-cdo-alldayevent", "FALSE" if day.half else "TRUE")
    return event


def _span(on: date, half: Half | None) -> tuple[date, date] | tuple[datetime, datetime]:
    if half is None:
        return on, on + timedelta(days=1)
    first, last = HALVES[half]
    return (datetime.combine(on, first, HERE).astimezone(UTC), datetime.combine(on, last, HERE).astimezone(UTC))
