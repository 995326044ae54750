"""The signed agreement as a paper: the way to the file, and the news of its way to the personnel file."""

from __future__ import annotations

from uuid import UUID

from microsoft_teams.cards import ExecuteAction

from cards.actions import open_url, press
from cards.drawn import Drawn
from cards.frame import heading, line, quiet, sheet
from cards.setting import Setting
from domain.commands import FetchAgreement
from domain.facts import AgreementFile, AgreementFiled, AgreementNotFiled


def fetch(agreement_id: UUID, setting: Setting) -> ExecuteAction:
    """Return the button that leads to the file."""
    return press(setting.words.t("Get the agreement (PDF)"), FetchAgreement(agreement_id=agreement_id), alone=True)


def draw_paper(fact: AgreementFile | AgreementFiled | AgreementNotFiled, setting: Setting) -> Drawn:
    """Draw where the file is, or how far it got on its way to the personnel file."""
    return _file(fact, setting) if isinstance(fact, AgreementFile) else _filing(fact, setting)


def _file(fact: AgreementFile, setting: Setting) -> Drawn:
    t = setting.words.t
    return sheet(
        heading(t("The signed agreement")),
        line(t("Here is the agreement of {name} as PDF, as both of you confirmed it.", name=fact.employee.name)),
        quiet(t("The address works until {when}. Do not pass it on.", when=setting.words.time(fact.until))),
        actions=[open_url(t("Open the PDF"), fact.url)],
    )


def _filing(fact: AgreementFiled | AgreementNotFiled, setting: Setting) -> Drawn:
    t = setting.words.t
    name = fact.employee.name
    match fact:
        case AgreementFiled():
            mine = t("Your agreement about home work is filed and ready for your personnel file.")
            theirs = t("The agreement of {name} about home work is filed and ready for the personnel file.", name=name)
            return sheet(
                heading(t("The agreement is filed")),
                line(mine if fact.is_own else theirs),
                quiet(t("It is version {number}.", number=fact.number)),
                actions=[fetch(fact.agreement_id, setting)],
            )
        case AgreementNotFiled():
            return sheet(
                heading(t("An agreement is not filed yet")),
                line(t("I cannot write in the folder of the personnel files. It is about {name}.", name=name)),
                line(t("The agreement holds all the same, and nothing is lost: I keep trying until it is filed.")),
                line(t("Please ask whoever runs the bot to look at the folder.")),
            )
