"""What a stronger judge may say of a question: which of the best passages answers it, or that none does."""

from __future__ import annotations

from dataclasses import dataclass, replace

from policy.answers import Ranked, Ranking, Zone
from policy.handbook import Handbook

MOST = 10  # passages that a judge is given


@dataclass(frozen=True, slots=True)
class Verdict:
    """The passage that answers; None where none of them does. Where a judge says nothing, there is no verdict."""

    passage_id: str | None


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a stronger judge holds: a ranking by its own vectors, its pick among the likeliest, or both."""

    ranking: Ranking | None = None
    verdict: Verdict | None = None


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
