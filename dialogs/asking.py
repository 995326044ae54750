"""What may be answered where the policy or HR was asked.

A question of health, or with somebody's number in it, is not kept beside the chat: its buttons carry it, words do not.
"""

from __future__ import annotations

from typing import assert_never
from uuid import UUID

from dialogs.awaited import Awaiting, Choice
from domain import commands as c
from domain import facts as f
from policy.answers import Answer, DidYouMean, NotCovered
from policy.private import is_private

LISTED = 6  # groups of questions stand on the card of the inbox


def asking(
    fact: Answer
    | DidYouMean
    | NotCovered
    | f.Thanked
    | f.QuestionsWait
    | f.SentToHr
    | f.Inbox
    | f.HrSays
    | f.HrAnswers,
) -> Awaiting:
    """Return what may be answered to an answer, to choices, and to a question on its way to HR."""
    match fact:
        case Answer():
            return _answer(fact)
        case DidYouMean():
            choices = tuple(_passage(one.heading, one.id, _kept(fact.question)) for one in fact.choices)
            first = choices[0].command if choices else None
            none = c.NoneFits(question=_kept(fact.question))
            return Awaiting(yes=first, no=none, choices=choices, to_hr=_offered(fact), asked=_kept(fact.question))
        case NotCovered() | f.Thanked():
            offer = _offered(fact)
            asked = _kept(fact.question)
            return Awaiting(yes=offer, no=c.LetGo(), asked=asked) if offer else Awaiting(asked=asked)
        case f.HrSays():
            offer = _offered(fact)
            asks = "send det spørgsmålet til hr noget andet send it to hr something else"
            choices = (Choice(words=asks, command=offer),) if offer else ()
            return Awaiting(choices=choices, asked=_kept(fact.question))
        case f.QuestionsWait():
            return Awaiting(yes=c.ShowInbox())
        case f.SentToHr():
            if fact.too_many:
                return Awaiting()
            back = c.TakeBackQuestion(question_id=fact.question.id)
            return Awaiting(choices=(Choice(words="træk tilbage spørgsmålet take it back", command=back),))
        case f.Inbox():
            return Awaiting(choices=tuple(_group(group[0].text, group[0].id) for group in fact.groups[:LISTED]))
        case f.HrAnswers():
            return Awaiting(
                choices=tuple(
                    Choice(words=one.question, command=c.OpenHrAnswer(answer_id=one.id))
                    for one, _ in fact.answers[:LISTED]
                )
            )
        case _:
            assert_never(fact)


def _answer(fact: Answer) -> Awaiting:
    passage_id = fact.passage.id
    return Awaiting(
        yes=c.RateAnswer(passage_id=passage_id, helped=True),
        no=c.RateAnswer(passage_id=passage_id, helped=False, question=_kept(fact.question)),
        choices=tuple(_passage(one.heading, one.id, _kept(fact.question)) for one in fact.related),
        to_hr=_offered(fact),
        asked=_kept(fact.question),
    )


def _offered(fact: Answer | DidYouMean | NotCovered | f.Thanked | f.HrSays) -> c.SendToHr | None:
    """Return the offer to send what was asked to HR, where something was asked."""
    if fact.question_id is None or not _kept(fact.question).strip():
        return None
    return c.SendToHr(question_id=fact.question_id, question=fact.question)


def _kept(question: str) -> str:
    return "" if is_private(question) else question


def _passage(words: str, passage_id: str, question: str) -> Choice:
    return Choice(words=words, command=c.ShowPassage(passage_id=passage_id, question=question))


def _group(words: str, question_id: UUID) -> Choice:
    return Choice(words=words, command=c.OpenQuestion(question_id=question_id))
