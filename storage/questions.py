"""Questions sent to HR, and HR's answers (domain.questions)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Row, Text, bindparam, delete, select, update
from sqlmodel import Field, Session, SQLModel

from domain.questions import HrAnswer, Question, Scope
from storage.columns import MENTION, OWNER, Moment, table_of
from storage.dialect import Upsert
from storage.errors import Conflict

MOST_LISTED = 300


class QuestionRow(SQLModel, table=True):
    """One question (domain.questions.Question). Once it is answered it belongs to nobody."""

    __tablename__ = "question"

    id: UUID = Field(primary_key=True)
    text: str = Field(sa_type=Text)
    asked_at: datetime = Field(index=True, sa_type=Moment)
    asker_id: str | None = Field(default=None, index=True, sa_column_kwargs=OWNER)
    answer_id: UUID | None = Field(default=None, index=True)
    letter_id: UUID | None = Field(default=None, index=True)


class HrAnswerRow(SQLModel, table=True):
    """One answer by HR (domain.questions.HrAnswer)."""

    __tablename__ = "hr_answer"

    id: UUID = Field(primary_key=True)
    question: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    scope: str = Field(index=True)
    author_id: str | None = Field(default=None, sa_column_kwargs=MENTION)
    at: datetime = Field(sa_type=Moment)
    version: int


QUESTION = table_of(QuestionRow)
ANSWER = table_of(HrAnswerRow)
_BY_IDS = select(QUESTION).where(QUESTION.c.id.in_(bindparam("ids", expanding=True)))
_OPEN = (select(QUESTION).where(QUESTION.c.answer_id.is_(None)).order_by(QUESTION.c.asked_at, QUESTION.c.id)).limit(
    MOST_LISTED
)
_OPEN_OF = select(QUESTION).where(QUESTION.c.answer_id.is_(None), QUESTION.c.asker_id == bindparam("person"))
_ADD = Upsert(QUESTION, lambda insert: insert.on_conflict_do_nothing(index_elements=["id"]))
_OF_LETTER = select(QUESTION).where(QUESTION.c.letter_id == bindparam("letter"))
_SETTLE = update(QUESTION).where(QUESTION.c.id == bindparam("question"), QUESTION.c.answer_id.is_(None))
_TAKE_BACK = delete(QUESTION).where(QUESTION.c.id == bindparam("question"), QUESTION.c.answer_id.is_(None))
_ANSWER = select(ANSWER).where(ANSWER.c.id == bindparam("answer"))
_KEPT = select(ANSWER).where(ANSWER.c.scope != Scope.ONCE.value).order_by(ANSWER.c.at.desc(), ANSWER.c.id)
_ASKED = (
    select(QUESTION.c.answer_id, QUESTION.c.text)
    .join(ANSWER, ANSWER.c.id == QUESTION.c.answer_id)
    .where(ANSWER.c.scope != Scope.ONCE.value)
    .order_by(QUESTION.c.asked_at.desc(), QUESTION.c.id)
    .limit(MOST_LISTED)
)
_ADD_ANSWER = Upsert(ANSWER, lambda insert: insert.on_conflict_do_nothing(index_elements=["id"]))
_SAVE_ANSWER = update(ANSWER).where(ANSWER.c.id == bindparam("row"), ANSWER.c.version == bindparam("before"))


def add(session: Session, question: Question) -> None:
    """Store a question; what has its id already stays as it is."""
    _ADD.run(session, asdict(question))


def by_ids(session: Session, ids: Iterable[UUID]) -> list[Question]:
    """Return the questions of these ids that are there."""
    return [_question(row) for row in session.connection().execute(_BY_IDS, {"ids": list(ids)})]


def find(session: Session, question_id: UUID) -> Question | None:
    """Return one question."""
    return next(iter(by_ids(session, [question_id])), None)


def open_ones(session: Session) -> list[Question]:
    """Return those that wait, oldest first, at most MOST_LISTED."""
    return [_question(row) for row in session.connection().execute(_OPEN)]


def open_of(session: Session, person_id: str) -> list[Question]:
    """Return those of one person that wait."""
    return [_question(row) for row in session.connection().execute(_OPEN_OF, {"person": person_id})]


def settle(session: Session, ids: Iterable[UUID], answer_id: UUID) -> dict[UUID, UUID]:
    """Note that these are answered, forget who asked, and return the letter id of each, for the notice.

    Raises Conflict when one of them waits no longer.
    """
    letters = {question_id: uuid4() for question_id in sorted(set(ids))}
    for question_id, letter_id in letters.items():
        values = {"question": question_id, "answer_id": answer_id, "letter_id": letter_id, "asker_id": None}
        if session.connection().execute(_SETTLE, values).rowcount != 1:
            raise Conflict(answer_id, 1)
    return letters


def of_letter(session: Session, letter_id: UUID) -> Question | None:
    """Return the question that a notice speaks of; None once that is forgotten."""
    row = session.connection().execute(_OF_LETTER, {"letter": letter_id}).first()
    return None if row is None else _question(row)


def take_back(session: Session, question_id: UUID) -> None:
    """Delete a question that waits."""
    session.connection().execute(_TAKE_BACK, {"question": question_id})


def add_answer(session: Session, answer: HrAnswer) -> None:
    """Store an answer; what has its id already stays as it is."""
    _ADD_ANSWER.run(session, _values(answer))


def answer(session: Session, answer_id: UUID) -> HrAnswer | None:
    """Return one answer."""
    row = session.connection().execute(_ANSWER, {"answer": answer_id}).first()
    return None if row is None else _answer(row)


def save_answer(session: Session, changed: HrAnswer) -> None:
    """Store an answer that was changed once since it was read. Raises Conflict when somebody else was quicker."""
    values = {**_values(changed), "row": changed.id, "before": changed.version - 1}
    if session.connection().execute(_SAVE_ANSWER, values).rowcount != 1:
        raise Conflict(changed.id, changed.version)


def kept(session: Session) -> list[HrAnswer]:
    """Return the answers that are kept for all, newest first."""
    return [_answer(row) for row in session.connection().execute(_KEPT)]


def asked_for_kept(session: Session) -> list[tuple[UUID, str]]:
    """Return how people asked what a kept answer answers, by the answer's id; newest first, at most MOST_LISTED."""
    return [(row.answer_id, row.text) for row in session.connection().execute(_ASKED)]


