"""Answers from the policy: its own words, choices, or that it is silent."""

from __future__ import annotations

from microsoft_teams.cards import Action, ActionSet

from cards.actions import fold, open_url, press
from cards.ask_hr import offers
from cards.deeds import deed
from cards.drawn import Drawn
from cards.frame import Part, boxed, heading, line, quiet, said_only, sheet, shown_only, spoken, strong, together
from cards.frame_words import in_your_team
from cards.literal import clipped
from cards.quotation import quotation, source
from cards.setting import Setting
from domain.commands import NoneFits, RateAnswer, ShowPassage
from domain.facts import Thanked
from domain.people import Language
from policy.answers import Answer, DidYouMean, NotCovered
from policy.handbook import Kind, Passage
from policy.private import is_private

TITLE = 60
EXCERPT = 140


def draw_answer(fact: Answer, setting: Setting) -> Drawn:
    """Draw the passage word for word, with what belongs to it, and ask whether it helped."""
    t, passage = setting.words.t, fact.passage
    return sheet(
        heading(passage.heading or setting.handbook.title),
        _whose_matter(passage, setting),
        quotation(passage, setting),
        line(local, spacing="Medium") if (local := in_your_team(fact.frame, passage.id, setting)) else None,
        deed(passage.id, setting) if setting.known else None,
        _more(fact, setting),
        said_only(t('Did it help? Answer "yes" or "no".')) if setting.known else None,
        actions=[
            press(t("It helped"), RateAnswer(passage_id=passage.id, helped=True)),
            press(t("It did not help"), RateAnswer(passage_id=passage.id, helped=False, question=fact.question)),
        ],
        summary=clipped(passage.text.replace("\n", " "), EXCERPT),
    )


def draw_choices(fact: DidYouMean, setting: Setting) -> Drawn:
    """Draw up to three passages to choose among, and the way out."""
    t = setting.words.t
    return sheet(
        heading(t("Did you mean …?")),
        *(_choice(number, passage, fact.question, setting) for number, passage in enumerate(fact.choices, start=1)),
        said_only(t("Answer with the number.")) if setting.known else None,
        actions=[press(t("None of them"), NoneFits(question=fact.question))],
    )


def draw_not_covered(fact: NotCovered, setting: Setting) -> Drawn:
    """Draw that the policy is silent, and offer to ask HR."""
    t = setting.words.t
    actions = offers(fact.question, fact.question_id, setting)
    return sheet(
        heading(t("The policy does not say anything about that.")),
        line(t("HR and Personnel can help you on. You can also ask me again in other words.")),
        line(t("Shall I send your question to HR? The answer comes here.")) if actions else None,
        said_only(t('Answer "send" and I send it.')) if actions and not is_private(fact.question) else None,
        actions=actions,
    )


def draw_thanks(fact: Thanked, setting: Setting) -> Drawn:
    """Say thanks for a rating."""
    t = setting.words.t
    if fact.helped:
        return spoken(t("Good to hear. Thank you."))
    if fact.question_id is not None and fact.question.strip() and not is_private(fact.question):
        return spoken(t('Thank you for saying so. Try other words, or write "send to HR" and they get your question.'))
    return spoken(t("Thank you for saying so. Try other words, or ask HR and Personnel."))


def _whose_matter(passage: Passage, setting: Setting) -> Part | None:
    t = setting.words.t
    match passage.kind:
        case Kind.DISCUSSION:
            return line(t("That is settled at your workplace. The policy puts the question like this:"))
        case Kind.ADVICE:
            return line(t("This is advice, not a rule:"))
        case _:
            return None


def _more(fact: Answer, setting: Setting) -> Part | None:
    t = setting.words.t
    buttons: list[Action] = []
    if fact.related:
        related = (together(strong(one.heading), quotation(one, setting)) for one in fact.related)
        buttons.append(fold(t("See also"), together(*related)))
    if setting.handbook.url:
        buttons.append(open_url(t("Open the document"), setting.handbook.url))
    also = together(*(said_only(f"{t('See also')}: {one.heading}. {source(one, setting)}") for one in fact.related))
    return together(shown_only(ActionSet(actions=buttons)) if buttons else None, also)


def _choice(number: int, passage: Passage, asked: str, setting: Setting) -> Part:
    t = setting.words.t
    english = passage.english if setting.words.language is Language.ENGLISH else ""
    words = f"{number}. {clipped(' '.join((english or passage.text).split()), EXCERPT)}"
    above = clipped(passage.heading or setting.handbook.title, TITLE)
    place = t("{heading}, page {page}", heading=above, page=passage.page)
    show = press(t("Show {number}", number=number), ShowPassage(passage_id=passage.id, question=asked))
    return boxed(together(line(words), quiet(place), shown_only(ActionSet(actions=[show]))))
