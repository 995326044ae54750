"""The ranker as the house has it, with and without the language model."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.embedder import load_embedder
from policy.answers import Zone
from policy.examples import NOT_COVERED, Example, load_examples
from policy.load import load_handbook
from policy.rank import build_ranker

WORDS = build_ranker(load_handbook(), None, None)
KINDS = {"words": WORDS}
if (EMBEDDER := load_embedder()) is not None:
    KINDS["both"] = build_ranker(load_handbook(), None, EMBEDDER)


@pytest.fixture(params=sorted(KINDS))
def ranker(request):
    return KINDS[request.param]


def test_the_distance_to_the_screen_is_found(ranker):
    ranking = ranker.rank("hvor langt skal der være til skærmen?")
    assert ranking.best[0].passage.id == "krav-bordplads"
    assert ranking.zone is Zone.ANSWER


def test_a_question_on_something_else_is_not_covered(ranker):
    assert ranker.rank("Hvornår har biblioteket åbent på søndag?").zone is Zone.NONE


@pytest.mark.parametrize("nothing", ["", "   ", "?!?", "\n\t"])
def test_nothing_asked_is_answered_with_nothing(ranker, nothing):
    assert ranker.rank(nothing).zone is not Zone.ANSWER


def test_a_pasted_document_is_read_in_its_first_and_last_lines(ranker):
    ranking = ranker.rank("Kære bot. " + "bla " * 6000 + " hvor langt skal der være til skærmen?")
    assert len(ranking.best) == 3


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_ranked_the_same_twice_with_honest_numbers(text):
    ranking = WORDS.rank(text)
    assert ranking == WORDS.rank(text)
    assert 0 <= ranking.confidence <= 1
    chances = [ranked.probability for ranked in ranking.best]
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) <= ranking.confidence + 1e-4


def test_what_the_bot_learnt_it_finds_again():
    """Examples it was taught are ranked first nearly always; when not, weights are mixed up."""
    taught = [one for one in load_examples() if one.passage_id != NOT_COVERED][::9]
    found = sum(WORDS.rank(one.question).best[0].passage.id == one.passage_id for one in taught)
    assert found / len(taught) > 0.95


def test_given_examples_are_learnt_on_the_spot():
    handbook = load_handbook()
    examples = [Example("ramme-biler", "plain", "må jeg låne flyvemaskinen"), Example(NOT_COVERED, "plain", "ost")]
    ranker = build_ranker(handbook, examples, None)
    assert ranker.rank("må jeg låne flyvemaskinen?").best[0].passage.id == "ramme-biler"


def test_a_passage_that_left_the_handbook_is_never_shown():
    handbook = load_handbook()
    fewer = {id_: passage for id_, passage in handbook.passages.items() if id_ != "krav-bordplads"}
    smaller = type(handbook)(handbook.municipality, handbook.title, "2", "", fewer)
    best = build_ranker(smaller, None, None).rank("hvor langt skal der være til skærmen?").best
    assert len(best) == 3
    assert "krav-bordplads" not in {ranked.passage.id for ranked in best}


@pytest.mark.skipif(EMBEDDER is None, reason="the language model does not load here")
def test_another_language_model_is_not_mixed_with_the_kept_weights():
    class Other:
        name = "another"
        queries = passages = staticmethod(lambda texts: pytest.fail("it must not be asked"))

    assert build_ranker(load_handbook(), None, Other()).rank("stol").best == WORDS.rank("stol").best