def forget_before(session: Session, moment: datetime) -> int:
    """Delete the questions asked before a moment, and older answers that are kept for nobody. Return how many."""
    run = session.connection().execute
    gone = run(delete(QUESTION).where(QUESTION.c.asked_at < moment)).rowcount
    used = select(QUESTION.c.answer_id).where(QUESTION.c.answer_id == ANSWER.c.id)
    stale = delete(ANSWER).where(ANSWER.c.scope == Scope.ONCE.value, ANSWER.c.at < moment, ~used.exists())
    return int(gone + run(stale).rowcount)


def forget_letters(session: Session, moment: datetime) -> None:
    """Forget which notices told of answers given before a moment: from then on nothing leads to who asked."""
    told = select(ANSWER.c.id).where(ANSWER.c.at < moment)
    lasting = QUESTION.c.letter_id.is_not(None) & QUESTION.c.answer_id.in_(told)
    session.connection().execute(update(QUESTION).where(lasting).values(letter_id=None))


def forget_all(session: Session) -> None:
    """Delete all questions and answers, for a demo that begins anew."""
    for table in (QUESTION, ANSWER):
        session.connection().execute(delete(table))


def _values(answer: HrAnswer) -> dict[str, Any]:
    return asdict(answer) | {"scope": answer.scope.value}


def _question(row: Row[Any]) -> Question:
    return Question(*tuple(row))


def _answer(row: Row[Any]) -> HrAnswer:
    id_, question, text, scope, author_id, at, version = tuple(row)
    return HrAnswer(id_, question, text, Scope(scope), author_id, at, version)
