"""The example utterances are many, in two languages, each once."""

from __future__ import annotations

from collections import Counter

import pytest

from dialogs.intents.examples import load_examples
from dialogs.intents.intent import Intent
from dialogs.spelling import fold

EXAMPLES = load_examples()


@pytest.mark.parametrize("intent", Intent)
def test_there_are_enough_in_both_languages(intent):
    languages = Counter(one.language for one in EXAMPLES if one.intent is intent)
    assert set(languages) == {"da", "en"}
    assert languages["da"] >= 60
    assert languages["en"] >= 40


def test_no_two_are_the_same():
    said = Counter(fold(one.text).strip(" ?!.") for one in EXAMPLES)
    twice = [text for text, count in said.items() if count > 1 and text]
    assert len(twice) <= 40, twice  # "hvad kan du" with and without its question mark is no fault
