"""Which questions are kept and sent nowhere."""

from __future__ import annotations

import pytest

from policy.load import rows
from policy.private import is_private


@pytest.mark.parametrize(
    "question",
    [
        "er jeg for syg til at arbejde?",
        "Må jeg arbejde hjemme når jeg har migræne",
        "jeg er gravid og har ondt i ryggen",
        "maa jeg arbejde hjemme under min kraeftbehandling",
        "am I too ill to work?",
        "my doctor says I have anxiety",
        "mit cpr er 010203-1234, må jeg?",
        "ring på 12 34 56 78",
        "skriv til anna@nyborg.dk",
    ],
)
def test_health_and_numbers_of_persons_are_private(question: str) -> None:
    assert is_private(question)
    assert is_private(question.upper())


@pytest.mark.parametrize(
    "question", ["hvem betaler for en skærm?", "50-70 cm til skærmen?", "uge 49 2026", "må jeg få 2 dage om ugen?", ""]
)
def test_the_rest_is_not(question: str) -> None:
    assert not is_private(question)


def test_most_of_what_people_ask_is_not_private() -> None:
    asked = [columns[-1] for columns in rows("not_covered", 2)]
    assert sum(map(is_private, asked)) < len(asked) / 5
