"""What people set for themselves."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.calendars import FeedScope
from domain.commands.command import CommandModel

Typed = Annotated[str, Field(max_length=200)]  # longer than what is taken, so that too much is told kindly


class ShowPreferences(CommandModel):
    """Show one's own settings. Stores nothing."""

    kind: Literal["show_preferences"] = "show_preferences"
    settles: ClassVar[bool] = False


class SavePreferences(CommandModel):
    """Keep what was typed into one's own settings; hours as "HH:MM"."""

    kind: Literal["save_preferences"] = "save_preferences"
    writes: ClassVar[bool] = True
    typed: ClassVar[frozenset[str]] = frozenset({"phone", "reach_from", "reach_to"})
    phone: Typed = ""
    reach_from: Typed = ""
    reach_to: Typed = ""


class ShowFeeds(CommandModel):
    """Show which calendar addresses one has. Stores nothing."""

    kind: Literal["show_feeds"] = "show_feeds"
    settles: ClassVar[bool] = False


class RenewFeed(CommandModel):
    """Get a calendar address; an old one of the same scope stops working."""

    kind: Literal["renew_feed"] = "renew_feed"
    writes: ClassVar[bool] = True
    scope: FeedScope = FeedScope.OWN


class CloseFeed(CommandModel):
    """Make a calendar address stop working."""

    kind: Literal["close_feed"] = "close_feed"
    writes: ClassVar[bool] = True
    scope: FeedScope


SettingsCommand = ShowPreferences | SavePreferences | ShowFeeds | RenewFeed | CloseFeed
