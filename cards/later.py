"""What the bot cannot do yet: the policy's own words and who can help."""

from __future__ import annotations

from typing import assert_never

from microsoft_teams.cards import Action

from cards.actions import press
from cards.drawn import Drawn
from cards.frame import heading, line, sheet
from cards.quotation import policy_says
from cards.setting import Setting
from domain.commands import ExportMyData
from domain.facts import Later, NotYet

PASSAGES = {}


def draw_not_yet(fact: NotYet, setting: Setting) -> Drawn:
    """Draw what is not possible yet, what the policy says of it, and who can help."""
    title, way_on = _words(fact.what, setting)
    actions: list[Action] = []
    if fact.what is Later.ERASE:
        actions.append(press(setting.words.t("My data"), ExportMyData()))
    return sheet(
        heading(title),
        line(way_on),
        policy_says(PASSAGES.get(fact.what), setting),
        actions=actions,
    )


def _words(what: Later, setting: Setting) -> tuple[str, str]:
    t = setting.words.t
    match what:
        case Later.ERASE:
            return t("I cannot delete your data myself yet"), t("HR and Personnel can do it for you.")
        case _:
            assert_never(what)
