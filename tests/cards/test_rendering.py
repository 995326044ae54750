"""Microsoft's own renderer takes every card without a complaint."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from domain.people import Language
from tests.cards.examples import FACTS, drawn

RENDERER = Path(__file__).parents[2] / "node_modules/adaptivecards/dist/adaptivecards.js"
SCRIPT = Path(__file__).with_name("render.cjs")

pytestmark = pytest.mark.skipif(
    not RENDERER.exists() or shutil.which("node") is None, reason="node and its modules are not installed"
)


def _complaints(cards: list[object]) -> list[list[str]]:
    lines = "\n".join(json.dumps(card) for card in cards)
    done = subprocess.run(["node", SCRIPT], input=lines, capture_output=True, text=True, check=True, timeout=60)
    return [json.loads(line)["found"] for line in done.stdout.splitlines()]


def test_every_card_is_taken_without_a_complaint() -> None:
    shown = {(name, lang): drawn(name, lang).card for name in FACTS for lang in Language}
    cards = {which: card for which, card in shown.items() if card is not None}
    found = dict(zip(cards, _complaints(list(cards.values())), strict=True))
    found = {which: [one for one in each if "Chart." not in one] for which, each in found.items()}  # Teams' own
    assert {which: complaints for which, complaints in found.items() if complaints} == {}


def test_the_renderer_does_complain_about_a_broken_card() -> None:
    broken = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlok"}, {"type": "Input.Text"}]}
    assert len(_complaints([broken])[0]) >= 2
