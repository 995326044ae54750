"""Buttons and forms on cards. Every press works twice: as Action.Execute and, where that fails, as Action.Submit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from microsoft_teams.cards import (
    Action,
    AdaptiveCard,
    Choice,
    ChoiceSetInput,
    DateInput,
    ExecuteAction,
    OpenUrlAction,
    ShowCardAction,
    SubmitAction,
    TextInput,
)

from cards.buttons import input_id, write
from cards.frame import Part
from cards.literal import literal
from cards.setting import Setting
from cards.words import sentence
from domain.commands import Command
from domain.home_days import LONGEST_REASON, Half, WantedDay

MOST_ACTIONS = 6
Style = Literal["default", "positive", "destructive"]


def press(
    title: str, command: Command, style: Style | None = None, form: str = "", tip: str = "", alone: bool = False
) -> ExecuteAction:
    """Return the button of a command. `form` names its form; `alone` leaves all inputs out of it, unchecked."""
    data = write(command, form)
    shared = {"title": literal(title), "style": style, "tooltip": literal(tip) or None}
    shared |= {"associated_inputs": "none" if alone else None}
    fallback = SubmitAction(data=data, **shared)
    return ExecuteAction(verb=command.kind, data=data, fallback=fallback, **shared)


def open_url(title: str, url: str) -> OpenUrlAction:
    """Return a button that opens a page."""
    return OpenUrlAction(title=title, url=url)


def fold(title: str, part: Part, actions: Sequence[Action] = (), style: Style | None = None) -> ShowCardAction:
    """Return a button that unfolds more of the card."""
    card = AdaptiveCard(version="1.5", body=list(part.elements), actions=list(actions) or None)
    return ShowCardAction(title=literal(title), style=style, card=card)


def confirm(title: str, question: Part, yes: str, command: Command) -> ShowCardAction:
    """Return a button that asks once more before the command is given."""
    return fold(title, question, [press(yes, command, "destructive")])


def reason_input(setting: Setting, label: str, *, required: bool, form: str = "", value: str = "") -> TextInput:
    """Return the input for a reason (at most 500 characters)."""
    return TextInput(
        id=input_id("reason", form),
        label=literal(label),
        is_required=required or None,
        error_message=setting.words.t("Write a reason first.") if required else None,
        max_length=LONGEST_REASON,
        is_multiline=True,
        value=literal(value) or None,
    )


def date_input(setting: Setting, on: date, latest: date) -> DateInput:
    """Return the input for another date, from today on."""
    return DateInput(
        id=input_id("on"),
        label=setting.words.t("Date"),
        is_required=True,
        error_message=setting.words.t("Choose a date."),
        value=on.isoformat(),
        min=setting.today.isoformat(),
        max=latest.isoformat(),
    )


def ticks_input(setting: Setting, days: Sequence[WantedDay]) -> ChoiceSetInput:
    """Return a tick box for each day, all of them ticked."""
    choices = [Choice(title=sentence(setting.wanted(day)), value=day.on.isoformat()) for day in days]
    return ChoiceSetInput(
        id=input_id("ticked"),
        label=setting.words.t("Which days"),
        is_multi_select=True,
        style="expanded",
        value=",".join(day.on.isoformat() for day in days),
        choices=choices,
    )


def half_input(setting: Setting, half: Half | None) -> ChoiceSetInput:
    """Return the input for the whole day or half of it."""
    t = setting.words.t
    choices = [
        Choice(title=t("Whole day"), value="whole"),
        Choice(title=t("Morning"), value=Half.MORNING.value),
        Choice(title=t("Afternoon"), value=Half.AFTERNOON.value),
    ]
    return ChoiceSetInput(
        id=input_id("half"), label=t("How much of the day"), value=half.value if half else "whole", choices=choices
    )
