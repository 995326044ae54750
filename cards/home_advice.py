"""The message on the morning of a home day."""

from __future__ import annotations

from cards.actions import press
from cards.drawn import Drawn
from cards.frame import heading, line, quiet, sheet
from cards.quotation import quotation
from cards.setting import Setting
from domain.commands import WantAdvice
from domain.facts import HomeDayAdvice


def draw_home_advice(fact: HomeDayAdvice, setting: Setting) -> Drawn:
    """Draw the reminder to clock in, and one piece of the policy's own words where there is one."""
    t = setting.words.t
    passage = setting.handbook.passages.get(fact.passage_id)
    return sheet(
        heading(t("A good day at home")),
        line(t("Remember to clock in when you begin.")),
        line(t("A piece of advice from the policy:")) if passage is not None else None,
        quotation(passage, setting) if passage is not None else None,
        quiet(t("You get this because you asked for it.")),
        actions=[press(t("No more advice"), WantAdvice(wanted=False))],
    )
