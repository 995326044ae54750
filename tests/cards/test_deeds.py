"""What fits an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.buttons import read
from cards.draw import draw
from domain import commands as c
from domain.people import Language
from policy.answers import Answer
from policy.load import load_handbook
from tests.cards.examples import setting
from tests.cards.walk import button, titles

HANDBOOK = load_handbook()
STRUCTURE = {"vejledning-indhold", "tjek-bemaerkninger"}  # a table of contents and a table's heading


@pytest.mark.parametrize(
    ("passage_id", "title", "command"),
    [
        ("ramme-koersel", "Beregn tiden", c.ShowTransport()),
        ("ramme-formel-aftale", "Begynd en aftale", c.StartAgreement()),
        ("oev-moebler", "Se udstyr", c.ShowEquipment()),
        ("ramme-med", "Det gælder hos jer", c.ShowFrames()),
        ("krav-lys", "Åbn min tjekliste", c.OpenChecklist()),
    ],
)
def test_what_fits_is_one_press_away(passage_id: str, title: str, command: c.Command) -> None:
    drawn = draw(Answer(HANDBOOK.passages[passage_id]), setting(handbook=HANDBOOK))
    assert read(button(drawn.card, title)) == command


def test_what_nothing_fits_has_no_such_button() -> None:
    card = draw(Answer(HANDBOOK.passages["ramme-ret"]), setting(handbook=HANDBOOK)).card
    assert set(titles(card)) <= {"Åbn dokumentet", "Det hjalp", "Det hjalp ikke"}


def test_sick_days_are_legitimate_and_nobody_is_asked_why() -> None:
    shown = draw(Answer(HANDBOOK.passages["leder-syg"]), setting(handbook=HANDBOOK)).text
    assert "legitimt" in shown
    assert "hvorfor" not in shown.lower()


def test_an_english_asker_gets_danish_words_and_an_unofficial_rendering_of_each_passage() -> None:
    for passage in HANDBOOK.passages.values():
        if passage.id in STRUCTURE:
            continue
        shown = draw(Answer(passage), setting(Language.ENGLISH, HANDBOOK)).text
        assert "Unofficial translation" in shown, passage.id
        assert shown.index("Unofficial translation") > 0
    bare = replace(HANDBOOK.passages["ramme-ret"], english="")
    assert "Unofficial" not in draw(Answer(bare), setting(Language.ENGLISH, HANDBOOK)).text
