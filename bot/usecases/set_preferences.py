"""People's own settings: looked at and kept."""

from __future__ import annotations

from bot.usecases.ports import Desk
from domain.commands import SavePreferences
from domain.facts import MyPreferences
from domain.preferences import Contact, reached
from storage import calendar_entries, preferences


def show_preferences(desk: Desk) -> MyPreferences:
    """Return one's own settings."""
    return MyPreferences(preferences.find(desk.session, desk.by.id))


def save_preferences(command: SavePreferences, desk: Desk) -> MyPreferences:
    """Keep the contact details; what cannot be read is shown again as it was typed."""
    before = preferences.find(desk.session, desk.by.id)
    typed = Contact(command.phone, command.reach_from, command.reach_to)
    after, problems = reached(before, typed, desk.at)
    if problems:
        return MyPreferences(before, False, typed, problems)
    if after != before:
        preferences.save(desk.session, after)
        calendar_entries.touch(desk.session, desk.by.id, desk.at.date())  # it stands in the events
    return MyPreferences(after, saved=True)
