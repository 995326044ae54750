"""Questions to HR and their answers, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from domain.questions import HrAnswer, Question, Scope
from storage import personal_data, questions
from storage.database import Database
from storage.errors import Conflict
from tests.storage.values import NOW

ONE = Question(UUID(int=1), "Må jeg tage hunden med?", NOW, "anna")
TWO = Question(UUID(int=2), "Hund med på arbejde?", NOW + timedelta(hours=1), "bo")
ANSWER = HrAnswer(UUID(int=9), ONE.text, "Ja.", Scope.ALL, "hanne", NOW)


@pytest.fixture
def asked(database: Database) -> Database:
    with database.writing() as session:
        for one in (TWO, ONE, replace(ONE, text="et andet", asker_id="ida")):
            questions.add(session, one)
    return database


def test_the_first_of_an_id_stays_and_the_oldest_waits_first(asked: Database) -> None:
    with asked.reading() as session:
        assert questions.open_ones(session) == [ONE, TWO]
        assert questions.open_of(session, "anna") == [ONE]


def test_an_answered_question_belongs_to_nobody(asked: Database) -> None:
    with asked.writing() as session:
        questions.add_answer(session, ANSWER)
        letter_id = questions.settle(session, [ONE.id], ANSWER.id)[ONE.id]
    answered = replace(ONE, asker_id=None, answer_id=ANSWER.id)
    with asked.writing() as session:
        assert questions.of_letter(session, letter_id) == replace(answered, letter_id=letter_id)
        questions.forget_letters(session, NOW)
        assert questions.of_letter(session, letter_id) is not None
        questions.forget_letters(session, NOW + timedelta(seconds=1))
        assert questions.of_letter(session, letter_id) is None
    with asked.reading() as session:
        assert questions.find(session, ONE.id) == answered
        assert questions.asked_for_kept(session) == [(ANSWER.id, ONE.text)]
        assert personal_data.export(session, "anna")["question"] == []
        assert len(personal_data.export(session, "bo")["question"]) == 1


def test_who_answers_second_is_told_by_a_conflict(asked: Database) -> None:
    with asked.writing() as session:
        questions.settle(session, [ONE.id], ANSWER.id)
    with pytest.raises(Conflict), asked.writing() as session:
        questions.settle(session, [ONE.id, TWO.id], UUID(int=10))
    with asked.reading() as session:
        assert questions.open_ones(session) == [TWO]


def test_only_what_waits_is_taken_back(asked: Database) -> None:
    with asked.writing() as session:
        questions.settle(session, [ONE.id], ANSWER.id)
        questions.take_back(session, ONE.id)
        questions.take_back(session, TWO.id)
    with asked.reading() as session:
        assert questions.find(session, ONE.id) is not None
        assert questions.find(session, TWO.id) is None


def test_somebody_elses_change_of_an_answer_is_not_written_over(database: Database) -> None:
    changed = replace(ANSWER, text="Nej.", version=2)
    with database.writing() as session:
        questions.add_answer(session, ANSWER)
        questions.save_answer(session, changed)
    with pytest.raises(Conflict), database.writing() as session:
        questions.save_answer(session, changed)
    with database.reading() as session:
        assert questions.kept(session) == [changed]


def test_old_questions_and_answers_for_nobody_are_forgotten(asked: Database) -> None:
    once = replace(ANSWER, id=UUID(int=8), scope=Scope.ONCE)
    with asked.writing() as session:
        questions.add_answer(session, ANSWER)
        questions.add_answer(session, once)
        questions.settle(session, [TWO.id], once.id)
        assert questions.forget_before(session, NOW + timedelta(minutes=1)) == 1  # TWO's answer still stands
        assert questions.forget_before(session, NOW + timedelta(days=1)) == 2
    with asked.reading() as session:
        assert questions.find(session, ONE.id) is None
        assert questions.answer(session, once.id) is None
        assert questions.kept(session) == [ANSWER]
