"""The ranker: which passages answer a question, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from policy.answers import Ranked, Ranking, Zone
from policy.embedder import Embedder
from policy.examples import NOT_COVERED, Example, load_examples
from policy.handbook import Handbook, Passage
from policy.lexical import WIDTH, Floats, Lexicon, lexicon_of

_SHARP = 14.0  # how fast probability falls with likeness
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class PolicyRanker:
    """Ranks by likeness to the passages and to what people asked before. `centres` has shape (WIDTH, passages + 1)."""

    passages: tuple[Passage, ...]
    lexicon: Lexicon
    centres: Floats

    def rank(self, question: str) -> Ranking:
        """Return the ranking of the passages for the question."""
        places, weights = self.lexicon.cut(question)
        scores = np.exp(_SHARP * (weights @ self.centres[places]))
        chances = scores / scores.sum()
        covered = float(1 - chances[-1])
        order = np.argsort(-chances[:-1], kind="stable")[:3]
        best = tuple(Ranked(self.passages[at], float(chances[at])) for at in order)
        return Ranking(_zone(float(chances[-1]), best[0].probability), covered, best)


def build_ranker(handbook: Handbook, examples: Sequence[Example] | None, embedder: Embedder | None) -> PolicyRanker:
    """Return the ranker for a handbook and its example questions (those of the content when None)."""
    examples = load_examples() if examples is None else examples
    passages = tuple(handbook.passages.values())
    texts = defaultdict(list, {passage.id: [f"{passage.heading} {passage.text}"] for passage in passages})
    for example in examples:
        texts[example.passage_id].append(example.question)
    lexicon = lexicon_of([text for group in texts.values() for text in group])
    columns = [_centre(lexicon, texts[name]) for name in [*(passage.id for passage in passages), NOT_COVERED]]
    return PolicyRanker(passages, lexicon, np.stack(columns, axis=1))


def _centre(lexicon: Lexicon, texts: Sequence[str]) -> Floats:
    centre = np.zeros(WIDTH, np.float32)
    for text in texts:
        places, weights = lexicon.cut(text)
        np.add.at(centre, places, weights)
    return centre / max(float(np.linalg.norm(centre)), 1e-9)


def _zone(silent: float, best: float) -> Zone:
    if silent > best:
        return Zone.NONE
    return Zone.ANSWER if best >= _SURE else Zone.CHOICES
