"""The kept models are those of the example utterances, and learning is what it says."""

from __future__ import annotations

import io

import numpy as np
import pytest

from dialogs.intents.classifier import BOTH, INTENTS, TOPICS, WORDS, load_classifier, stored
from dialogs.intents.examples import Example, load_examples
from dialogs.intents.intent import Intent, Role
from dialogs.intents.study import disguised, fingerprint, study
from dialogs.intents.weights import unpacked
from policy.examples import NOT_COVERED
from policy.examples import Example as Question
from policy.vectors import Kept

FEW = [
    Example(intent, "da", f"{words} {n}")
    for intent, words in (
        (Intent.HELP, "hjælp vejledning menu"),
        (Intent.MARK_DAYS, "hjemme kontor arbejde"),
        (Intent.ASK_POLICY, "politik regler stol"),
        (Intent.OUT_OF_SCOPE, "vejret pizza månen"),
    )
    for n in ("nu", "straks", "venligst")
]
QUESTIONS = [Question("stol", "terse", f"stolen {n}") for n in ("a", "b")] + [
    Question(NOT_COVERED, "terse", f"frokost {n}") for n in ("a", "b")
]


class Letters:
    """A language model for tests: counts letters."""

    name = "letters"

    def queries(self, texts):
        counts = np.array([[text.casefold().count(letter) for letter in "abdefgiklnorstuøæ"] for text in texts], float)
        return (counts / np.linalg.norm(counts, axis=1, keepdims=True) / 5).astype(np.float32)

    passages = queries


def test_the_kept_models_have_learnt_the_examples_as_they_are_now():
    assert str(stored()["fingerprint"]) == fingerprint(load_examples()), "learn anew: hjemmebot train-intents"


def test_words_alone_tell_nearly_all_examples():
    classifier = load_classifier(None)
    examples = load_examples()[::15]
    right = [classifier.classify(one.text, disguised(one.text), Role.LEADER)[0] is one.intent for one in examples]
    assert sum(right) / len(right) > 0.93


def test_another_language_model_than_it_learnt_with_is_not_asked():
    assert load_classifier(Letters()).embedder is None


@pytest.mark.parametrize("kind", [WORDS, BOTH])
def test_what_is_learnt_is_kept(kind):
    with np.load(io.BytesIO(study(FEW, QUESTIONS, Letters(), Kept({})))) as parts:
        intents, topics = (unpacked(dict(parts), f"{what}.{kind}") for what in (INTENTS, TOPICS))
    vector = Letters().queries(["hjælp vejledning"])[0]
    assert intents.names[int(intents.chances("hjalp vejledning", vector).argmax())] == Intent.HELP
    assert topics.names[int(topics.chances("stolen", Letters().queries(["stolen"])[0]).argmax())] == Intent.ASK_POLICY
    assert float(intents.chances("hvad som helst", vector).sum()) == pytest.approx(1, abs=1e-4)
