"""A "no" with its rule in the policy's words and the nearest "yes"."""

from __future__ import annotations

from typing import assert_never

from microsoft_teams.cards import Action

from cards.actions import press
from cards.checklist_buttons import open_of, open_own
from cards.drawn import Drawn
from cards.frame import Part, heading, line, quiet, sheet
from cards.frame_words import discussed, speaking
from cards.quotation import policy_says
from cards.setting import Setting
from cards.words import sentence
from domain.commands import (
    ApproveDays,
    AskForChecklist,
    EditFrames,
    ProposeDays,
    ShowHelp,
    ShowMyDays,
    StartAgreement,
    Wanted,
)
from domain.facts import Refused
from domain.frames import AGREED_RULES
from domain.refusals import Refusal, Rule


def draw_refused(fact: Refused, setting: Setting) -> Drawn:
    """Draw the refusal: what and why, the passage behind it, and what can be done instead."""
    t, refusal = setting.words.t, fact.refusal
    nearest = refusal.nearest
    possible = t("You can choose {day} instead.", day=setting.day(nearest)) if nearest else ""
    return sheet(
        heading(title(refusal, setting)),
        line(because(refusal, setting)),
        _settled(fact, setting),
        policy_says(refusal.passage_id, setting),
        line(possible, spacing="Medium") if possible else None,
        line(way_on, spacing="Medium") if not nearest and (way_on := _way_on(refusal.rule, setting)) else None,
        actions=_actions(refusal, setting) + _anyway(fact, setting),
    )


def title(refusal: Refusal, setting: Setting) -> str:
    """Return what was not done."""
    t = setting.words.t
    match refusal.rule:
        case Rule.STALE:
            return t("The card is an old one")
        case Rule.UNREADABLE:
            return t("I cannot read that card")
        case Rule.NOT_FOUND | Rule.NO_SUCH_DAY | Rule.NO_SUCH_DAY_OF_THEIRS:
            return t("I cannot find the day")
        case Rule.REASON_MISSING:
            return t("The reason is missing")
        case Rule.TOO_FAR_AHEAD | Rule.NOT_A_WORKDAY | Rule.NO_LEADER if refusal.on is not None:
            return t("I cannot pass on {day}", day=setting.day(refusal.on))
        case _:
            return t("I cannot do that")


def because(refusal: Refusal, setting: Setting) -> str:
    """Return the rule in a sentence."""
    t = setting.words.t
    day = sentence(setting.day(refusal.on)) if refusal.on is not None else t("The day")
    match refusal.rule:
        case Rule.STALE:
            return t("The day has been changed since this card.")
        case Rule.DAY_HAS_PASSED:
            return t("{day} has passed, so it can no longer be changed.", day=day)
        case Rule.TOO_FAR_AHEAD:
            return t("{day} is more than a year ahead, and that is as far as I can see.", day=day)
        case Rule.NOT_A_WORKDAY:
            return t("{day} is not a working day.", day=day)
        case Rule.NO_LEADER:
            return t("I do not know who your leader is, so I have nobody to ask.")
        case Rule.REASON_MISSING:
            return t("A home day can be cancelled when operations call for it, so write why.")
        case Rule.NOT_YOUR_EMPLOYEE:
            return t("Only the employee's own leader or that leader's deputy can answer here.")
        case Rule.NOT_FOR_ONESELF:
            return t("You cannot answer for your own home days. Your leader does that.")
        case Rule.NOT_YOURS:
            return t("The day belongs to somebody else, so you cannot change it.")
        case Rule.ASKED_BY_THEMSELVES:
            return t("People ask for their own home days. Once {name} has done so, I ask you.", name=refusal.who)
        case Rule.NOT_FOUND:
            return t("It may have been changed or removed in the meantime.")
        case Rule.NO_SUCH_DAY | Rule.NO_SUCH_DAY_OF_THEIRS if refusal.several:
            return t("There is no home day on those days.")
        case Rule.NO_SUCH_DAY | Rule.NO_SUCH_DAY_OF_THEIRS if refusal.on is not None:
            return t("There is no home day on {day}.", day=setting.day(refusal.on))
        case Rule.NO_SUCH_DAY | Rule.NO_SUCH_DAY_OF_THEIRS:
            return t("There is no home day to come.")
        case Rule.NEEDS_AGREEMENT:
            return t("Recurring days need an agreement that both have confirmed. The days stay asked for until then.")
        case Rule.NEEDS_FRAMES if refusal.about:
            return t("An agreement builds on what holds in your team, and that is not set yet. It comes first.")
        case Rule.NEEDS_FRAMES:
            leader = refusal.who or t("your leader")
            return t(
                "An agreement builds on what holds in the team, and that is not set yet. Ask {leader} to do it first.",
                leader=leader,
            )
        case Rule.VALUE_MISSING:
            return t("The residual value is not set yet. HR notes it for Intern Service or IT.")
        case Rule.ATTENDANCE_DAY:
            return t("{day} is a day when all of your team are at the workplace.", day=day)
        case Rule.WEEK_IS_FULL:
            return t("{day} would be one home day too many that week.", day=day)
        case Rule.NOTICE_TOO_SHORT:
            return t("{day} is at too short notice.", day=day)
        case Rule.ONLY_LEADER:
            return t("Only the leader of a team sets what holds there.")
        case Rule.ONLY_HR:
            return t("Only HR and Personnel can do that.")
        case Rule.ITEMS_MISSING:
            return t("Every item needs an answer first. What you have filled in is kept.")
        case Rule.GAPS_LEFT:
            return t("Each gap needs a decision first: what is provided, or what you have arranged.")
        case Rule.TOO_LONG:
            return t(
                "That text is too long: a comment may have 1,000 characters, a piece of equipment 200. "
                "Nothing is changed yet."
            )
        case Rule.WORKPLACE_UNMET:
            return t(
                "With these days {name} would be at home more than two days a week on average, and the checklist of "
                "the home workplace is not in place. Go through it together first, or approve fewer days.",
                name=refusal.who or t("your employee"),
            )
        case Rule.NOT_YOUR_CHECKLIST:
            return t("The checklist belongs to somebody else, so you cannot change it.")
        case Rule.ONLY_LEADERS:
            return t("That is for leaders: it is about a team.")
        case Rule.NO_SUCH_ROUND:
            return t("I know of no round of questions in your team.")
        case Rule.ROUND_IS_OVER:
            return t("The round is closed, so answers are no longer taken.")
        case Rule.TEAM_TOO_SMALL:
            return t(
                "You are so few that everybody would know whose answer it is. Take the questions to the talk itself."
            )
        case Rule.NO_SUCH_CHECKLIST:
            return t("That checklist is not there any more.")
        case Rule.OWN_DATA:
            return t('What is kept about yourself you delete in your own name: write "delete my data".')
        case Rule.NOBODY_KNOWN:
            return t("I know nobody like that any more.")
        case Rule.STRANGER:
            return t("You are not in the directory that I use.")
        case Rule.UNREADABLE:
            return t("Nothing has been changed. Write to me what you would like, and we take it from there.")
        case _:
            assert_never(refusal.rule)


