"""One spelling for many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.spelling import differ_little, fold, words


@pytest.mark.parametrize("written", ["lørdag", "LØRDAG", "loerdag", "lordag", "lördag"])
def test_one_spelling(written):
    assert fold(written) == "lordag"


def test_words_keep_their_apostrophe():
    assert words("Jens' dag, Anna’s dag – 50-70 cm!") == ["jens'", "dag", "anna's", "dag", "50", "70", "cm"]


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("onsdag", "onsadg", True),
        ("onsdag", "onsdg", True),
        ("onsdag", "onsdaag", True),
        ("onsdag", "onsdog", True),
        ("onsdag", "onsdag", True),
        ("onsdag", "osndga", False),
        ("onsdag", "torsdag", False),
        ("", "ab", False),
    ],
)
def test_a_single_slip(one, other, close):
    assert differ_little(one, other) is close
    assert differ_little(other, one) is close


@given(st.text(max_size=40))
def test_folding_folded_text_changes_little(text):
    assert fold(fold(text)) == fold(fold(fold(text)))
