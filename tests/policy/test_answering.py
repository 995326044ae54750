"""From ranking to what is shown."""

from __future__ import annotations

import pytest

from policy.answering import answer_for, answer_of, as_json
from policy.answers import Answer, DidYouMean, NotCovered, Ranked, Ranking, Zone
from policy.load import load_handbook

HANDBOOK = load_handbook()


def ranking(zone, *ids):
    best = tuple(Ranked(HANDBOOK.passages[id_], 0.9 / (at + 1)) for at, id_ in enumerate(ids))
    return Ranking(zone, 0.87654321, best)


def test_an_answer_brings_at_most_two_that_belong_to_it_the_high_ranked_first():
    answer = answer_for(ranking(Zone.ANSWER, "ramme-koersel", "ramme-biler", "links"), HANDBOOK)
    assert answer == Answer(HANDBOOK.passages["ramme-koersel"], answer.related)
    assert [passage.id for passage in answer.related] == ["ramme-biler", "ramme-transport-hjem"]


def test_choices_are_the_best_three():
    ids = ("krav-lys", "krav-plads", "links")
    assert answer_for(ranking(Zone.CHOICES, *ids), HANDBOOK) == DidYouMean(tuple(HANDBOOK.passages[i] for i in ids))


def test_silence_is_said():
    assert answer_for(ranking(Zone.NONE, "links"), HANDBOOK) == NotCovered()


@pytest.mark.parametrize("passage_id", sorted(HANDBOOK.passages))
def test_every_passage_can_be_shown_with_its_company(passage_id):
    answer = answer_of(HANDBOOK.passages[passage_id], HANDBOOK)
    assert 1 <= len(answer.related) <= 2
    assert answer.passage not in answer.related


def test_json_lists_passages_unless_nothing_covers_it():
    shown = as_json(ranking(Zone.ANSWER, "krav-lys", "krav-plads", "links"))
    assert [passage["id"] for passage in shown["passages"]] == ["krav-lys", "krav-plads", "links"]
    assert shown["passages"][0]["page"] == 8
    assert shown["confidence"] == 0.8765
    assert as_json(ranking(Zone.NONE, "krav-lys")) == {"zone": "none", "confidence": 0.8765, "passages": []}
