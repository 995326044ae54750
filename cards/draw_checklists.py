"""Every fact about a checklist has its card."""

from __future__ import annotations

from typing import assert_never

from cards.assessment import draw_assessment, draw_assessment_history, draw_assessment_section
from cards.checklist import draw_checklist
from cards.checklist_review import (
    draw_checklist_missing,
    draw_checklist_of,
    draw_checklists_asked,
    draw_moved_home,
    draw_team_checklists,
)
from cards.drawn import Drawn
from cards.setting import Setting
from domain import facts as f


def draw_any_checklist(fact: f.ChecklistFact | f.AssessmentFact, setting: Setting) -> Drawn:
    """Return the message that shows a checklist of either kind."""
    match fact:
        case f.ChecklistCard():
            return draw_checklist(fact, setting) if fact.mine else draw_checklist_of(fact, setting)
        case f.ChecklistMissing():
            return draw_checklist_missing(fact, setting)
        case f.TeamChecklists():
            return draw_team_checklists(fact, setting)
        case f.ChecklistsAsked():
            return draw_checklists_asked(fact, setting)
        case f.MovedHome():
            return draw_moved_home(fact, setting)
        case f.AssessmentCard():
            return draw_assessment(fact, setting)
        case f.AssessmentSection():
            return draw_assessment_section(fact, setting)
        case f.AssessmentHistory():
            return draw_assessment_history(fact, setting)
        case _:
            assert_never(fact)
