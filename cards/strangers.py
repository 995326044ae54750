"""The morning's word to HR: who wrote and is in no directory, with the id that the directory needs."""

from __future__ import annotations

from cards.drawn import Drawn
from cards.frame import entry, heading, line, quiet, sheet, together
from cards.setting import Setting
from domain.facts import Strangers

MOST_SHOWN = 20


def draw_strangers(fact: Strangers, setting: Setting) -> Drawn:
    """Draw who they are, and what HR can do."""
    t, n = setting.words.t, setting.words.n
    count = len(fact.strangers)
    more = count - MOST_SHOWN
    shown = (entry(one.name or t("(no name)"), one.id) for one in fact.strangers[:MOST_SHOWN])
    return sheet(
        heading(
            n(
                "Somebody has written to me who is not in the directory",
                "{count} people have written to me who are not in the directory",
                count,
            )
        ),
        together(*shown),
        quiet(t("And {count} more.", count=more)) if more > 0 else None,
        line(t("If they work here, add them to the list of people: beneath the name is the id it needs.")),
        quiet(t("Guests from outside do not belong there. I forget these names after two weeks.")),
    )
