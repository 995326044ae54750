"""Ask the policy. Nothing is stored; the turn counts it without a name."""

from __future__ import annotations

from bot.usecases.ports import Desk
from domain.commands import Ask, RateAnswer, ShowPassage
from domain.facts import Refused, Thanked
from domain.refusals import Refusal, Rule
from policy.answering import answer_for, answer_of
from policy.answers import Answer, PolicyFact


def ask(command: Ask, desk: Desk) -> PolicyFact:
    """Return the passages that answer the question, choices, or that the policy is silent."""
    return answer_for(desk.ranker.rank(command.question), desk.handbook)


def show_passage(command: ShowPassage, desk: Desk) -> Answer | Refused:
    """Return one passage that was picked among choices."""
    passage = desk.handbook.passages.get(command.passage_id)
    return Refused(Refusal(Rule.NOT_FOUND)) if passage is None else answer_of(passage, desk.handbook)


def rate_answer(command: RateAnswer) -> Thanked:
    """Return the thanks for a rating."""
    return Thanked(command.helped)
