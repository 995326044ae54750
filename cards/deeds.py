"""What fits an answer: the policy speaks of travelling, and the calculator is one press away."""

from __future__ import annotations

from microsoft_teams.cards import ActionSet

from cards.actions import press
from cards.frame import Part, said_only, shown_only, together
from cards.setting import Setting
from domain.commands import Command, OpenChecklist, ShowEquipment, ShowFrames, ShowTransport, StartAgreement

_TRAVEL = ("ramme-koersel", "ramme-transport-hjem")
_AGREEMENT = ("ramme-formel-aftale", "bilag-felter", "bilag-journalisering")
_EQUIPMENT = ("oev-moebler", "oev-finansiering", "oev-forsikring", "oev-fratraedelse", "sund-transport-udstyr")
_HOME = ("sund-ansvar", "sund-udstyr", "sund-gennemgang", "sund-nej", "apv-ansvar", "raad-indret")
_LOCAL = ("ramme-med", "insp-intro", "insp-godkendes", "insp-anden-dag", "leder-faste-dage")
_REQUIREMENT = "krav-"  # the items of the checklist


def deed(passage_id: str, setting: Setting) -> Part | None:
    """Return the button for what can be done about a passage, and how to write it; None where there is nothing."""
    t = setting.words.t
    command: Command
    if passage_id in _TRAVEL:
        command, title, said = ShowTransport(), t("Work out the time"), t('Write "transport" to work out the time.')
    elif passage_id in _AGREEMENT:
        command, title, said = StartAgreement(), t("Begin an agreement"), t('Write "agreement" to begin one.')
    elif passage_id in _EQUIPMENT:
        command, title, said = ShowEquipment(), t("See equipment"), t('Write "equipment" to see what is handed out.')
    elif passage_id in _LOCAL:
        command, title, said = ShowFrames(), t("What holds in your team"), t('Write "our frames" to see what holds.')
    elif passage_id in _HOME or passage_id.startswith(_REQUIREMENT):
        command, title, said = OpenChecklist(), t("Open my checklist"), t('Write "checklist" to open yours.')
    else:
        return None
    return together(shown_only(ActionSet(actions=[press(title, command)])), said_only(said))
