"""One's calendar addresses. An address is shown when it is made and never again, for only its hash is kept."""

from __future__ import annotations

from microsoft_teams.cards import Action, TextInput

from cards.actions import Style, press
from cards.drawn import Drawn
from cards.frame import Part, heading, line, quiet, said_only, sheet, shown_only, together
from cards.setting import Setting
from domain.calendars import FeedScope
from domain.commands import CloseFeed, RenewFeed
from domain.facts import Feeds


def draw_feeds(fact: Feeds, setting: Setting) -> Drawn:
    """Draw which addresses there are, the new one in a field so that it can be copied whole."""
    t = setting.words.t
    return sheet(
        heading(t("Calendar")),
        line(t("Subscribe to the address in Outlook or on your phone, and the home days show there.")),
        _fresh(fact, setting),
        line(t("The address is closed. Calendars that used it get nothing more.")) if fact.closed else None,
        *(_standing(scope, setting) for scope in FeedScope if scope in fact.open and scope is not fact.made),
        actions=_actions(fact, setting),
    )


def _fresh(fact: Feeds, setting: Setting) -> Part | None:
    if fact.made is None:
        return None
    t = setting.words.t
    label = t("Address of your own days") if fact.made is FeedScope.OWN else t("Address of your team's days")
    return together(
        shown_only(TextInput(id="address", label=label, value=fact.url)),
        said_only(f"{label}: {fact.url}"),
        quiet(t("Copy it now: I keep only its fingerprint. Whoever has it can read the days, so do not pass it on.")),
    )


def _standing(scope: FeedScope, setting: Setting) -> Part:
    t = setting.words.t
    if scope is FeedScope.OWN:
        return line(t("Your own days have an address. With a new one the old one stops working."))
    return line(t("Your team's days have an address. With a new one the old one stops working."))


def _actions(fact: Feeds, setting: Setting) -> list[Action]:
    """Return first what makes an address, then what closes one; a destructive button stands last."""
    t = setting.words.t
    make = {
        (FeedScope.OWN, False): t("Get an address"),
        (FeedScope.OWN, True): t("New address"),
        (FeedScope.TEAM, False): t("Address for the team"),
        (FeedScope.TEAM, True): t("New address for the team"),
    }
    close = {FeedScope.OWN: t("Close the address"), FeedScope.TEAM: t("Close the team's address")}
    scopes = list(FeedScope) if fact.leads else [FeedScope.OWN]
    there = [scope for scope in FeedScope if scope in fact.open]
    first = scopes[0] not in fact.open
    return [
        *(
            press(make[scope, scope in there], RenewFeed(scope=scope), _style(first and scope is scopes[0]), alone=True)
            for scope in scopes
        ),
        *(press(close[scope], CloseFeed(scope=scope), _last(scope is there[-1]), alone=True) for scope in there),
    ]


def _style(primary: bool) -> Style:
    return "positive" if primary else "default"


def _last(last: bool) -> Style:
    return "destructive" if last else "default"
