"""Examples of people's own settings."""

from __future__ import annotations

from datetime import time

from domain import facts as f
from domain.preferences import Contact, PreferenceProblem, Preferences

REACHED = Preferences("a", "+45 12 34 56 78", time(8, 30), time(15), 3)

SETTINGS: dict[str, f.SettingsFact] = {
    "settings none": f.MyPreferences(Preferences("a")),
    "settings phone only": f.MyPreferences(Preferences("a", "12 34 56 78", version=1)),
    "settings": f.MyPreferences(REACHED),
    "settings saved": f.MyPreferences(REACHED, saved=True),
    "settings wrong": f.MyPreferences(
        REACHED, typed=Contact("<b>**ring**</b> {{DATE(1)}}" * 9, "25:00", "x" * 200), problems=tuple(PreferenceProblem)
    ),
}
