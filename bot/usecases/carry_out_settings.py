"""Which use case carries out a command about people's own settings."""

from __future__ import annotations

from typing import assert_never

from bot.usecases import feeds, set_notices, set_preferences
from bot.usecases.ports import Desk
from domain import commands as c
from domain.facts import NoticeFact, Refused, SettingsFact


def settings(command: c.SettingsCommand, desk: Desk) -> SettingsFact | Refused:
    """Carry out a command about contact details and calendar addresses."""
    match command:
        case c.ShowPreferences():
            return set_preferences.show_preferences(desk)
        case c.SavePreferences():
            return set_preferences.save_preferences(command, desk)
        case c.ShowFeeds():
            return feeds.show_feeds(desk)
        case c.RenewFeed():
            return feeds.renew_feed(command, desk)
        case c.CloseFeed():
            return feeds.close_feed(command, desk)
        case _:
            assert_never(command)


def notices(command: c.NoticeCommand, desk: Desk) -> NoticeFact:
    """Carry out a command about quiet hours, language and advice."""
    match command:
        case c.ShowNotices():
            return set_notices.show_notices(desk)
        case c.SaveNotices():
            return set_notices.save_notices(command, desk)
        case c.ChooseLanguage():
            return set_notices.choose_language(command, desk)
        case c.WantAdvice():
            return set_notices.want_advice(command, desk)
        case _:
            assert_never(command)
