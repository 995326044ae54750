"""The example questions asked of two versions: those whose answer changes, told beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policy.answers import Ranking, Zone
from policy.embedder import Vectors
from policy.examples import Example
from policy.rank import PolicyRanker

MOST_KEPT = 100  # questions that are kept by name; the rest is counted
_CLEAR = 0.5  # a first choice below that is no answer anybody got


@dataclass(frozen=True, slots=True)
class Changed:
    """A question and the id of the passage that answered it before and after; "" where the policy is silent."""

    question: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Replay:
    """What asking the example questions showed of a draft, as compared with the version `over`.

    `reworded` get the same passage in other words, `moved` another passage or none (`elsewhere` holds the first of
    them), and the passage of `orphans` is gone.
    """

    over: int
    reworded: int
    moved: int
    orphans: int
    elsewhere: tuple[Changed, ...]


def replay_of(changed: Sequence[Changed], over: int, orphans: int) -> Replay:
    """Return what there is to tell of the questions whose answer changes."""
    elsewhere = [one for one in changed if one.before != one.after]
    return Replay(over, len(changed) - len(elsewhere), len(elsewhere), orphans, tuple(elsewhere[:MOST_KEPT]))


def changed_answers(
    examples: Sequence[Example], before: PolicyRanker, after: PolicyRanker, vectors: Vectors | None
) -> tuple[Changed, ...]:
    """Return the questions that another passage answers, or the same in other words.

    `vectors` has a row for each example, so that thousands of questions take a second; None without a language model.
    """
    rows: Iterable[Vectors | None] = [None] * len(examples) if vectors is None else vectors
    changed = []
    for example, row in zip(examples, rows, strict=True):
        old, new = before.judged(example.question, row), after.judged(example.question, row)
        if _told(old) != _told(new):
            changed.append(Changed(example.question, _first(old), _first(new)))
    return tuple(changed)


def _first(ranking: Ranking) -> str:
    silent = ranking.zone is Zone.NONE or not ranking.best or ranking.best[0].probability < _CLEAR
    return "" if silent else ranking.best[0].passage.id


def _told(ranking: Ranking) -> tuple[str, str]:
    first = _first(ranking)
    return first, ranking.best[0].passage.text if first else ""