def _way_on(rule: Rule, setting: Setting) -> str:
    t = setting.words.t
    match rule:
        case Rule.NO_LEADER:
            return t("HR and Personnel can put it right in the directory.")
        case Rule.STALE | Rule.NOT_FOUND | Rule.NO_SUCH_DAY:
            return t('Write "my home days" to see how they stand now.')
        case Rule.NO_SUCH_DAY_OF_THEIRS:
            return t('Write "the team this week" to see the home days.')
        case Rule.DAY_HAS_PASSED | Rule.TOO_FAR_AHEAD | Rule.NOT_A_WORKDAY:
            return t('Write another day, for example "home on Thursday".')
        case _:
            return ""


def _actions(refusal: Refusal, setting: Setting) -> list[Action]:
    t = setting.words.t
    if (nearest := refusal.nearest) is not None and refusal.about is None:
        instead = ProposeDays(days=(Wanted(on=nearest),))
        return [press(t("Ask for {day}", day=setting.day(nearest)), instead, "positive")]
    if refusal.rule is Rule.NEEDS_AGREEMENT and refusal.about:
        return [press(t("Start the agreement"), StartAgreement(employee_id=refusal.about), "positive")]
    if refusal.rule is Rule.NEEDS_FRAMES and refusal.about:
        return [press(t("Set what holds"), EditFrames(), "positive")]
    if refusal.rule is Rule.WORKPLACE_UNMET and refusal.about:
        return [open_of(refusal.about, setting), _ask_for_checklist(refusal.about, setting)]
    if refusal.rule in (Rule.NO_SUCH_CHECKLIST, Rule.NOT_YOUR_CHECKLIST):
        return [open_own(setting)]
    if refusal.rule in (Rule.STALE, Rule.NOT_FOUND, Rule.NO_SUCH_DAY):
        return [press(t("My home days"), ShowMyDays())]
    if refusal.rule is Rule.UNREADABLE:
        return [press(t("Help"), ShowHelp())]
    return []


def _settled(fact: Refused, setting: Setting) -> Part | None:
    """Return what the team has settled, in its own words, and when it was discussed in MED."""
    if fact.frame is None or fact.refusal.rule not in AGREED_RULES:
        return None
    return quiet(f"{speaking(fact.refusal, fact.frame, setting)} {discussed(fact.frame, setting)}")


def _anyway(fact: Refused, setting: Setting) -> list[Action]:
    t = setting.words.t
    match fact.anyway:
        case ApproveDays():
            return [press(t("Approve anyway"), fact.anyway)]
        case ProposeDays():
            return [press(t("Ask anyway"), fact.anyway)]
        case _:
            return []


def _ask_for_checklist(person_id: str, setting: Setting) -> Action:
    return press(setting.words.t("Ask for the checklist"), AskForChecklist(employee_id=person_id))
