"""The figures count what they say."""

from __future__ import annotations

from policy.answers import Ranked, Ranking, Zone
from policy.figures import Asked, figures
from policy.load import load_handbook

PASSAGES = load_handbook().passages


def ranking(zone, *ids):
    return Ranking(zone, 0.5, tuple(Ranked(PASSAGES[id_], 0.3) for id_ in ids))


def test_figures_of_six_questions():
    asked = [
        Asked("right at once", frozenset({"links"})),
        Asked("wrong at once", frozenset({"links"})),
        Asked("second of the choices", frozenset({"links", "krav-lys"})),
        Asked("covered, but silence is said", frozenset({"links"})),
        Asked("silent, and said so", frozenset()),
        Asked("silent, but answered", frozenset()),
    ]
    rankings = [
        ranking(Zone.ANSWER, "links", "krav-lys"),
        ranking(Zone.ANSWER, "krav-lys", "krav-plads"),
        ranking(Zone.CHOICES, "krav-plads", "krav-lys"),
        ranking(Zone.NONE, "links"),
        ranking(Zone.NONE, "links"),
        ranking(Zone.ANSWER, "links"),
    ]
    found = figures(asked, rankings, [1, 2, 3, 4, 5, 100])
    assert (found.questions, found.covered) == (6, 4)
    assert (found.first, found.in_three) == (0.5, 0.75)
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)
    assert (found.wrong_at_once, found.right_at_once, found.at_once) == (2 / 6, 0.25, 0.5)
    assert (found.p50, found.p95) == (4, 100)


def test_no_questions_give_no_figures():
    assert figures([], []).first == 0
