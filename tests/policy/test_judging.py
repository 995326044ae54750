"""What a verdict makes of a ranking."""

from __future__ import annotations

from policy.answers import Ranked, Ranking, Zone
from policy.judging import MOST, Verdict, judged
from policy.load import load_handbook
from policy.rank import build_ranker

HANDBOOK = load_handbook()
RANKER = build_ranker(HANDBOOK, None, None)
BEST = tuple(Ranked(HANDBOOK.passages[name], 0.2) for name in ("oev-net", "links", "ramme-ret"))
UNSURE = Ranking(Zone.CHOICES, 0.6, BEST)


def test_without_a_verdict_the_ranking_stands() -> None:
    assert judged(UNSURE, None, HANDBOOK) is UNSURE
    assert judged(UNSURE, Verdict("gone"), HANDBOOK) is UNSURE


def test_a_passage_is_answered_with_and_the_others_stay_near() -> None:
    shown = judged(UNSURE, Verdict("ramme-med"), HANDBOOK)
    assert shown.zone is Zone.ANSWER
    assert [one.passage.id for one in shown.best] == ["ramme-med", "oev-net", "links"]
    again = judged(UNSURE, Verdict("links"), HANDBOOK)
    assert [one.passage.id for one in again.best] == ["links", "oev-net", "ramme-ret"]


def test_none_is_not_covered() -> None:
    assert judged(UNSURE, Verdict(None), HANDBOOK).zone is Zone.NONE


def test_the_shortlist_is_ten_and_begins_with_the_best_three() -> None:
    question = "Må lederen aflyse min hjemmedag med kort varsel?"
    short = RANKER.shortlist(question, MOST)
    assert len({one.id for one in short}) == MOST
    assert [one.id for one in short[:3]] == [one.passage.id for one in RANKER.rank(question).best]
    assert RANKER.shortlist("", MOST) == ()
