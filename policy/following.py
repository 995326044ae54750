"""The answer to a question that leans on the one before it: by what it says alone, or by both together."""

from __future__ import annotations

from policy.answers import Ranking, Zone

_ALONE = 0.5  # from this probability a fragment has a say of its own


def together(before: str, question: str, most: int) -> str:
    """Return both questions as one of at most so many letters; the later one alone where that is too long."""
    both = f"{before.strip()} {question.strip()}"
    return both if len(both) <= most else question.strip()[:most]


def followed(alone: Ranking, both: Ranking) -> Ranking:
    """Return the ranking that stands: the fragment's own where it is sure, else that of both questions together.

    Where each points elsewhere and neither is sure, the asker chooses.
    """
    if alone.zone is Zone.ANSWER or both.zone is Zone.NONE:
        return alone
    best = alone.best[0]
    if best.probability < _ALONE or best.passage.id == both.best[0].passage.id or alone.zone is Zone.NONE:
        return both
    mixed = [*both.best[:1], *alone.best[:1], *both.best[1:], *alone.best[1:]]
    one_each = {ranked.passage.id: ranked for ranked in reversed(mixed)}
    order = dict.fromkeys(ranked.passage.id for ranked in mixed)
    return Ranking(Zone.CHOICES, max(alone.confidence, both.confidence), tuple(one_each[name] for name in order)[:3])
