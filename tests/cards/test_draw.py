"""Every fact has a card that holds to the rules of the house, in both languages."""

from __future__ import annotations

import json
import typing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft6Validator

from cards.buttons import read
from cards.draw import draw
from domain import facts as f
from domain.people import Language
from policy.answers import PolicyFact
from policy.editions import EditionFact
from tests.cards.examples import FACTS, drawn, setting
from tests.cards.handbook_examples import BARE, POLICY
from tests.cards.walk import nodes

SCHEMA = Path(__file__).parents[2] / "../shared/schemas/adaptive-card-1.5.0.json"
LARGEST = 80 * 1024
EACH = pytest.mark.parametrize(("name", "language"), [(n, lang) for n in FACTS for lang in Language])
# the schema is slow and the two languages differ in words only, save for the translation beneath a passage
SHAPES = pytest.mark.parametrize(
    ("name", "language"), [(n, lang) for n in FACTS for lang in Language if lang is Language.DANISH or n in POLICY]
)
WORDS_ONLY = (f.Greeting, f.Thanked)


@pytest.fixture(scope="module")
def schema() -> Draft6Validator:
    if not SCHEMA.exists():
        pytest.skip("the schema is not here")
    return Draft6Validator(json.loads(SCHEMA.read_text("utf-8")))


def test_there_is_an_example_of_every_fact() -> None:
    kinds = {*typing.get_args(f.DomainFact), *typing.get_args(PolicyFact), *typing.get_args(EditionFact)}
    assert {type(fact) for fact in FACTS.values()} == kinds


def _without_charts(part: Any) -> Any:
    """Return the card as a client sees it that knows 1.5 and not Teams' own charts: with what stands for them."""
    if isinstance(part, list):
        return [_without_charts(one) for one in part]
    if not isinstance(part, dict):
        return part
    if str(part.get("type", "")).startswith("Chart."):
        return _without_charts(part["fallback"])
    return {key: _without_charts(one) for key, one in part.items()}


@SHAPES
def test_the_card_is_valid(name: str, language: Language, schema: Draft6Validator) -> None:
    card = drawn(name, language).card
    if card is None:
        return
    plain = _without_charts(json.loads(json.dumps({key: part for key, part in card.items() if key != "msteams"})))
    assert [error.message for error in schema.iter_errors(plain)] == []
    assert card["version"] == "1.5"


def _without_charts(part: Any) -> Any:
    """Return the card with the fallbacks of charts, which Teams draws and the schema does not know."""
    if isinstance(part, dict):
        if str(part.get("type", "")).startswith("Chart."):
            return part["fallback"]
        return {key: _without_charts(inner) for key, inner in part.items()}
    return [_without_charts(inner) for inner in part] if isinstance(part, list) else part


@EACH
def test_the_message_is_small_enough(name: str, language: Language) -> None:
    shown = drawn(name, language)
    assert len(json.dumps(shown.card, ensure_ascii=False).encode()) < LARGEST
    assert len(shown.text.encode()) < LARGEST / 2


@EACH
def test_the_message_says_something_without_its_card(name: str, language: Language) -> None:
    shown = drawn(name, language)
    assert shown.text.strip()
    assert shown.summary.strip()
    assert "\n" not in shown.summary
    assert shown.card is not None or isinstance(FACTS[name], WORDS_ONLY)
    if shown.card is not None:
        assert shown.card["fallbackText"].strip()
        assert "speak" not in shown.card


@EACH
def test_buttons_hold_to_the_rules(name: str, language: Language) -> None:
    card = drawn(name, language).card
    for node in nodes(card):
        actions = node.get("actions", [])
        assert len(actions) <= 6
        styles = [action.get("style") for action in actions]
        assert "positive" not in styles[1:], "the primary action comes first"
        assert "destructive" not in _before_last(styles), "a destructive action comes last"
        if node.get("type") == "Action.Execute":
            assert node["fallback"]["type"] == "Action.Submit"
            assert node["fallback"]["data"] == node["data"]
            assert node["fallback"]["title"] == node["title"]
            assert node["verb"] == read(node["data"]).kind


def _before_last(styles: list[str | None]) -> list[str | None]:
    while styles and styles[-1] == "destructive":
        styles = styles[:-1]
    return styles


@EACH
def test_inputs_and_images_are_named(name: str, language: Language) -> None:
    card = drawn(name, language).card
    ids = []
    for node in nodes(card):
        kind = str(node.get("type", ""))
        if kind.startswith("Input."):
            ids.append(node["id"])
            assert node["label"]
            assert node.get("errorMessage") or not node.get("isRequired")
        if kind == "Image":
            assert node["altText"]
        if kind == "TextBlock":
            assert node["wrap"] is True
    assert len(ids) == len(set(ids)), "an input's id is its own on the card"


@EACH
def test_there_is_one_heading_and_it_comes_first(name: str, language: Language) -> None:
    card = drawn(name, language).card
    if card is None:
        return
    looks = [_look(node) for node in card["body"]]
    assert looks.count(("Medium", "Bolder")) == 1
    assert looks[0] == ("Medium", "Bolder")


def _look(node: dict[str, Any]) -> tuple[Any, Any]:
    shown = node["inlines"][0] if node.get("type") == "RichTextBlock" else node
    return shown.get("size"), shown.get("weight")


@pytest.mark.parametrize("name", FACTS)
def test_a_handbook_without_the_passage_is_no_obstacle(name: str) -> None:
    assert draw(FACTS[name], setting(handbook=BARE)).text
