"""What HR and leaders hear of people who come and go."""

from __future__ import annotations

from cards.drawn import Drawn
from cards.frame import heading, line, sheet
from cards.setting import Setting
from domain.facts import PeopleHeld


def draw_people_held(fact: PeopleHeld, setting: Setting) -> Drawn:
    """Draw for HR that too many would leave, so that nothing was changed."""
    t = setting.words.t
    return sheet(
        heading(t("The list of people was not updated")),
        line(
            t(
                "According to Microsoft, {leaving} of {here} people would have left. That is so many that I changed "
                "nothing.",
                leaving=fact.leaving,
                here=fact.here,
            )
        ),
        line(t("Please ask IT to have a look. If it is right, they can carry it out by hand; I try again meanwhile.")),
    )
