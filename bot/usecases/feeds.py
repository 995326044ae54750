"""People's calendar addresses: looked at, made anew, closed."""

from __future__ import annotations

from bot.usecases.ports import Desk
from bot.usecases.trail import trail
from domain.calendars import FeedScope
from domain.commands import CloseFeed, RenewFeed
from domain.deeds import Deed
from domain.facts import Feeds, Refused
from domain.refusals import Refusal, Rule
from storage import feeds, people


def show_feeds(desk: Desk) -> Feeds:
    """Return which addresses one has."""
    return Feeds(feeds.open_of(desk.session, desk.by.id), _leads(desk))


def renew_feed(command: RenewFeed, desk: Desk) -> Feeds | Refused:
    """Make an address and show it, this once. A feed of a team is for those who answer for somebody."""
    leads = _leads(desk)
    if command.scope is FeedScope.TEAM and not leads:
        return Refused(Refusal(Rule.NOT_YOUR_EMPLOYEE))
    trail(desk, Deed.FEED_OPENED, desk.by.id, command.scope)
    token = feeds.renew(desk.session, desk.by.id, command.scope, desk.at)
    return Feeds(feeds.open_of(desk.session, desk.by.id), leads, command.scope, f"{desk.feed_base}/{token}.ics")


def close_feed(command: CloseFeed, desk: Desk) -> Feeds:
    """Make an address stop working."""
    if command.scope in feeds.open_of(desk.session, desk.by.id):
        trail(desk, Deed.FEED_CLOSED, desk.by.id, command.scope)
    feeds.close(desk.session, desk.by.id, command.scope)
    return Feeds(feeds.open_of(desk.session, desk.by.id), _leads(desk), closed=command.scope)


def _leads(desk: Desk) -> bool:
    return bool(people.led_by(desk.session, desk.by.id))
