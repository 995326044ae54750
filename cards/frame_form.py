"""The form in which a leader fills in what holds in the team."""

from __future__ import annotations

from datetime import date

from microsoft_teams.cards import CardElement, Choice, ChoiceSetInput, DateInput, TextInput, ToggleInput

from cards.actions import press
from cards.buttons import input_id
from cards.discussion_words import answers
from cards.drawn import Drawn
from cards.frame import Part, heading, line, listing, quiet, said_only, sheet, shown_only
from cards.frame_words import approval_words, weekday
from cards.literal import literal
from cards.setting import Setting
from cards.words import sentence
from domain.commands import LetGo, PreviewFrames
from domain.facts import FrameForm
from domain.frame_form import NO_LIMIT, FrameProblem, TypedFrame
from domain.frames import LONGEST_TEXT, MOST_DATES, MOST_NOTICE, Approval

LONGEST_DATES = 12 * MOST_DATES
LONGEST_NOTICE = 20  # characters: what is no number is shown as it was typed
MOST_A_WEEK = 5


def draw_frame_form(fact: FrameForm, setting: Setting) -> Drawn:
    """Draw the form, filled in with what holds or what was typed."""
    t = setting.words.t
    return sheet(
        heading(t("What shall hold in your team?")),
        line(t("It was changed since your card. Here it is as it stands now.")) if fact.stale else None,
        _problems(fact, setting),
        quiet(t("Fill it in when it has been discussed in MED. You see what changes before it holds.")),
        answers(fact.answered, setting) if fact.answered else None,
        said_only(t("Fill it in on the card: it does not show here.")),
        shown_only(*_inputs(fact.typed, setting)),
        actions=[
            press(t("See what changes"), PreviewFrames(version=fact.version), "positive"),
            press(t("Cancel"), LetGo(), alone=True),
        ],
    )


def _problems(fact: FrameForm, setting: Setting) -> Part | None:
    t = setting.words.t
    said = {
        FrameProblem.MED_DATE: t("Choose the date when it was discussed in MED. It cannot be a day to come."),
        FrameProblem.DATES: t(
            "I cannot read the single dates. Write at most {most}, for example 17-12-2026, 29-01-2027.", most=MOST_DATES
        ),
        FrameProblem.NUMBER: t("Write the notice as a number of working days from 0 to {most}.", most=MOST_NOTICE),
        FrameProblem.TEXT: t("A text may be {most} characters long.", most=LONGEST_TEXT),
        FrameProblem.DISCUSS_DATE: t("The date for discussing it again must be a day to come."),
    }
    return listing([said[one] for one in fact.problems], "⚠") if fact.problems else None


def _inputs(typed: TypedFrame, setting: Setting) -> list[CardElement]:
    t = setting.words.t
    approval = typed.approval if typed.approval in set(Approval) else Approval.EACH_DAY.value
    approvals = [Choice(title=approval_words(one, setting), value=one.value) for one in Approval]
    weekdays = [Choice(title=sentence(weekday(day, setting)), value=str(day)) for day in range(1, 6)]
    numbers = [str(number) for number in range(1, MOST_A_WEEK + 1)]
    most = typed.most_a_week if typed.most_a_week in numbers else NO_LIMIT
    limits = [Choice(title=t("No limit"), value=NO_LIMIT), *(Choice(title=one, value=one) for one in numbers)]
    chosen = ",".join(day for day in typed.attendance.split(",") if day in numbers)
    return [
        _date("med_on", t("Discussed in MED"), typed.med_on),
        ChoiceSetInput(
            id=input_id("approval"),
            label=t("Which home days does the leader answer?"),
            value=approval,
            choices=approvals,
            style="expanded",
            wrap=True,
        ),
        ChoiceSetInput(
            id=input_id("attendance"),
            label=t("Weekdays when all are present"),
            value=chosen or None,
            choices=weekdays,
            is_multi_select=True,
        ),
        _text("dates", t("Single dates when all are present (may be left out)"), typed.dates, LONGEST_DATES),
        ChoiceSetInput(id=input_id("most_a_week"), label=t("Most home days a week"), value=most, choices=limits),
        _text("notice", t("Least notice in working days (may be left out)"), typed.notice, LONGEST_NOTICE),
        _text("hours", t("Hours to be reached (may be left out)"), typed.hours),
        _text("meetings", t("Meetings and tasks that call for the workplace (may be left out)"), typed.meetings),
        ToggleInput(
            id=input_id("replacement"),
            label=t("Replacement day"),
            title=t("You can choose another day when a home day is cancelled."),
            value="true" if typed.replacement == "true" else "false",
            value_on="true",
            value_off="false",
        ),
        _date("discuss_on", t("To be discussed again (may be left out)"), typed.discuss_on),
    ]


def _text(field: str, label: str, value: str, most: int = LONGEST_TEXT) -> TextInput:
    return TextInput(
        id=input_id(field),
        label=label,
        value=literal(value[:most]) or None,
        max_length=most,
        is_multiline=most == LONGEST_TEXT or None,
    )


def _date(field: str, label: str, value: str) -> DateInput:
    try:
        shown = date.fromisoformat(value).isoformat()
    except ValueError:
        shown = None
    return DateInput(id=input_id(field), label=label, value=shown)
