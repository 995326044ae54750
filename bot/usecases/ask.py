"""Ask the policy. Nothing is stored; the turn counts it without a name."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

from bot.tracing import span
from bot.usecases.kept_answers import kept_answer
from bot.usecases.ports import Desk
from bot.usecases.set_frames import own_team
from domain.commands import Ask, NoneFits, RateAnswer, ShowPassage
from domain.facts import HrSays, Refused, Thanked
from domain.questions import LONGEST_SENT
from domain.refusals import Refusal, Rule
from policy.answering import answer_for, answer_of
from policy.answers import Answer, NotCovered, PolicyFact, Ranking
from policy.following import followed, together
from policy.judging import Opinion, judged
from policy.local import speaks_to, spoken
from storage import counts, frames

HELPED, NOT_HELPED = "helped.", "not_helped."


def ask(command: Ask, desk: Desk) -> PolicyFact | HrSays:
    """Return the passages that answer the question, choices, what HR answered before, or that the policy is silent."""
    asked = command.question[:LONGEST_SENT]
    if command.before:
        asked = together(command.before, command.question, LONGEST_SENT)
    opinion = desk.opinion or Opinion()
    ranking = judged(opinion.ranking or _ranked(command, asked, desk), opinion.verdict, desk.handbook)
    kept = kept_answer(asked, ranking.zone, desk) if desk.by.is_known else None  # HR writes for who works here
    if kept is not None:
        return kept
    return _with_frame(replace(answer_for(ranking, desk.handbook), question=asked, question_id=_offer(desk)), desk)


def _ranked(command: Ask, asked: str, desk: Desk) -> Ranking:
    with span("rank"):
        ranking = desk.ranker.rank(command.question)
    return followed(ranking, desk.ranker.rank(asked)) if command.before else ranking


def _offer(desk: Desk) -> UUID | None:
    """Return the id under which the question can be sent to HR; none for a guest, to whom no answer could be sent."""
    return uuid4() if desk.by.is_known else None


def _with_frame(fact: PolicyFact, desk: Desk) -> PolicyFact:
    """Return the answer with the frames of the asker's own team, where they speak to it."""
    if not desk.by.is_known or not isinstance(fact, Answer) or not speaks_to(fact.passage.id):
        return fact
    frame = frames.current(desk.session, own_team(desk.session, desk.by))
    return replace(fact, frame=frame) if frame is not None and spoken(frame, fact.passage.id) else fact


def none_fits(command: NoneFits, desk: Desk) -> NotCovered:
    """Return that the policy does not speak of it, as the asker says who saw the choices."""
    return NotCovered(command.question, _offer(desk))


def show_passage(command: ShowPassage, desk: Desk) -> PolicyFact | Refused:
    """Return one passage that was picked among choices."""
    passage = desk.handbook.passages.get(command.passage_id)
    if passage is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    answer = replace(answer_of(passage, desk.handbook), question=command.question, question_id=_offer(desk))
    return _with_frame(answer, desk)


def rate_answer(command: RateAnswer, desk: Desk) -> Thanked:
    """Count the rating by the passage, without a name, and return the thanks."""
    if command.passage_id in desk.handbook.passages:
        name = (HELPED if command.helped else NOT_HELPED) + command.passage_id
        counts.add(desk.session, desk.at.date(), name)
    offer = _offer(desk) if command.question and not command.helped else None
    return Thanked(command.helped, command.question, offer)
