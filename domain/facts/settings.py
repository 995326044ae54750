"""What people set for themselves, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from domain.calendars import FeedScope
from domain.preferences import Contact, PreferenceProblem, Preferences


@dataclass(frozen=True, slots=True)
class MyPreferences:
    """One's own settings. `typed` is what must be put right, as it was typed; `saved` tells that it is kept now."""

    preferences: Preferences
    saved: bool = False
    typed: Contact | None = None
    problems: tuple[PreferenceProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class Feeds:
    """Which calendar addresses one has. An address is shown once, when it is made: only its hash is kept."""

    open: frozenset[FeedScope]
    leads: bool
    made: FeedScope | None = None
    url: str = ""
    closed: FeedScope | None = None


SettingsFact = MyPreferences | Feeds
