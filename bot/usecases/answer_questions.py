"""HR's side: the questions that wait, and the answers to them."""

from __future__ import annotations

from uuid import UUID, uuid4

from bot.usecases.ask import HELPED, NOT_HELPED
from bot.usecases.kept_answers import author_of, names_of
from bot.usecases.ports import Desk
from bot.usecases.tell import tell
from bot.usecases.trail import trail
from domain import questions as rules
from domain.commands import (
    AnswerQuestions,
    ChangeHrAnswer,
    OpenHrAnswer,
    OpenQuestion,
    WithdrawHrAnswer,
)
from domain.deeds import Deed
from domain.facts import AnswerForm, AnswerNote, HrAnswerCard, HrAnswers, Inbox, Rated, Refused
from domain.notices import Notice, NoticeKind
from domain.questions import AnswerProblem, HrAnswer, Question, Typed
from domain.refusals import Refusal, Rule
from storage import counts, questions

FEWEST_RATINGS, MOST_POOR = 3, 5
MOST_TOGETHER = 50


def show_inbox(desk: Desk, missed: bool = False) -> Inbox:
    """Return the questions that wait, like ones together, the most asked first, and what helped least."""
    groups = _grouped(desk)
    return Inbox(tuple(sorted(groups, key=lambda group: -len(group))), _poor(desk), missed)


def open_question(command: OpenQuestion, desk: Desk) -> AnswerForm | HrAnswerCard | Inbox:
    """Return the form for a question and those that ask the same; the answer, where somebody else was quicker."""
    group = next((one for one in _grouped(desk) if command.question_id in {question.id for question in one}), None)
    if group is not None:
        return AnswerForm(uuid4(), group, Typed(group[0].text, ""))
    question = questions.find(desk.session, command.question_id)
    return _missed([question] if question else [], desk)


def answer_questions(command: AnswerQuestions, desk: Desk) -> AnswerForm | HrAnswerCard | Inbox:
    """Store the answer, forget who asked, and tell them; a second press gives the same answer."""
    if (before := questions.answer(desk.session, command.answer_id)) is not None:
        return HrAnswerCard(before, author_of(before, desk), AnswerNote.SENT)
    shown = questions.by_ids(desk.session, command.question_ids)
    waiting = rules.still_open(shown)
    if not waiting:
        return _missed(shown, desk)
    typed = Typed(command.put, command.answer, command.scope)
    meant = tuple(one for one in waiting if _is_ticked(one, command.ticked))
    wrong = rules.problems(typed) + (() if meant else (AnswerProblem.NOBODY,))
    if wrong:
        return AnswerForm(command.answer_id, waiting, typed, wrong)
    put = command.put.strip() or meant[0].text
    answer = HrAnswer(command.answer_id, put, command.answer.strip(), command.scope, desk.by.id, desk.at)
    questions.add_answer(desk.session, answer)
    letters = questions.settle(desk.session, [one.id for one in meant], answer.id)
    tell(desk, [Notice(NoticeKind.HR_ANSWER, one.asker_id, letters[one.id], "") for one in meant if one.asker_id])
    trail(desk, Deed.HR_ANSWERED, "", answer.id, answer.scope)
    return HrAnswerCard(answer, desk.by.name, AnswerNote.SENT)


def show_hr_answers(desk: Desk) -> HrAnswers:
    """Return the answers that are kept for all."""
    kept = questions.kept(desk.session)
    names = names_of(kept, desk)
    return HrAnswers(tuple((one, names.get(one.id, "")) for one in kept))


def open_hr_answer(command: OpenHrAnswer, desk: Desk) -> AnswerForm | Refused:
    """Return the form for other words of an answer."""
    answer = questions.answer(desk.session, command.answer_id)
    if answer is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    return AnswerForm(answer.id, (), Typed(answer.question, answer.text, answer.scope), changes=answer)


def change_hr_answer(command: ChangeHrAnswer, desk: Desk) -> AnswerForm | HrAnswerCard | Refused:
    """Store the answer's other words. Those who got it already are not told again."""
    answer = questions.answer(desk.session, command.answer_id)
    if answer is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    typed = Typed(command.put, command.answer, command.scope)
    if answer.version != command.version:
        again = answer.version == command.version + 1 and (answer.text, answer.question, answer.scope) == (
            typed.text.strip(),
            typed.question.strip(),
            typed.scope,
        )
        return HrAnswerCard(answer, author_of(answer, desk), AnswerNote.CHANGED if again else AnswerNote.STALE)
    if wrong := rules.problems(typed):
        return AnswerForm(answer.id, (), typed, wrong, changes=answer)
    changed = rules.changed(answer, typed, desk.by.id, desk.at)
    if changed is not answer:
        questions.save_answer(desk.session, changed)
        trail(desk, Deed.HR_ANSWER_CHANGED, "", answer.id, changed.scope)
    return HrAnswerCard(changed, author_of(changed, desk), AnswerNote.CHANGED)


def withdraw_hr_answer(command: WithdrawHrAnswer, desk: Desk) -> HrAnswerCard | Refused:
    """Keep the answer for all no longer."""
    answer = questions.answer(desk.session, command.answer_id)
    if answer is None:
        return Refused(Refusal(Rule.NOT_FOUND))
    if answer.is_kept and answer.version != command.version:
        return HrAnswerCard(answer, author_of(answer, desk), AnswerNote.STALE)
    withdrawn = rules.withdrawn(answer)
    if withdrawn is not answer:
        questions.save_answer(desk.session, withdrawn)
        trail(desk, Deed.HR_ANSWER_WITHDRAWN, "", answer.id)
    return HrAnswerCard(withdrawn, author_of(withdrawn, desk), AnswerNote.WITHDRAWN)


def _grouped(desk: Desk) -> list[tuple[Question, ...]]:
    waiting = questions.open_ones(desk.session)
    groups = desk.ranker.kinship.grouped([(one, one.text) for one in waiting])
    return [tuple(group[:MOST_TOGETHER]) for group in groups]


def _missed(shown: list[Question], desk: Desk) -> HrAnswerCard | Inbox:
    """Return the answer that somebody else gave, or the inbox where the question was taken back."""
    ids: list[UUID] = [one.answer_id for one in shown if one.answer_id is not None]
    answer = questions.answer(desk.session, ids[0]) if ids else None
    if answer is None:
        return show_inbox(desk, missed=True)
    return HrAnswerCard(answer, author_of(answer, desk), AnswerNote.TAKEN)


def _is_ticked(question: Question, ticked: str | None) -> bool:
    return ticked is None or str(question.id) in ticked.split(",")


def _poor(desk: Desk) -> tuple[Rated, ...]:
    helped = counts.totals_of(desk.session, HELPED)
    failed = counts.totals_of(desk.session, NOT_HELPED)
    rated = [
        Rated(passage_id, helped.get(passage_id, 0), number)
        for passage_id, number in failed.items()
        if passage_id in desk.handbook.passages
    ]
    poor = [one for one in rated if one.not_helped >= FEWEST_RATINGS and one.not_helped > one.helped]
    return tuple(sorted(poor, key=lambda one: (one.helped - one.not_helped, one.passage_id))[:MOST_POOR])
