"""Examples of questions to HR, as their askers and HR see them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from domain import facts as f
from domain.questions import AnswerProblem, HrAnswer, Question, Scope, Typed
from policy.answers import DidYouMean, NotCovered

NOW = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
ID = UUID("00000000-0000-4000-8000-000000000007")
WILD_TEXT = (
    '<b>**Må** jeg</b> [klik](http://y.example) {{DATE(2026-11-23T00:00:00Z)}} "ja"\n# stor\n1. et\n- to `x` & ' * 12
)
DOG = Question(ID, "Må jeg tage hunden med på kontoret?", NOW - timedelta(days=2), "a")
DOGS = (DOG, replace(DOG, id=UUID(int=8), text="kan man have hund med på arbejde", asked_at=NOW))
BIKE = Question(UUID(int=9), "Kan jeg få en cykel gennem kommunen?", NOW, "b")
WILD_QUESTION = Question(UUID(int=10), WILD_TEXT[:1000], NOW, "c")
MANY = tuple(replace(BIKE, id=UUID(int=100 + n), text=f"Spørgsmål {n}: {WILD_TEXT[:900]}") for n in range(60))
ANSWER = HrAnswer(ID, "Må man have hund med på kontoret?", "Ja, hvis jeres leder siger ja.", Scope.ALL, "h", NOW)
ONCE = replace(ANSWER, scope=Scope.ONCE)
REFERRAL = replace(ANSWER, scope=Scope.REFERRAL, text="Spørg Ejendomme på lokal 1234.", author_id=None)
WILD_ANSWER = replace(ANSWER, question=WILD_TEXT[:1000], text=(WILD_TEXT * 3)[:3000])
AUTHOR = "Hanne Bruun"

INBOX: dict[str, f.InboxFact] = {
    "stranger": f.Strangers((f.Stranger(str(ID), "Kim Ny", NOW),)),
    "strangers wild": f.Strangers((f.Stranger("x" * 60, WILD_TEXT[:200], NOW), f.Stranger("y", "", NOW)) * 40),
    "hr digest": f.QuestionsWait(3),
    "hr digest one": f.QuestionsWait(1),
    "sent to hr": f.SentToHr(DOG),
    "sent to hr wild": f.SentToHr(WILD_QUESTION),
    "sent to hr too many": f.SentToHr(DOG, too_many=True),
    "taken back": f.TakenBack(),
    "taken back too late": f.TakenBack(answered=True),
    "inbox empty": f.Inbox(()),
    "inbox missed": f.Inbox((), missed=True),
    "inbox": f.Inbox((DOGS, (BIKE,)), (f.Rated("ramme-samtidig", 1, 7), f.Rated("gone", 0, 3))),
    "inbox many": f.Inbox((*tuple((one,) for one in MANY), MANY)),
    "answer form": f.AnswerForm(ID, DOGS, Typed(DOG.text, "")),
    "answer form one": f.AnswerForm(ID, (DOG,), Typed(DOG.text, "")),
    "answer form wrong": f.AnswerForm(ID, MANY, Typed("", (WILD_TEXT * 30)[:25_000]), tuple(AnswerProblem)),
    "answer form change": f.AnswerForm(ID, (), Typed(ANSWER.question, ANSWER.text, Scope.ALL), changes=ANSWER),
    "answer form change once": f.AnswerForm(ID, (), Typed(ANSWER.question, ANSWER.text), changes=ONCE),
    "hr answer": f.HrAnswerCard(ANSWER, AUTHOR),
    **{f"hr answer {note}": f.HrAnswerCard(ANSWER, AUTHOR, note) for note in f.AnswerNote},
    "hr answer once": f.HrAnswerCard(ONCE, AUTHOR, f.AnswerNote.SENT),
    "hr answer wild": f.HrAnswerCard(WILD_ANSWER, WILD_TEXT[:60]),
    "hr answers none": f.HrAnswers(()),
    "hr answers": f.HrAnswers(((ANSWER, AUTHOR), (REFERRAL, ""))),
    "hr answers many": f.HrAnswers(((WILD_ANSWER, AUTHOR),) * 40),
    "hr says to the asker": f.HrSays(ONCE, AUTHOR, asked=DOG.text),
    "hr refers the asker": f.HrSays(REFERRAL, "", asked=DOG.text),
    "hr says to all": f.HrSays(ANSWER, AUTHOR, question="hund med?", question_id=ID),
    "hr refers all": f.HrSays(REFERRAL, "", question="hund med?", question_id=ID),
    "hr says wild": f.HrSays(WILD_ANSWER, AUTHOR, question=WILD_TEXT[:1000], question_id=ID),
}
OFFERS: dict[str, NotCovered | DidYouMean] = {
    "not covered asked": NotCovered("Må jeg tage hunden med?", ID),
    "not covered wild": NotCovered(WILD_TEXT[:1000], ID),
}
