"""A question on its way to HR, and HR's answer, as the asker sees them."""

from __future__ import annotations

from uuid import UUID

from microsoft_teams.cards import Action, Container

from cards.actions import press
from cards.drawn import Drawn
from cards.frame import Manner, Part, heading, line, quiet, said_only, sheet
from cards.inbox import signed
from cards.literal import block, clipped
from cards.setting import Setting
from domain.commands import SendToHr, TakeBackQuestion
from domain.facts import HrSays, SentToHr, TakenBack
from domain.questions import MOST_OPEN, Scope

EXCERPT = 140


def draw_sent_to_hr(fact: SentToHr, setting: Setting) -> Drawn:
    """Draw that a question waits for HR, and how to take it back."""
    t = setting.words.t
    if fact.too_many:
        return sheet(
            heading(t("That one was not sent")),
            line(t("{count} of your questions wait for HR already. Let them answer some first.", count=MOST_OPEN)),
        )
    return sheet(
        heading(t("Your question is sent to HR")),
        own_words(fact.question.text),
        line(t("I write to you here when they have answered.")),
        quiet(t("HR sees the question and not your name. Your name is kept with it only until it is answered.")),
        said_only(t('Write "take it back" if it is not to be answered after all.')),
        actions=[press(t("Take it back"), TakeBackQuestion(question_id=fact.question.id))],
    )


def draw_taken_back(fact: TakenBack, setting: Setting) -> Drawn:
    """Draw that a question is gone, or that HR was quicker."""
    t = setting.words.t
    if fact.answered:
        return sheet(heading(t("HR has answered that question")), line(t("The answer stands in this chat.")))
    return sheet(heading(t("Your question is taken back")), line(t("It is deleted, and HR does not see it any more.")))


def draw_hr_says(fact: HrSays, setting: Setting) -> Drawn:
    """Draw HR's answer: to one's own question, or kept for all who ask the same."""
    t = setting.words.t
    answer = fact.answer
    refers = answer.scope is Scope.REFERRAL
    if fact.asked:
        title = t("HR has answered your question")
    else:
        title = (
            t("The policy does not say. HR refers you on") if refers else t("The policy does not say. HR has answered")
        )
    return sheet(
        heading(title),
        own_words(fact.asked or answer.question),
        line(t("The policy does not cover it. HR writes:") if refers and fact.asked else t("HR writes:")),
        line(answer.text),
        quiet(t("{signature} · HR's words, not the policy's", signature=signed(answer, fact.author, setting))),
        actions=offers(fact.question, fact.question_id, setting, t("It was something else: send it to HR")),
        summary=clipped(" ".join(answer.text.split()), EXCERPT),
    )


def offers(question: str, question_id: UUID | None, setting: Setting, title: str = "") -> list[Action]:
    """Return the button that sends a question to HR; none where nothing was asked."""
    if question_id is None or not question.strip():
        return []
    return [press(title or setting.words.t("Send it to HR"), SendToHr(question_id=question_id, question=question))]


def own_words(text: str) -> Part:
    """Return what somebody asked, in a quiet box; never as anything but words."""
    return Part((Container(items=[block(text)], style="emphasis", spacing="Small"),), ((Manner.QUOTE, text),))
