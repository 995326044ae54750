"""What a stronger judge may say of a question: which of the best passages answers it, or that none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from policy.answers import Ranked, Ranking, Zone
from policy.handbook import Handbook, Passage

MOST = 10  # passages that a judge is given


@dataclass(frozen=True, slots=True)
class Verdict:
    """The passage that answers; None where none of them does. Where a judge says nothing, there is no verdict."""

    passage_id: str | None


class Judge(Protocol):
    """Reads a question and the best passages. It never writes a word that a person reads."""

    async def verdict(self, question: str, passages: Sequence[Passage]) -> Verdict | None:
        """Return the verdict, or None where there is none in time: the ranking stands."""
        ...


def judged(ranking: Ranking, verdict: Verdict | None, handbook: Handbook) -> Ranking:
    """Return the ranking as the judge leaves it; unchanged without a verdict, or with one on a passage that is gone."""
    if verdict is None:
        return ranking
    if verdict.passage_id is None:
        return replace(ranking, zone=Zone.NONE)
    passage = handbook.passages.get(verdict.passage_id)
    if passage is None:
        return ranking
    others = tuple(one for one in ranking.best if one.passage.id != passage.id)
    return Ranking(Zone.ANSWER, ranking.confidence, (Ranked(passage, 1.0), *others)[:3])
