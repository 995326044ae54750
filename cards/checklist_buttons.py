"""The buttons that lead to a checklist from other cards."""

from __future__ import annotations

from microsoft_teams.cards import Action

from cards.actions import press
from cards.setting import Setting
from domain.commands import OpenChecklist, ShowChecklist


def open_own(setting: Setting) -> Action:
    """Return the button that opens one's own checklist."""
    return press(setting.words.t("Start the checklist"), OpenChecklist(), alone=True)


def open_of(person_id: str, setting: Setting) -> Action:
    """Return the button that shows a leader an employee's checklist, or the way to ask for it."""
    return press(setting.words.t("See the checklist"), ShowChecklist(employee_id=person_id), alone=True)
