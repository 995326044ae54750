"""Every fact about a round of questions to a team has its card."""

from __future__ import annotations

from typing import assert_never

from cards.discussion import draw_discussion
from cards.discussion_state import draw_discussion_form, draw_discussion_state
from cards.drawn import Drawn
from cards.setting import Setting
from domain import facts as f


def draw_any_discussion(fact: f.DiscussionFact, setting: Setting) -> Drawn:
    """Return the message that shows a round, to either side."""
    match fact:
        case f.DiscussionCard():
            return draw_discussion(fact, setting)
        case f.DiscussionForm():
            return draw_discussion_form(fact, setting)
        case f.DiscussionState():
            return draw_discussion_state(fact, setting)
        case _:
            assert_never(fact)
