"""Which questions count as the same, by words alone: what the tests can rely on without the language model."""

from __future__ import annotations

import pytest

from policy.alike import NEAR, SAME
from policy.load import load_handbook
from policy.rank import build_ranker

KINSHIP = build_ranker(load_handbook(), None, None).kinship
DOG = "Må jeg tage min hund med på kontoret?"


@pytest.mark.parametrize(
    "said", [DOG, "maa jeg tage min hund med paa kontoret", "må JEG tage min hund med på kontoret!"]
)
def test_the_same_words_are_the_same_question(said: str) -> None:
    assert KINSHIP.likeness(said, [DOG, "Hvornår får vi løn?"])[0] == 1.0


def test_strangers_are_no_kin() -> None:
    assert max(KINSHIP.likeness(DOG, ["Hvornår får vi løn i december?", "Is there a gym?", ""])) < NEAR < SAME
    assert KINSHIP.likeness("", [""]) == [1.0]
    assert KINSHIP.likeness(DOG, []) == []


def test_near_questions_stand_together_and_each_stands_once() -> None:
    texts = [DOG, "Hvornår får vi løn?", "må jeg tage hund med på kontoret", "hvornår får vi løn i december", DOG, ""]
    groups = KINSHIP.grouped(list(enumerate(texts)))
    assert groups == [[0, 2, 4], [1, 3], [5]]
