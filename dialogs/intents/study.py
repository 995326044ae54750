"""Learning the intents from the example utterances and the policy's example questions. Takes a minute or two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from dialogs.dates.read import read_dates
from dialogs.intents.classifier import BOTH, INTENTS, TOPICS, WORDS
from dialogs.intents.disguise import disguise
from dialogs.intents.examples import Example
from dialogs.intents.intent import Intent
from dialogs.intents.weights import Weights, packed
from policy.embedder import Embedder, Vectors
from policy.examples import NOT_COVERED
from policy.examples import Example as Question
from policy.lexical import Bags, Floats, bags, rarity_of
from policy.softmax import fit
from policy.vectors import Kept

_SCALE = 20.0  # likeness is at most 1; scores must be able to part the classes
_SENSES = 0.5  # the share of the vectors in the likeness, when there are vectors
_SHARE = {
    Intent.ASK_POLICY: 8,
    Intent.OUT_OF_SCOPE: 4,
}  # every so-manieth of the policy's questions teaches the intents
_ANY_DAY = date(2026, 11, 23)  # dates are disguised; which they are does not matter


@dataclass(frozen=True, slots=True)
class Lesson:
    """Texts with their classes; `vectors` has no columns when words alone count."""

    names: tuple[str, ...]
    labels: NDArray[np.int64]
    rarity: Floats
    words: Bags
    vectors: Vectors
    middle: Floats

    def likeness(self) -> Floats:
        """Return how alike each two texts are, scaled; shape (texts, texts)."""
        share = _SENSES if self.middle.size else 0.0
        alike = (1 - share) * self.words.likeness() + share * (self.vectors @ self.vectors.T)
        return np.asarray(np.float32(_SCALE) * alike, np.float32)

    def learnt(self) -> Weights:
        """Return the model."""
        duals = fit(self.likeness(), self.labels, len(self.names))
        share = _SENSES if self.middle.size else 0.0
        words = self.words.gathered(duals) * np.float32(_SCALE * (1 - share))
        senses = self.vectors.T @ duals * np.float32(_SCALE * share)
        return Weights(self.names, self.rarity, words, senses, self.middle)


def lesson_of(examples: Sequence[Example], names: Sequence[str], vectors: Vectors | None) -> Lesson:
    """Return the lesson of some examples; `vectors` has a row for each."""
    texts = [disguised(example.text) for example in examples]
    rarity = rarity_of(texts)
    labels = np.array([names.index(example.intent) for example in examples], np.int64)
    middle, table = np.zeros(0, np.float32), np.zeros((len(texts), 0), np.float32)
    if vectors is not None:
        middle = vectors.mean(axis=0)
        table = vectors - middle
        table = np.asarray(table / np.linalg.norm(table, axis=1, keepdims=True), np.float32)
    return Lesson(tuple(names), labels, rarity, bags(texts, rarity), table, middle)


def disguised(text: str) -> str:
    """Return a text as the models read it."""
    return disguise(text, read_dates(text, _ANY_DAY).spans)


def with_questions(examples: Sequence[Example], questions: Sequence[Question], every: bool) -> list[Example]:
    """Return the utterances with policy questions: `every` one, or the share that keeps the classes in balance."""
    added = [
        Example(Intent.OUT_OF_SCOPE if one.passage_id == NOT_COVERED else Intent.ASK_POLICY, "", one.question)
        for one in questions
    ]
    if not every:
        shares = ([one for one in added if one.intent is intent][::step] for intent, step in _SHARE.items())
        return [*examples, *(one for share in shares for one in share)]
    return [one for one in examples if one.intent in _SHARE] + added


def study(examples: Sequence[Example], questions: Sequence[Question], embedder: Embedder | None, kept: Kept) -> bytes:
    """Return the file of models; `kept` are vectors that need not be computed again."""
    models: dict[str, Weights] = {}
    for what, every, names in (
        (INTENTS, False, tuple(Intent)),
        (TOPICS, True, (Intent.ASK_POLICY, Intent.OUT_OF_SCOPE)),
    ):
        taught = with_questions(examples, questions, every)
        models[f"{what}.{WORDS}"] = lesson_of(taught, names, None).learnt()
        if embedder is not None:
            vectors, kept = kept.of([one.text for one in taught], f"{embedder.name} query", embedder.queries)
            models[f"{what}.{BOTH}"] = lesson_of(taught, names, vectors).learnt()
    about = {
        "fingerprint": np.array(fingerprint(examples)),
        "embedder": np.array(embedder.name if embedder is not None else ""),
    }
    return packed(models, about)


def fingerprint(examples: Sequence[Example]) -> str:
    """Return what changes whenever an example utterance does."""
    return blake2b("\n".join(f"{one.intent}\t{one.text}" for one in examples).encode(), digest_size=16).hexdigest()
