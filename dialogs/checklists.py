"""Talk about checklists: whose is meant, and what may be answered to one in words."""

from __future__ import annotations

import re

from dialogs.names import named
from dialogs.scene import Scene
from dialogs.spelling import vocabulary, words
from domain import commands as c
from domain import facts as f
from domain.workplace import Stage

Offer = tuple[c.Command | None, c.Command | None, tuple[tuple[str, c.Command], ...]]

_EVERYBODY = vocabulary("alle teamet team medarbejdere medarbejderne all everybody everyone")
_ABOUT = re.compile(  # "tjekliste til Anna", "bed Anna om tjekliste", "send tjeklisten til alle"
    r"(?i:(?:(?:vis|start|send|åbn|show|open) )?(?:the )?(?:tjekliste[nr]?|checklists?)"
    r"(?: til| for| fra| from| to)? )([^\n?]{2,60})"
    r"|(?i:(?:bed|spørg|mind|ask) )([^\n?]{2,60}?)"
    r"(?i: (?:om|for|about) (?:at udfylde )?(?:a |the |en )?(?:tjekliste[nr]?|checklist))"
)
_TEAMS = re.compile(r"(?i:tjeklister|teamets tjeklister|alles tjeklister|vis tjeklister|checklists)")
_ASSESSMENT = re.compile(
    r"(?i:(?:vis |start |åbn |show )?(?:min |vores |lederens |teamets |my |our )?apv[- ]?(?:tjekliste[nr]?|checklist)?|"
    r"lederens tjekliste)"
)
_MOVED = re.compile(
    r"(?i:jeg (?:er|har) (?:lige |netop )?flyttet(?: hjem| adresse| bolig)?|jeg flytter|ny adresse hjemme|"
    r"(?:i have|i've|i) (?:just )?moved(?: house| home)?)[.!]?"
)


def checklist_phrase(text: str, scene: Scene) -> c.Command | None:
    """Return the command that a set phrase about checklists is, or None."""
    said = text.strip()
    if _MOVED.fullmatch(said):
        return c.ProposeMove()
    if not scene.leads:
        return None
    if _ASSESSMENT.fullmatch(said):
        return c.ShowAssessment()
    if _TEAMS.fullmatch(said):
        return c.ShowChecklists()
    found = _ABOUT.fullmatch(said)
    if found is None:
        return None
    whom = (found[1] or found[2]).strip()
    return _of(whom, scene) or (c.ShowChecklist(named=whom) if whom[0].isupper() else None)


def checklist_wish(text: str, scene: Scene) -> c.Command:
    """Return whose checklist is meant: of the employee who is named, of everybody, else one's own."""
    return (_of(text, scene) if scene.leads else None) or c.OpenChecklist()


Offering = f.ChecklistCard | f.ChecklistMissing | f.TeamChecklists | f.MovedHome | f.AssessmentCard


def offered(fact: Offering) -> Offer:
    """Return the yes, the no and the choices, by their words, that a checklist's card awaits."""
    match fact:
        case f.ChecklistCard():
            return _next(fact), None, ()
        case f.ChecklistMissing():
            return c.AskForChecklist(employee_id=fact.employee.id), c.LetGo(), ()
        case f.TeamChecklists():
            choices = tuple((one.name, c.ShowChecklist(employee_id=one.id)) for one, _ in fact.rows[:60])
            return c.AskForChecklist() if fact.to_ask else None, None, choices
        case f.AssessmentCard():
            sections = enumerate(fact.assessment.sections[:60])
            return None, None, tuple((title, c.ShowAssessment(section=number)) for number, title in sections)
        case f.MovedHome():
            return c.RenewChecklist(moved=True), c.LetGo(), ()


def _next(fact: f.ChecklistCard) -> c.Command | None:
    one = fact.workplace
    if fact.stale:
        return None
    if fact.mine and one.stage is Stage.OPEN and one.answered == len(one.items):
        return c.AnswerChecklist(list_id=one.id, edition=one.edition, send=True)
    if not fact.mine and one.stage is Stage.SENT and not one.unsettled:
        return c.ReviewChecklist(list_id=one.id, edition=one.edition, close=True)
    return None


def _of(text: str, scene: Scene) -> c.Command | None:
    about = named(text, scene.leads)
    if len(about.people) == 1:
        return c.ShowChecklist(employee_id=about.people[0].id)
    if set(words(text)) & _EVERYBODY:
        return c.ShowChecklists()
    return c.ShowChecklist(named=about.unknown) if about.unknown else None
