"""What HR may keep as an answer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import commands as c
from domain.access import may
from domain.people import Person, Role
from domain.questions import (
    LONGEST_ANSWER,
    AnswerProblem,
    HrAnswer,
    Scope,
    Typed,
    changed,
    problems,
    withdrawn,
)
from domain.refusals import Rule

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ANSWER = HrAnswer(UUID(int=1), "Må jeg?", "Ja.", Scope.ALL, "hanne", NOW)
SCOPES = st.sampled_from(Scope)
FOR_HR = [
    c.ShowInbox(),
    c.OpenQuestion(question_id=UUID(int=1)),
    c.AnswerQuestions(answer_id=UUID(int=1), question_ids=(UUID(int=2),)),
    c.ShowHrAnswers(),
    c.OpenHrAnswer(answer_id=UUID(int=1)),
    c.ChangeHrAnswer(answer_id=UUID(int=1), version=1),
    c.WithdrawHrAnswer(answer_id=UUID(int=1), version=1),
]


@pytest.mark.parametrize("command", FOR_HR)
def test_only_hr_reads_and_answers(command: c.Command) -> None:
    assert may(command, Person("hanne", "Hanne", roles=frozenset({Role.HR})), []) is None
    refusal = may(command, Person("lars", "Lars"), [])
    assert refusal is not None
    assert refusal.rule is Rule.ONLY_HR


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (Typed("Må jeg?", "Ja.", Scope.ALL), ()),
        (Typed("", "Ja."), ()),
        (Typed("Må jeg?", " \n"), (AnswerProblem.NO_ANSWER,)),
        (Typed("", "Ja.", Scope.REFERRAL), (AnswerProblem.NO_QUESTION,)),
        (Typed("Må jeg?", "a" * (LONGEST_ANSWER + 1)), (AnswerProblem.TOO_LONG,)),
        (Typed("a" * 20_000, ""), (AnswerProblem.NO_ANSWER, AnswerProblem.TOO_LONG)),
    ],
)
def test_what_cannot_be_sent(typed: Typed, wrong: tuple[AnswerProblem, ...]) -> None:
    assert problems(typed) == wrong


@given(st.lists(st.one_of(st.just(None), st.tuples(st.sampled_from(["Ja.", "Nej."]), SCOPES)), max_size=8))
def test_each_change_is_the_next_version_and_the_same_words_are_none(steps: list[tuple[str, Scope] | None]) -> None:
    one = ANSWER
    for number, step in enumerate(steps):
        at = NOW + timedelta(hours=number)
        after = withdrawn(one) if step is None else changed(one, Typed("Må jeg?", step[0], step[1]), "ole", at)
        same = (after.text, after.scope) == (one.text, one.scope)
        assert after.version == one.version + (not same)
        assert (after is one) == same
        assert step is not None or not after.is_kept
        one = after
