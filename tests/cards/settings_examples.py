"""Examples of people's own settings."""

from __future__ import annotations

from datetime import time

from domain import facts as f
from domain.calendars import FeedScope
from domain.preferences import Contact, PreferenceProblem, Preferences

URL = "https://bot.example/calendar/token_1.ics"
REACHED = Preferences("a", "+45 12 34 56 78", time(8, 30), time(15), 3)

SETTINGS: dict[str, f.SettingsFact] = {
    "settings none": f.MyPreferences(Preferences("a")),
    "settings phone only": f.MyPreferences(Preferences("a", "12 34 56 78", version=1)),
    "settings": f.MyPreferences(REACHED),
    "settings saved": f.MyPreferences(REACHED, saved=True),
    "settings wrong": f.MyPreferences(
        REACHED, typed=Contact("<b>**ring**</b> {{DATE(1)}}" * 9, "25:00", "x" * 200), problems=tuple(PreferenceProblem)
    ),
    "feeds none": f.Feeds(frozenset(), False),
    "feeds none for a leader": f.Feeds(frozenset(), True),
    "feed made": f.Feeds(frozenset({FeedScope.OWN}), True, FeedScope.OWN, URL),
    "feed of a team made": f.Feeds(frozenset(FeedScope), True, FeedScope.TEAM, URL),
    "feeds": f.Feeds(frozenset(FeedScope), True),
    "feed closed": f.Feeds(frozenset({FeedScope.TEAM}), False, closed=FeedScope.OWN),
}
