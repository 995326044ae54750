"""Where all that is kept about somebody can be fetched as a file."""

from __future__ import annotations

from cards.actions import open_url
from cards.drawn import Drawn
from cards.frame import heading, line, quiet, sheet
from cards.setting import Setting
from domain.facts import DataFile


def draw_data_file(fact: DataFile, setting: Setting) -> Drawn:
    """Draw the address, how long it works, and that it is nobody else's."""
    t = setting.words.t
    theirs = t("Here is all that is kept about {name}. That you have fetched it is noted.", name=fact.person.name)
    return sheet(
        heading(t("The data as a file")),
        line(t("Here is all that is kept about you, for you to read or keep.") if fact.is_own else theirs),
        quiet(t("The address works until {when}. Do not pass it on.", when=setting.words.time(fact.until))),
        actions=[open_url(t("Open the file"), fact.url)],
    )
