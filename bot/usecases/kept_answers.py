"""Finding the answer that HR keeps for all, when somebody asks the same again."""

from __future__ import annotations

from uuid import UUID, uuid4

from bot.usecases.ports import Desk
from domain.facts import HrSays
from domain.questions import LONGEST_SENT, HrAnswer
from policy.alike import SAME
from policy.answers import Zone
from storage import people, questions

_WORD_FOR_WORD = 0.95


def kept_answer(question: str, zone: Zone, desk: Desk) -> HrSays | None:
    """Return HR's answer to this question, if there is one.

    Where the policy itself answers at once, only a question that HR answered word for word goes before it.
    """
    kept = {one.id: one for one in questions.kept(desk.session)}
    if not kept:
        return None
    asked = [*((one.id, one.question) for one in kept.values()), *questions.asked_for_kept(desk.session)]
    alike = desk.ranker.kinship.likeness(question, [text for _, text in asked])
    best = max(range(len(asked)), key=alike.__getitem__)
    if alike[best] < (_WORD_FOR_WORD if zone is Zone.ANSWER else SAME):
        return None
    answer = kept[asked[best][0]]
    return HrSays(answer, author_of(answer, desk), question=question[:LONGEST_SENT], question_id=uuid4())


def author_of(answer: HrAnswer, desk: Desk) -> str:
    """Return the author's name; nothing once the person is erased."""
    return names_of([answer], desk).get(answer.id, "")


def names_of(answers: list[HrAnswer], desk: Desk) -> dict[UUID, str]:
    """Return the author's name of each answer that has one."""
    authors = {
        one.id: one.name for one in people.by_ids(desk.session, {one.author_id for one in answers if one.author_id})
    }
    return {one.id: authors[one.author_id] for one in answers if one.author_id in authors}
