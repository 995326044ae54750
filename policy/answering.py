"""From a ranking to what the asker is shown, and to the lines of the command line."""

from __future__ import annotations

from typing import Any

from policy.answers import Answer, DidYouMean, NotCovered, PolicyFact, Ranking, Zone
from policy.handbook import Handbook, Passage
from policy.topics import related_to


def answer_for(ranking: Ranking, handbook: Handbook) -> PolicyFact:
    """Return the answer with what belongs to it, up to three choices, or that the policy is silent."""
    match ranking.zone:
        case Zone.ANSWER:
            return answer_of(ranking.best[0].passage, handbook, ranking)
        case Zone.CHOICES:
            return DidYouMean(tuple(ranked.passage for ranked in ranking.best))
        case Zone.NONE:
            return NotCovered()


def answer_of(passage: Passage, handbook: Handbook, ranking: Ranking | None = None) -> Answer:
    """Return the passage with up to two of its topic; those that the ranking put high come first."""
    high = [ranked.passage.id for ranked in ranking.best] if ranking else []
    near = sorted(related_to(passage.id), key=lambda other: high.index(other) if other in high else len(high))
    return Answer(passage, tuple(handbook.passages[other] for other in near if other in handbook.passages)[:2])


def as_json(ranking: Ranking) -> dict[str, Any]:
    """Return the ranking as `hjemmebot ask --jsonl` writes it: up to three passages, none when the zone is none."""
    best = () if ranking.zone is Zone.NONE else ranking.best
    return {
        "zone": ranking.zone.value,
        "confidence": round(ranking.confidence, 4),
        "passages": [
            {
                "id": each.passage.id,
                "heading": each.passage.heading,
                "page": each.passage.page,
                "text": each.passage.text,
            }
            for each in best
        ],
    }
