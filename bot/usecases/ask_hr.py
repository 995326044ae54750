"""What an asker does with HR: a question is sent, and taken back."""

from __future__ import annotations

from bot.usecases.ports import Desk
from domain.commands import SendToHr, TakeBackQuestion
from domain.facts import Refused, SentToHr, TakenBack
from domain.questions import MOST_OPEN, Question
from domain.refusals import Refusal, Rule
from storage import questions


def send_to_hr(command: SendToHr, desk: Desk) -> SentToHr | TakenBack | Refused:
    """Store the question for HR; a second press, and the same words while they wait, are the same question."""
    text = command.question.strip()
    before = questions.find(desk.session, command.question_id)
    if before is not None:
        if not before.is_open:
            return TakenBack(answered=True)
        return SentToHr(before) if before.asker_id == desk.by.id else Refused(Refusal(Rule.NOT_FOUND))
    waiting = questions.open_of(desk.session, desk.by.id)
    if (same := next((one for one in waiting if one.text == text), None)) is not None:
        return SentToHr(same)
    question = Question(command.question_id, text, desk.at, desk.by.id)
    if len(waiting) >= MOST_OPEN:
        return SentToHr(question, too_many=True)
    questions.add(desk.session, question)
    return SentToHr(question)


def take_back_question(command: TakeBackQuestion, desk: Desk) -> TakenBack | Refused:
    """Delete one's own question; what is answered already, or was never there, stays as it is."""
    question = questions.find(desk.session, command.question_id)
    if question is None:
        return TakenBack()
    if not question.is_open:
        return TakenBack(answered=True)
    if question.asker_id != desk.by.id:
        return Refused(Refusal(Rule.NOT_FOUND))
    questions.take_back(desk.session, question.id)
    return TakenBack()
