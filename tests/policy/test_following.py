"""Which answer stands for a question that leans on another."""

from __future__ import annotations

import pytest

from policy.answers import Ranked, Ranking, Zone
from policy.following import followed, together
from policy.load import load_handbook

PASSAGES = load_handbook().passages


def ranking(zone: Zone, **best: float) -> Ranking:
    """Return a ranking of passages by id, with _ for -."""
    return Ranking(zone, 0.9, tuple(Ranked(PASSAGES[name.replace("_", "-")], likely) for name, likely in best.items()))


SURE = ranking(Zone.ANSWER, oev_net=0.9, links=0.1)
UNSURE = ranking(Zone.CHOICES, oev_net=0.6, links=0.2)
WEAK = ranking(Zone.CHOICES, oev_net=0.3, links=0.2)
SILENT = ranking(Zone.NONE, oev_net=0.1)
BOTH = ranking(Zone.ANSWER, ramme_ret=0.8, ramme_med=0.1)
BOTH_SILENT = ranking(Zone.NONE, ramme_ret=0.1)


@pytest.mark.parametrize(
    ("alone", "both", "stands"),
    [
        (SURE, BOTH, SURE),
        (WEAK, BOTH, BOTH),
        (SILENT, BOTH, BOTH),
        (SURE, BOTH_SILENT, SURE),
        (UNSURE, BOTH_SILENT, UNSURE),
        (SILENT, BOTH_SILENT, SILENT),
        (UNSURE, ranking(Zone.ANSWER, oev_net=0.7), ranking(Zone.ANSWER, oev_net=0.7)),
    ],
)
def test_which_stands(alone: Ranking, both: Ranking, stands: Ranking) -> None:
    assert followed(alone, both) == stands


def test_where_each_points_elsewhere_the_asker_chooses_once_among_each() -> None:
    shown = followed(UNSURE, BOTH)
    assert shown.zone is Zone.CHOICES
    assert [one.passage.id for one in shown.best] == ["ramme-ret", "oev-net", "ramme-med"]


def test_too_much_together_is_the_later_one() -> None:
    assert together("Hvem betaler?", " og stolen? ", 100) == "Hvem betaler? og stolen?"
    assert together("a" * 90, "og stolen?", 100) == "og stolen?"
    assert together("", "b" * 200, 100) == "b" * 100
