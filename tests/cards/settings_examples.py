"""Examples of people's own settings."""

from __future__ import annotations

from datetime import date, time

from domain import facts as f
from domain.calendars import FeedScope
from domain.notice_settings import NoticeProblem, NoticeSettings, TypedHours
from domain.people import Language
from domain.preferences import Contact, PreferenceProblem, Preferences
from domain.quiet import Quiet

URL = "https://bot.example/calendar/token_1.ics"
REACHED = Preferences("a", "+45 12 34 56 78", time(8, 30), time(15), 3)

SETTINGS: dict[str, f.SettingsFact | f.NoticeFact] = {
    "settings none": f.MyPreferences(Preferences("a")),
    "settings phone only": f.MyPreferences(Preferences("a", "12 34 56 78", version=1)),
    "settings": f.MyPreferences(REACHED),
    "settings saved": f.MyPreferences(REACHED, saved=True),
    "settings wrong": f.MyPreferences(
        REACHED, typed=Contact("<b>**ring**</b> {{DATE(1)}}" * 9, "25:00", "x" * 200), problems=tuple(PreferenceProblem)
    ),
    "notices none": f.MyNotices(NoticeSettings(), Language.DANISH),
    "notices": f.MyNotices(NoticeSettings(Quiet(time(17), time(7)), advice=True), Language.ENGLISH),
    "notices saved": f.MyNotices(NoticeSettings(Quiet(time(17, 30), time(7), True)), Language.DANISH, saved=True),
    "notices free days": f.MyNotices(NoticeSettings(Quiet(free_days=True)), Language.DANISH),
    "notices wrong": f.MyNotices(
        NoticeSettings(), Language.DANISH, typed=TypedHours("**25:00**" * 9, ""), problem=NoticeProblem.HOURS
    ),
    "advice": f.HomeDayAdvice(date(2026, 11, 26), "raad-kontakt"),
    "advice with nothing left": f.HomeDayAdvice(date(2026, 11, 26), ""),
    "feeds none": f.Feeds(frozenset(), False),
    "feeds none for a leader": f.Feeds(frozenset(), True),
    "feed made": f.Feeds(frozenset({FeedScope.OWN}), True, FeedScope.OWN, URL),
    "feed of a team made": f.Feeds(frozenset(FeedScope), True, FeedScope.TEAM, URL),
    "feeds": f.Feeds(frozenset(FeedScope), True),
    "feed closed": f.Feeds(frozenset({FeedScope.TEAM}), False, closed=FeedScope.OWN),
}
