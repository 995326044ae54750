"""A turn that ended early, and a fault of ours; each with a way on."""

from __future__ import annotations

from typing import assert_never

from cards.actions import press
from cards.drawn import Drawn
from cards.frame import heading, line, sheet
from cards.setting import Setting
from domain.commands import LONGEST_QUESTION, ShowHelp
from domain.facts import Fault, Stop, Stopped


def draw_stopped(fact: Stopped, setting: Setting) -> Drawn:
    """Draw what ended the turn and what to do instead."""
    title, way_on = _words(fact.why, setting)
    t = setting.words.t
    helps = fact.why in (Stop.EMPTY, Stop.NOTHING_PENDING)
    return sheet(
        heading(title),
        line(way_on),
        line(t('You can still ask me what the policy says. Write for example "who pays for a chair?"'))
        if fact.why is Stop.UNKNOWN_PERSON
        else None,
        actions=[press(t("What can you do?"), ShowHelp())] if helps else [],
    )


def draw_fault(fact: Fault, setting: Setting) -> Drawn:
    """Draw that it went wrong on our side, that nothing was changed, and the number to give HR."""
    t = setting.words.t
    return sheet(
        heading(t("It went wrong on my side, and nothing has been changed.")),
        line(t("Try again in a little while. If it happens again, give HR this number: {number}.", number=fact.number)),
    )


def _words(why: Stop, setting: Setting) -> tuple[str, str]:
    t = setting.words.t
    example = t('Write for example "home on Thursday" or "who pays for a chair?"')
    match why:
        case Stop.TOO_LONG:
            most = setting.words.number(LONGEST_QUESTION)
            return t("That was too long for me"), t("Write it in {most} characters at most.", most=most)
        case Stop.EMPTY:
            return t("I got no words"), example
        case Stop.UNKNOWN_PERSON:
            return t("I do not know you yet"), t(
                "You are not in the directory that I use. HR and Personnel can add you if you work here, and I let "
                "them know that you have written."
            )
        case Stop.NOT_HERE:
            return t("Let us take that between us"), t("Others can read along here. Write to me in our own chat.")
        case Stop.NOTHING_PENDING:
            return t("There is nothing waiting for your answer"), example
        case Stop.LET_GO:
            return t("All right"), t("Nothing has been sent and nothing has been changed.")
        case _:
            assert_never(why)
