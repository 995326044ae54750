"""Which use case carries out which command about a checklist."""

from __future__ import annotations

from typing import assert_never

from bot.usecases import fill_assessment, fill_checklist, review_checklist
from bot.usecases.ports import Desk
from domain import commands as c
from domain.facts import DomainFact


def carry_out_checklist(command: c.ChecklistCommand | c.AssessmentCommand, desk: Desk) -> DomainFact:
    """Run the use case of an authorised command about a checklist."""
    match command:
        case c.OpenChecklist():
            return fill_checklist.open_checklist(desk)
        case c.AnswerChecklist():
            return fill_checklist.answer_checklist(command, desk)
        case c.TakeBackChecklist():
            return fill_checklist.take_back_checklist(command, desk)
        case c.ProposeMove():
            return fill_checklist.propose_move()
        case c.RenewChecklist():
            return fill_checklist.renew_checklist(command, desk)
        case c.ShowChecklist():
            return review_checklist.show_checklist(command, desk)
        case c.ShowChecklists():
            return review_checklist.show_checklists(desk)
        case c.AskForChecklist():
            return review_checklist.ask_for_checklist(command, desk)
        case c.ReviewChecklist():
            return review_checklist.review_checklist(command, desk)
        case c.ShowAssessment():
            return fill_assessment.show_assessment(command, desk)
        case c.SaveAssessment():
            return fill_assessment.save_assessment(command, desk)
        case c.PlanAssessment():
            return fill_assessment.plan_assessment(command, desk)
        case c.RenewAssessment():
            return fill_assessment.renew_assessment(desk)
        case c.ShowAssessmentHistory():
            return fill_assessment.show_assessment_history(desk)
        case _:
            assert_never(command)
