"""What HR keeps is whole: every passage is asked about in every voice, and nothing was copied from what measures it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from policy.examples import NOT_COVERED, load_examples, same
from policy.load import load_handbook
from policy.study import MODEL, fingerprint, stored
from policy.topics import load_topics, related_to

MEASURE = Path(__file__).parents[2] / "../shared/data/dev_questions.jsonl"
HELD_OUT = Path(__file__).with_name("held_out.tsv")  # passage id (none when the policy is silent), question
STRUCTURE = {"vejledning-indhold", "tjek-bemaerkninger"}  # a table of contents and a table's heading: nobody asks


def asked_passages():
    return [id_ for id_ in load_handbook().passages if id_ not in STRUCTURE]


def test_each_example_names_a_passage_that_is_there():
    passages = load_handbook().passages
    assert {one.passage_id for one in load_examples()} - set(passages) == {NOT_COVERED}


def test_each_passage_has_twenty_examples_in_eight_voices():
    counts, voices = Counter(), defaultdict(set)
    for one in load_examples():
        counts[one.passage_id] += 1
        voices[one.passage_id].add(one.voice)
    few = {id_: (counts[id_], len(voices[id_])) for id_ in asked_passages() if counts[id_] < 20 or len(voices[id_]) < 8}
    assert few == {}


@pytest.mark.skipif(not MEASURE.exists(), reason="the questions that measure are not here")
def test_no_example_is_a_question_that_measures():
    measuring = {same(json.loads(line)["q"]) for line in MEASURE.read_text("utf-8").splitlines()}
    assert [one for one in load_examples() if same(one.question) in measuring] == []


def test_no_example_is_a_question_held_out():
    held_out = {same(line.split("\t")[1]) for line in HELD_OUT.read_text("utf-8").splitlines()}
    assert len(held_out) == 110
    assert [one for one in load_examples() if same(one.question) in held_out] == []


def test_no_question_is_both_covered_and_not():
    answers = defaultdict(set)
    for one in load_examples():
        answers[same(one.question)].add(one.passage_id == NOT_COVERED)
    assert [question for question, both in answers.items() if len(both) > 1] == []


def test_every_passage_has_an_english_rendering():
    assert [passage.id for passage in load_handbook().passages.values() if not passage.english] == []


def test_topics_name_passages_that_are_there_and_leave_none_alone():
    passages = set(load_handbook().passages)
    assert {id_ for ids in load_topics().values() for id_ in ids} == passages
    assert all(related_to(id_) and id_ not in related_to(id_) for id_ in passages)


def test_the_kept_model_was_learnt_from_this_content():
    """When this fails, content was edited: run `hjemmebot train` and keep what it writes."""
    assert str(stored(MODEL)["fingerprint"]) == fingerprint(load_handbook(), load_examples())
