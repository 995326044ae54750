"""The ranker: which passages answer a question, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from policy.alike import Kinship
from policy.answers import Ranked, Ranking, Zone
from policy.embedder import Embedder
from policy.examples import Example
from policy.handbook import Handbook, Passage
from policy.lexical import Floats
from policy.model import Bounds, Model, unpack
from policy.study import BOTH, MODEL, WORDS, lessons, stored
from policy.training import learn
from policy.vectors import Kept

_LONGEST = 1000  # letters of a question that are read: the start and the end of a longer one
_UNTESTED = Bounds(sure=0.6, silent=0.5)  # for a model learnt on the spot, whose zones no voice was left out for


@dataclass(frozen=True, slots=True)
class PolicyRanker:
    """Ranks the passages for a question in milliseconds. It keeps nothing of what it is asked."""

    passages: tuple[Passage | None, ...]  # in the model's order; None where the handbook no longer has the passage
    model: Model
    embedder: Embedder | None
    kinship: Kinship = field(init=False)  # compares questions by the same words and vectors

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinship", Kinship(self.model.rarity, self.model.middle, self.embedder))

    def rank(self, question: str) -> Ranking:
        """Return the zone, the probability that the policy answers at all, and the best three passages."""
        text = _read(question)
        return self.judged(text, self._vector(text))

    def judged(self, text: str, vector: Floats | None) -> Ranking:
        """Return the ranking for a question whose vector is known; None when words alone rank."""
        likely = self.model.chances(text, vector)
        covered = float(1 - likely[-1])
        best = tuple(one for one, _ in zip(self._ranked(likely), range(3), strict=False))
        return Ranking(_zone(covered, best, self.model.bounds) if text else Zone.NONE, covered, best)

    def shortlist(self, question: str, most: int) -> tuple[Passage, ...]:
        """Return the passages that are likeliest to answer, best first; none for no words."""
        text = _read(question)
        if not text:
            return ()
        ranked = self._ranked(self.model.chances(text, self._vector(text)))
        return tuple(one.passage for one, _ in zip(ranked, range(most), strict=False))

    def _vector(self, text: str) -> Floats | None:
        return self.embedder.queries([text])[0] if self.embedder and text else None

    def _ranked(self, likely: Floats) -> Iterator[Ranked]:
        for at in np.argsort(-likely[:-1], kind="stable"):
            if (passage := self.passages[at]) is not None:
                yield Ranked(passage, float(likely[at]))


def build_ranker(handbook: Handbook, examples: Sequence[Example] | None, embedder: Embedder | None) -> PolicyRanker:
    """Return the ranker for a handbook: as it was learnt and kept with the content, or learnt now from given examples.

    Without a language model, or with another than the kept one, words alone rank.
    """
    if examples is None:
        return ranker_with(handbook, stored(MODEL), embedder)
    return _ranker(handbook, _learnt(handbook, examples, embedder), embedder)


def ranker_with(handbook: Handbook, parts: Mapping[str, Any], embedder: Embedder | None) -> PolicyRanker:
    """Return the ranker for a handbook with the models of an opened file; words alone where the embedder is another."""
    fits = embedder is not None and str(parts.get("embedder")) == embedder.name
    return _ranker(handbook, unpack(parts, BOTH if fits else WORDS), embedder)


def ranker_by_vectors(handbook: Handbook, parts: Mapping[str, Any]) -> PolicyRanker:
    """Return the ranker for vectors that come from elsewhere: ask it by `judged` alone."""
    return _ranker(handbook, unpack(parts, BOTH), None)


def _ranker(handbook: Handbook, model: Model, embedder: Embedder | None) -> PolicyRanker:
    passages = tuple(handbook.passages.get(name) for name in model.names[:-1])
    return PolicyRanker(passages, model, embedder if model.middle.size else None)


def _learnt(handbook: Handbook, examples: Sequence[Example], embedder: Embedder | None) -> Model:
    found, _ = lessons(handbook, examples, embedder, Kept({}))
    return learn(found[WORDS if embedder is None else BOTH], _UNTESTED, 1.0)


def _read(question: str) -> str:
    text = question.strip()
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} {text[-_LONGEST // 2 :]}"


def _zone(covered: float, best: tuple[Ranked, ...], bounds: Bounds) -> Zone:
    if 1 - covered >= bounds.silent or not best:
        return Zone.NONE
    return Zone.ANSWER if best[0].probability >= bounds.sure else Zone.CHOICES
