"""One's own settings: how to be reached on home days."""

from __future__ import annotations

from datetime import time

from microsoft_teams.cards import CardElement, TextInput, TimeInput

from cards.actions import press
from cards.buttons import input_id
from cards.drawn import Drawn
from cards.frame import Part, heading, line, listing, quiet, said_only, sheet, shown_only
from cards.literal import literal
from cards.setting import Setting
from cards.words import Words
from domain.commands import SavePreferences, ShowMyDays, ShowNotices
from domain.facts import MyPreferences
from domain.preferences import LONGEST_PHONE, Contact, PreferenceProblem, Preferences


def draw_preferences(fact: MyPreferences, setting: Setting) -> Drawn:
    """Draw the settings as they stand and the form that changes them."""
    t = setting.words.t
    own = fact.preferences
    return sheet(
        heading(t("My settings")),
        line(t("It is kept.")) if fact.saved else None,
        _problems(fact, setting),
        line(_stands(own, setting)),
        quiet(t("It stands in your calendar on home days, and your team sees it under who is at home.")),
        said_only(t("Fill it in on the card: it does not show here.")),
        shown_only(*_inputs(fact.typed or _as_typed(own), setting)),
        actions=[
            press(t("Keep"), SavePreferences(), "positive"),
            press(t("Messages from me"), ShowNotices(), alone=True),
            press(t("My home days"), ShowMyDays(), alone=True),
        ],
    )


def contact(own: Preferences, words: Words) -> str:
    """Return how somebody is reached on home days in a few words, without a full stop; "" where nothing is set."""
    hours = ""
    if own.reach_from is not None and own.reach_to is not None:
        hours = words.t("{start}–{end}", start=clock(own.reach_from), end=clock(own.reach_to))
    phone = words.t("phone {number}", number=own.phone) if own.phone else ""
    return ", ".join(one for one in (phone, hours) if one)


def clock(at: time) -> str:
    """Return an hour of the municipality's clock, written the Danish way: 8.30."""
    return f"{at.hour}.{at.minute:02}"


def _stands(own: Preferences, setting: Setting) -> str:
    t = setting.words.t
    if not own.is_reachable:
        return t("You have not said how to reach you on home days.")
    return t("On home days you are reached like this: {contact}.", contact=contact(own, setting.words))


def _problems(fact: MyPreferences, setting: Setting) -> Part | None:
    t = setting.words.t
    said = {
        PreferenceProblem.PHONE: t("I cannot read the phone number. Write for example 12 34 56 78."),
        PreferenceProblem.HOURS: t("Fill in both hours, the first one before the last, or leave both out."),
    }
    return listing([said[one] for one in fact.problems], "⚠") if fact.problems else None


def _as_typed(own: Preferences) -> Contact:
    return Contact(own.phone, *(f"{at:%H:%M}" if at else "" for at in (own.reach_from, own.reach_to)))


def _inputs(typed: Contact, setting: Setting) -> list[CardElement]:
    t = setting.words.t
    phone = typed.phone[:LONGEST_PHONE]
    return [
        TextInput(
            id=input_id("phone"),
            label=t("Phone on home days (may be left out)"),
            value=literal(phone) or None,
            max_length=LONGEST_PHONE,
        ),
        TimeInput(id=input_id("reach_from"), label=t("To be reached from"), value=typed.reach_from[:5] or None),
        TimeInput(id=input_id("reach_to"), label=t("To be reached until"), value=typed.reach_to[:5] or None),
    ]
