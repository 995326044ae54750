"""A round of questions to the team, as its leader sees it: put together, under way, and what came back."""

from __future__ import annotations

from datetime import timedelta

from microsoft_teams.cards import (
    Action,
    Choice,
    ChoiceSetInput,
    DateInput,
    StackedHorizontalBarChart,
    StackedHorizontalBarChartData,
    StackedHorizontalBarChartDataPoint,
)

from cards.actions import confirm, press
from cards.buttons import input_id
from cards.discussion_words import answers, stance_word, until
from cards.drawn import Drawn
from cards.frame import Part, beneath, heading, line, listing, quiet, said_only, sheet, shown_only
from cards.literal import block, clipped, literal
from cards.quotation import policy_says
from cards.setting import Setting
from domain.commands import CarryDiscussion, EndDiscussion, LetGo, ProposeDiscussion, ShowDiscussion, StartDiscussion
from domain.discussion import ENOUGH, MOST_DAYS, PASSAGE, Stance
from domain.facts import DiscussionForm, DiscussionState, RoundNote

LONGEST_CHOICE = 140
COLOURS = {Stance.TALK: "warning", Stance.WORKS: "good", Stance.UNSURE: "neutral"}


def draw_discussion_form(fact: DiscussionForm, setting: Setting) -> Drawn:
    """Draw the policy's themes and questions to choose from, and the last day for answers."""
    t, n = setting.words.t, setting.words.n
    choices = [Choice(title=literal(clipped(each.text, LONGEST_CHOICE)), value=each.id) for each in fact.questions]
    return sheet(
        heading(t("What shall the team think about before the talk?")),
        _problem(fact, setting),
        line(t("These are the policy's own themes and questions. Choose a few: short rounds get answers.")),
        said_only(t("Fill it in on the card: it does not show here.")),
        shown_only(
            ChoiceSetInput(
                id=input_id("questions"),
                label=t("Themes and questions"),
                choices=choices,
                value=",".join(fact.chosen) or None,
                is_multi_select=True,
                style="expanded",
                wrap=True,
            ),
            DateInput(
                id=input_id("closes_on"),
                label=t("Last day for answers"),
                value=fact.closes_on.isoformat(),
                min=setting.today.isoformat(),
                max=(setting.today + timedelta(days=MOST_DAYS)).isoformat(),
            ),
        ),
        quiet(n("{count} employee is asked.", "{count} employees are asked.", fact.team_size)),
        _promise(setting),
        policy_says(PASSAGE, setting),
        actions=[
            press(t("Ask the team"), StartDiscussion(discussion_id=fact.discussion_id), "positive"),
            press(t("Cancel"), LetGo(), alone=True),
        ],
    )


def draw_discussion_state(fact: DiscussionState, setting: Setting) -> Drawn:
    """Draw how many have answered while the round is open, and afterwards what they answered."""
    return _result(fact, setting) if fact.is_over else _under_way(fact, setting)


def _under_way(fact: DiscussionState, setting: Setting) -> Drawn:
    t, one = setting.words.t, fact.discussion
    question = line(t("Then nobody can answer any more, and you see what was answered."))
    return sheet(
        heading(t("The team has been asked")),
        beneath(until(one, setting)),
        line(_answered(fact, setting)),
        listing(clipped(each.text, LONGEST_CHOICE) for each in one.questions),
        _promise(setting),
        said_only(t('Write "the round" to see how far it is.')),
        actions=[
            press(t("How far is it?"), ShowDiscussion(discussion_id=one.id)),
            confirm(t("Close it now …"), question, t("Close and see the answers"), EndDiscussion(discussion_id=one.id)),
        ],
    )


def _result(fact: DiscussionState, setting: Setting) -> Drawn:
    t = setting.words.t
    return sheet(
        heading(t("What the team thinks before the talk")),
        beneath(_answered(fact, setting)),
        line(t("Nobody has answered, so take the questions with you to the talk.")) if not fact.answered else None,
        shown_only(_chart(fact, setting)) if fact.answered else None,
        answers(fact.tallies, setting),
        _who(fact, setting),
        actions=_actions(fact, setting),
    )


def _chart(fact: DiscussionState, setting: Setting) -> StackedHorizontalBarChart:
    """Return a bar a question as Teams draws it; elsewhere the numbers beneath say the same."""
    bars = [
        StackedHorizontalBarChartData(
            title=str(number),
            data=[
                StackedHorizontalBarChartDataPoint(
                    legend=stance_word(stance, setting), value=count, color=COLOURS[stance]
                )
                for stance, count in tally.counts.items()
                if count
            ],
        )
        for number, tally in enumerate(fact.tallies, 1)
        if any(tally.counts.values())
    ]
    title = setting.words.t("Answers to each question")
    return StackedHorizontalBarChart(title=title, data=bars, fallback=block(" "))


def _who(fact: DiscussionState, setting: Setting) -> Part | None:
    t = setting.words.t
    if not fact.answered:
        return None
    if fact.names:
        return quiet(t("Answered by {names}.", names=setting.words.listed(list(fact.names))))
    return quiet(t("Who has answered is not shown, for fewer than {count} have.", count=ENOUGH))


def _answered(fact: DiscussionState, setting: Setting) -> str:
    return setting.words.t("{done} of {all} have answered", done=fact.answered, all=fact.team_size)


def _promise(setting: Setting) -> Part:
    return quiet(
        setting.words.t(
            "You see the answers together once the round is closed, without names on them. Who has answered is shown "
            "only when at least five have."
        )
    )


def _problem(fact: DiscussionForm, setting: Setting) -> Part | None:
    t = setting.words.t
    match fact.note:
        case RoundNote.NO_QUESTION:
            return listing([t("Choose at least one question.")], "⚠")
        case RoundNote.NO_DATE:
            return listing([t("Choose a last day from today on, at most {count} days ahead.", count=MOST_DAYS)], "⚠")
        case _:
            return None


def _actions(fact: DiscussionState, setting: Setting) -> list[Action]:
    t = setting.words.t
    again = press(t("Ask the team anew"), ProposeDiscussion())
    if not fact.can_carry:
        return [again]
    return [press(t("Carry it into the frames"), CarryDiscussion(discussion_id=fact.discussion.id), "positive"), again]
