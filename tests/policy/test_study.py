"""Learning: what is kept is what was learnt, and no voice is measured by a model that heard it."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy.examples import Example
from policy.handbook import Handbook, Kind, Passage
from policy.lexical import WIDTH, bag, bags, rarity_of
from policy.model import Bounds, pack, unpack
from policy.softmax import chances, fit
from policy.study import BOTH, WORDS, lessons, study
from policy.training import learn
from policy.validation import leave_fifths_out, leave_voices_out
from policy.vectors import Kept, unpacked

PASSAGES = [
    Passage("stol", ("Krav",), "Stolen skal passe til medarbejderen.", 1, Kind.RULE),
    Passage("bil", ("Krav",), "Kommunens biler kan ikke lånes.", 1, Kind.RULE),
]
HANDBOOK = Handbook("By", "Politik", "1", "", {passage.id: passage for passage in PASSAGES})
EXAMPLES = [
    Example(passage_id, voice, f"{opening} {word} {at}")
    for voice, opening in {"plain": "hvad med", "terse": "", "formal": "Man ønsker oplyst"}.items()
    for passage_id, words in {"stol": ("sæde", "ryglæn"), "bil": ("kørsel", "vogn"), "": ("frokost", "løn")}.items()
    for at, word in enumerate(words)
]


class Letters:
    """A language model for tests: counts letters."""

    name = "letters"
    asked = 0

    def queries(self, texts):
        self.asked += len(texts)
        counts = np.array([[text.casefold().count(letter) for letter in "abdefgiklnorstuøæ"] for text in texts], float)
        return (counts / np.linalg.norm(counts, axis=1, keepdims=True) / 5).astype(np.float32)

    passages = queries


@pytest.mark.parametrize("kind", [WORDS, BOTH])
def test_a_packed_model_says_what_it_said(kind):
    lesson = lessons(HANDBOOK, EXAMPLES, Letters(), Kept({}))[0][kind]
    model = learn(lesson, Bounds(0.7, 0.4), 0.9)
    with np.load(io.BytesIO(pack({kind: model}, {"embedder": np.array("letters")}))) as parts:
        again = unpack(parts, kind)
    vector = Letters().queries(["hvad med ryglæn"])[0]
    assert again.names == ("stol", "bil", "")
    assert again.bounds == Bounds(0.7, 0.4)
    assert np.allclose(again.chances("hvad med ryglæn", vector), model.chances("hvad med ryglæn", vector), atol=0.02)
    assert again.chances("hvad med ryglæn", vector).argmax() == 0


def test_a_left_out_voice_was_never_heard():
    """A word that only one voice says tells nothing when that voice is left out."""
    own = [Example("stol", "terse", "xylofon"), *EXAMPLES]
    lesson = lessons(HANDBOOK, own, None, Kept({}))[0][WORDS]
    left = leave_voices_out(lesson)
    scores = left.scores[list(left.rows).index(0)]
    assert np.ptp(scores) < 1  # chance likeness of letter runs; having heard it gives more than ten


def test_every_question_is_left_out_once_and_the_passages_never():
    lesson = lessons(HANDBOOK, EXAMPLES, None, Kept({}))[0][WORDS]
    assert sorted(leave_voices_out(lesson).rows) == list(range(len(EXAMPLES)))
    assert sorted(leave_fifths_out(lesson).rows) == list(range(len(EXAMPLES)))
    assert 0 < study(lesson).bounds.silent < 1


def test_kept_vectors_spare_the_language_model():
    model = Letters()
    _, kept = lessons(HANDBOOK, EXAMPLES, model, Kept({}))
    assert model.asked == len(EXAMPLES) + 2
    again = unpacked({key: np.array(value) for key, value in kept.packed().items()})
    (_, later), more = lessons(HANDBOOK, [*EXAMPLES, Example("bil", "plain", "moped")], model, again)[0], again
    assert model.asked == len(EXAMPLES) + 3
    assert later is not None
    assert more.by_digest.keys() == kept.by_digest.keys()


@given(st.lists(st.text(alphabet="abcdefgæøå ", min_size=1), min_size=2, max_size=6))
def test_likeness_is_the_product_of_the_bags(texts):
    rarity = rarity_of(texts) + 0.1
    table = np.zeros((len(texts), WIDTH), np.float32)
    for row, text in enumerate(texts):
        places, weights = bag(text, rarity)
        np.add.at(table[row], places, weights)
    assert np.allclose(bags(texts, rarity).likeness(), table @ table.T, atol=1e-4)


def test_softmax_parts_what_can_be_parted():
    table = np.eye(6, dtype=np.float32) * 10
    labels = np.array([0, 1, 2, 0, 1, 2])
    likely = chances(table @ fit(table, labels, 3))
    assert likely.argmax(axis=1).tolist() == labels.tolist()
    assert np.allclose(likely.sum(axis=1), 1, atol=1e-5)
