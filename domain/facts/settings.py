"""What people set for themselves, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from domain.preferences import Contact, PreferenceProblem, Preferences


@dataclass(frozen=True, slots=True)
class MyPreferences:
    """One's own settings. `typed` is what must be put right, as it was typed; `saved` tells that it is kept now."""

    preferences: Preferences
    saved: bool = False
    typed: Contact | None = None
    problems: tuple[PreferenceProblem, ...] = ()


SettingsFact = MyPreferences
