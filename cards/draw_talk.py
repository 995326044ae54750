"""Facts of the talk itself, each to its drawing."""

from __future__ import annotations

from typing import assert_never

from cards.answer import draw_thanks
from cards.drawn import Drawn
from cards.my_days import draw_my_data
from cards.refusal import draw_refused
from cards.setting import Setting
from cards.stop import draw_fault, draw_stopped
from cards.talk import draw_greeting, draw_help, draw_welcome
from cards.which import draw_date_question, draw_which_date, draw_which_person
from domain import facts as f


def draw_talk(fact: f.TalkFact, setting: Setting) -> Drawn:
    """Return the drawing of a fact of the talk itself."""
    match fact:
        case f.Welcome():
            return draw_welcome(fact, setting)
        case f.Help():
            return draw_help(fact, setting)
        case f.Greeting():
            return draw_greeting(fact, setting)
        case f.DateQuestion():
            return draw_date_question(fact, setting)
        case f.WhichDate():
            return draw_which_date(fact, setting)
        case f.WhichPerson():
            return draw_which_person(fact, setting)
        case f.Stopped():
            return draw_stopped(fact, setting)
        case f.Refused():
            return draw_refused(fact, setting)
        case f.Fault():
            return draw_fault(fact, setting)
        case f.Thanked():
            return draw_thanks(fact, setting)
        case f.MyData():
            return draw_my_data(fact, setting)
        case _:
            assert_never(fact)
