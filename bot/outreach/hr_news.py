"""What goes between askers and HR on its own: HR's answer, and the morning's word of what waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from domain import overdue as rules
from domain.facts import HrSays, QuestionsWait
from domain.notices import Notice, NoticeKind
from domain.people import Role
from storage import people, questions

LETTERS_LAST = timedelta(days=1)  # a notice is tried for two hours, and longer where the bot was down


def hr_digest(session: Session, now: datetime) -> Iterator[Notice]:
    """Tell each of HR in the morning that questions wait; not again before a new one comes."""
    if not rules.is_digest_time(now):
        return
    today = now.date()
    before = [one for one in questions.open_ones(session) if one.asked_at.astimezone(now.tzinfo).date() < today]
    if not before:
        return
    for one in people.of_hr(session):
        yield Notice(NoticeKind.QUESTIONS, one.id, before[-1].id, "")


def forgets_questions(days: int) -> Callable[[Session, datetime], Iterable[Notice]]:
    """Return the duty that deletes questions of more than so many days ago; it tells nobody."""

    def forget_questions(session: Session, now: datetime) -> Iterable[Notice]:
        questions.forget_before(session, now - timedelta(days=days))
        questions.forget_letters(session, now - LETTERS_LAST)
        return ()

    return forget_questions


def questions_wait(session: Session, reader_id: str) -> QuestionsWait | None:
    """Return how many questions wait; None where none does, or the reader is not of HR any more."""
    reader = people.find(session, reader_id)
    count = len(questions.open_ones(session))
    return QuestionsWait(count) if count and reader is not None and Role.HR in reader.roles else None


def hr_says(session: Session, letter_id: UUID) -> HrSays | None:
    """Return HR's answer to a question; None where it was forgotten since."""
    question = questions.of_letter(session, letter_id)
    answer = questions.answer(session, question.answer_id) if question and question.answer_id else None
    if question is None or answer is None:
        return None
    authors = people.by_ids(session, [answer.author_id]) if answer.author_id else []
    return HrSays(answer, authors[0].name if authors else "", asked=question.text)
