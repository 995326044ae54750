"""Calendar feeds: approved home days as an iCalendar file (RFC 5545) that calendars subscribe to.

Outlook asks for a feed every few hours at most, so a feed never replaces a notice.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

from bot.feed_file import Entry, written
from bot.feed_rate import FeedRate
from bot.minds import now_here
from bot.web import Feed
from domain.calendars import FeedScope
from domain.home_days import Status
from domain.people import Person
from storage import feeds, home_days, people, preferences
from storage.database import Database

KEPT_DAYS = 92  # how far back a feed reaches
AHEAD_DAYS = 800  # further than any day can be asked for


class CalendarFeed:
    """Serves feeds by their secret token. The same days give the same bytes, so the ETag holds."""

    def __init__(self, database: Database, municipality: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._municipality = municipality
        self._rate = FeedRate(clock)

    async def __call__(self, token: str, if_none_match: str | None) -> Feed | None:
        """Return the feed of a token, or None where the token is unknown or its person has left.

        Raises TooOften when the token, or tokens that nobody knows, are asked for too often.
        """
        key = feeds.hashed(token)
        self._rate.ask(key)
        feed = await asyncio.to_thread(self._feed, token)
        if feed is None:
            self._rate.missed(key)
        return feed

    def _feed(self, token: str) -> Feed | None:
        with self._database.reading() as session:
            opened = feeds.opened_by(session, token)
            person = people.find(session, opened[0]) if opened else None
            if opened is None or person is None:
                return None
            shown = [person] if opened[1] is FeedScope.OWN else people.led_by(session, person.id)
            today = now_here().date()
            of_whom = {one.id: one for one in shown}
            own = preferences.of_people(session, of_whom)
            days = home_days.between(
                session, of_whom, today - timedelta(days=KEPT_DAYS), today + timedelta(days=AHEAD_DAYS)
            )
        entries = [
            Entry(day, own[day.person_id], _name(of_whom[day.person_id], opened[1]))
            for day in days
            if day.status is Status.APPROVED
        ]
        body = written(entries, person.language, opened[1], self._municipality)
        return Feed(body, sha256(body).hexdigest()[:32])


def _name(person: Person, scope: FeedScope) -> str:
    return person.name if scope is FeedScope.TEAM else ""
