"""How good a ranking is, measured on questions whose answers are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policy.answers import Ranking, Zone


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the ids of the passages that answer it; none when the policy is silent."""

    question: str
    gold: frozenset[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one set of questions; shares from 0 to 1, times in milliseconds.

    first, in_three: covered questions whose passage is ranked first or among three, whatever the zone.
    precision, recall, f1: of saying that the policy is silent. wrong_at_once: of all questions, answered at once and
    wrongly. right_at_once: of the covered, answered at once and rightly; at_once: answered at once, right or wrong.
    """

    questions: int
    covered: int
    first: float
    in_three: float
    precision: float
    recall: float
    f1: float
    wrong_at_once: float
    right_at_once: float
    at_once: float
    p50: float = 0.0
    p95: float = 0.0


def figures(asked: Sequence[Asked], rankings: Sequence[Ranking], times: Sequence[float] = ()) -> Figures:
    """Return the figures of rankings, in the order asked; `times` are milliseconds a question."""
    pairs = list(zip(asked, rankings, strict=True))
    covered = [(one, ranking) for one, ranking in pairs if one.gold]
    silent = sum(not one.gold for one in asked)
    said_silent = [one for one, ranking in pairs if ranking.zone is Zone.NONE]
    rightly = sum(not one.gold for one in said_silent)
    at_once = [(one, ranking) for one, ranking in pairs if ranking.zone is Zone.ANSWER]
    right = sum(_hit(one, ranking, 1) for one, ranking in at_once)
    ordered = sorted(times) or [0.0]
    return Figures(
        questions=len(pairs),
        covered=len(covered),
        first=_share(sum(_hit(one, ranking, 1) for one, ranking in covered), len(covered)),
        in_three=_share(sum(_hit(one, ranking, 3) for one, ranking in covered), len(covered)),
        precision=_share(rightly, len(said_silent)),
        recall=_share(rightly, silent),
        f1=_share(2 * rightly, len(said_silent) + silent),
        wrong_at_once=_share(len(at_once) - right, len(pairs)),
        right_at_once=_share(right, len(covered)),
        at_once=_share(sum(bool(one.gold) for one, _ in at_once), len(covered)),
        p50=ordered[len(ordered) // 2],
        p95=ordered[int(len(ordered) * 0.95)],
    )


def _hit(one: Asked, ranking: Ranking, depth: int) -> bool:
    return any(ranked.passage.id in one.gold for ranked in ranking.best[:depth])


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
