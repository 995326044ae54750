"""What the bot cannot do yet: who can help."""

from __future__ import annotations

from typing import assert_never

from cards.actions import press
from cards.drawn import Drawn
from cards.frame import heading, line, sheet
from cards.setting import Setting
from domain.commands import ExportMyData
from domain.facts import Later, NotYet


def draw_not_yet(fact: NotYet, setting: Setting) -> Drawn:
    """Draw what is not possible yet, and who can help."""
    title, way_on = _words(fact.what, setting)
    return sheet(heading(title), line(way_on), actions=[press(setting.words.t("My data"), ExportMyData())])


def _words(what: Later, setting: Setting) -> tuple[str, str]:
    t = setting.words.t
    match what:
        case Later.ERASE:
            return t("I cannot delete your data myself yet"), t("HR and Personnel can do it for you.")
        case _:
            assert_never(what)
