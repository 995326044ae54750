"""The example questions HR keeps: what people ask for each passage, and what the policy does not cover."""

from __future__ import annotations

from dataclasses import dataclass

from policy.load import rows

NOT_COVERED = ""  # stands where a passage id would, for questions on which the policy is silent


@dataclass(frozen=True, slots=True)
class Example:
    """A question, the voice it is asked in, and the id of the passage that answers it (NOT_COVERED when none does)."""

    passage_id: str
    voice: str
    question: str


def load_examples() -> tuple[Example, ...]:
    """Return every example question, each question once; the first file that has it counts."""
    told = [Example(passage_id, voice, question) for passage_id, voice, question in rows("questions", 3)]
    silent = [Example(NOT_COVERED, voice, question) for voice, question in rows("not_covered", 2)]
    return tuple({same(example.question): example for example in reversed(told + silent)}.values())[::-1]


def same(question: str) -> str:
    """Return the question as compared with others: lower case, one space between words, no closing marks."""
    return " ".join(question.casefold().split()).rstrip("?!. ")
