"""A round of questions before a talk, as a member of the team sees it: to be answered, answered, over."""

from __future__ import annotations

from collections.abc import Sequence

from microsoft_teams.cards import Action, CardElement, Choice, ChoiceSetInput, TextInput

from cards.actions import press
from cards.buttons import item_input_id
from cards.discussion_words import from_policy, stance_word, until
from cards.drawn import Drawn
from cards.frame import Manner, Part, beneath, boxed, entry, heading, line, listing, quiet, said_only, sheet, together
from cards.literal import literal
from cards.setting import Setting
from domain.check_items import CheckItem
from domain.commands import CorrectReply, ReplyToDiscussion, ShowFrames
from domain.discussion import LONGEST_REMARK, Opinion, Stance
from domain.facts import DiscussionCard, RoundNote


def draw_discussion(fact: DiscussionCard, setting: Setting) -> Drawn:
    """Draw the form while there is something to fill in, else what one has answered."""
    return _form(fact, setting) if fact.open_form else _answered(fact, setting)


def _form(fact: DiscussionCard, setting: Setting) -> Drawn:
    t, one = setting.words.t, fact.discussion
    title = t("Before you talk about home work")
    asks = t("{name} would like to know what you think.", name=fact.asked_by or t("Your leader"))
    return sheet(
        heading(title),
        beneath(until(one, setting)),
        listing([t("The round closes soon, and your answer is still missing.")], "⚠")
        if fact.note is RoundNote.AGAIN
        else None,
        _stale(fact, setting),
        line(asks),
        quiet(
            t(
                "The answers are shown together, and never with names on them. Who has answered is shown only when "
                "at least five have. Please write nothing about anybody's health."
            )
        ),
        *(_question(number, each, fact, setting) for number, each in enumerate(one.questions, 1)),
        quiet(from_policy(one, setting)),
        said_only(t("Fill it in on the card: it does not show here.")),
        actions=[
            press(t("Send my answers"), ReplyToDiscussion(discussion_id=one.id, edition=fact.reply.edition), "positive")
        ],
        summary=title,
    )


def _answered(fact: DiscussionCard, setting: Setting) -> Drawn:
    t, one, reply = setting.words.t, fact.discussion, fact.reply
    given = [each for each in one.questions if reply.to(each).stance or reply.to(each).remark]
    if fact.is_over:
        title = t("The round is closed")
        remark = t("Your answers were among those your leader got.") if given else t("Answers are no longer taken.")
    else:
        title = t("Thank you for your answers")
        remark = t("You can change them as long as the round is open.")
    return sheet(
        heading(title),
        beneath(until(one, setting)) if not fact.is_over else None,
        line(remark),
        *(entry(each.text, _said(reply.to(each), setting)) for each in given),
        actions=_actions(fact, setting),
    )


def _actions(fact: DiscussionCard, setting: Setting) -> Sequence[Action]:
    t = setting.words.t
    if fact.is_over:
        return [press(t("What holds in your team"), ShowFrames(as_member=True))]
    return [press(t("Correct my answers"), CorrectReply(discussion_id=fact.discussion.id))]


def _question(number: int, question: CheckItem, fact: DiscussionCard, setting: Setting) -> Part:
    """Return one question: the policy's words as the label of the choice, and room for a remark."""
    t, kept = setting.words.t, fact.reply.to(question)
    shown = fact.unsaved.get(question.id, kept)
    label = f"{number}. {question.text}"
    choice = ChoiceSetInput(
        id=item_input_id("stances", question.id),
        label=literal(label),
        style="expanded",
        wrap=True,
        choices=[Choice(title=stance_word(each, setting), value=each.value) for each in Stance],
        value=shown.stance.value if shown.stance else None,
    )
    remark = TextInput(
        id=item_input_id("remarks", question.id),
        label=t("Comment to {number} (may be left out)", number=number),
        max_length=LONGEST_REMARK,
        value=literal(shown.remark) or None,
    )
    part = Part(tuple[CardElement, ...]((choice, remark)), ((Manner.ITEM, f"{label} {_said(kept, setting)}".strip()),))
    if question.id in fact.unsaved:
        so_far = _said(kept, setting) or t("not answered yet")
        part = together(part, line(t("⚠ Kept so far: {answer}", answer=so_far), "None"))
    return boxed(part)


def _stale(fact: DiscussionCard, setting: Setting) -> Part | None:
    if fact.note is not RoundNote.STALE:
        return None
    t = setting.words.t
    return listing([t("You have answered since this card. What you just filled in stands below: send it again.")], "⚠")


def _said(opinion: Opinion, setting: Setting) -> str:
    word = stance_word(opinion.stance, setting) if opinion.stance else ""
    return " · ".join(filter(None, (word, opinion.remark)))
