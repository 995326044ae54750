"""The statistics behind the rules: linear models over words and, where there is one, the language model's vector.

Two models: one tells all intents apart; the other, which has heard every example question of the policy, tells only
whether the policy speaks of something. The second is asked when the first says that it is a question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from dialogs.intents.intent import Intent, Role
from dialogs.intents.weights import Weights, unpacked
from policy.embedder import Embedder
from policy.lexical import Floats

FILE = "model.npz"  # in dialogs/intents
WORDS, BOTH = "words", "both"  # the kinds of model: words alone, or words and the language model's vectors
INTENTS, TOPICS = "intents", "topics"  # what a model tells apart
FOR_LEADERS = frozenset({Intent.APPROVE, Intent.DECLINE, Intent.CANCEL_EMPLOYEE_DAY, Intent.TEAM_OVERVIEW})
_QUESTIONS = frozenset({Intent.ASK_POLICY, Intent.OUT_OF_SCOPE})


@dataclass(frozen=True, slots=True)
class Classifier:
    """Tells what a message wants. It keeps nothing of what it reads."""

    intents: Weights
    topics: Weights
    embedder: Embedder | None

    def classify(self, text: str, disguised: str, role: Role) -> tuple[Intent, float]:
        """Return the likeliest intent that this role can have, and its probability."""
        vector = self.embedder.queries([text])[0] if self.embedder is not None else None
        chances = self.intents.chances(disguised, vector)
        names = self.intents.names
        if role is not Role.LEADER:
            closed = [at for at, name in enumerate(names) if name in FOR_LEADERS]
            chances[closed] = 0.0
        best = int(chances.argmax())
        intent, certainty = Intent(names[best]), float(chances[best] / chances.sum())
        return (self._topic(disguised, vector) if intent in _QUESTIONS else intent), certainty

    def _topic(self, disguised: str, vector: Floats | None) -> Intent:
        chances = self.topics.chances(disguised, vector)
        return Intent(self.topics.names[int(chances.argmax())])


def load_classifier(embedder: Embedder | None) -> Classifier:
    """Return the classifier as it was learnt; with another language model than it learnt with, words alone count."""
    parts = stored()
    fits = embedder is not None and str(parts["embedder"]) == embedder.name
    kind = BOTH if fits else WORDS
    intents, topics = unpacked(parts, f"{INTENTS}.{kind}"), unpacked(parts, f"{TOPICS}.{kind}")
    return Classifier(intents, topics, embedder if fits else None)


@cache
def stored() -> Mapping[str, Any]:
    """Return the arrays of the kept models."""
    with files("dialogs.intents").joinpath(FILE).open("rb") as opened, np.load(opened) as parts:
        return dict(parts)
