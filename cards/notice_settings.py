"""One's own settings for messages: quiet hours, language, and advice on home days."""

from __future__ import annotations

from microsoft_teams.cards import CardElement, Choice, ChoiceSetInput, TimeInput

from cards.actions import press
from cards.buttons import input_id
from cards.drawn import Drawn
from cards.frame import Part, heading, line, listing, quiet, said_only, sheet, shown_only
from cards.preferences import clock
from cards.setting import Setting
from domain.commands import SaveNotices, ShowMyDays
from domain.facts import MyNotices
from domain.notice_settings import NoticeSettings, typed_hours
from domain.people import Language
from domain.quiet import USUAL


def draw_notices(fact: MyNotices, setting: Setting) -> Drawn:
    """Draw the settings as they stand and the form that changes them."""
    t = setting.words.t
    return sheet(
        heading(t("Messages from me")),
        line(t("It is kept.")) if fact.saved else None,
        _problem(fact, setting),
        line(_quiet(fact.settings, setting)),
        line(_advice(fact.settings, setting)),
        quiet(
            t(
                "In your quiet hours I keep what I have for you until they are over. Only a home day that is cancelled "
                "and begins within 24 hours comes at once."
            )
        ),
        said_only(t("Fill it in on the card: it does not show here.")),
        shown_only(*_inputs(fact, setting)),
        actions=[press(t("Keep"), SaveNotices(), "positive"), press(t("My home days"), ShowMyDays(), alone=True)],
    )


def _quiet(settings: NoticeSettings, setting: Setting) -> str:
    t = setting.words.t
    own = settings.quiet
    if own is None:
        return t("You have no quiet hours: I write when there is something.")
    if own.start is None or own.end is None:
        return t("It is quiet on weekends and public holidays.")
    hours = t("{start}–{end}", start=clock(own.start), end=clock(own.end))
    if own.free_days:
        return t("It is quiet {hours}, and all day on weekends and public holidays.", hours=hours)
    return t("It is quiet {hours}.", hours=hours)


def _advice(settings: NoticeSettings, setting: Setting) -> str:
    t = setting.words.t
    if settings.advice:
        return t("On the morning of a home day you get a piece of advice and a reminder to clock in.")
    return t("You get no advice on home days.")


def _problem(fact: MyNotices, setting: Setting) -> Part | None:
    t = setting.words.t
    if fact.problem is None:
        return None
    return listing([t("Fill in both quiet hours, and not the same twice, or leave both out.")], "⚠")


def _inputs(fact: MyNotices, setting: Setting) -> list[CardElement]:
    t = setting.words.t
    typed = fact.typed or typed_hours(fact.settings)
    yes_no = [Choice(title=t("Yes"), value="yes"), Choice(title=t("No"), value="no")]
    free_days = fact.settings.quiet is not None and fact.settings.quiet.free_days
    usual = t("for example {hours}", hours=t("{start}–{end}", start=clock(USUAL[0]), end=clock(USUAL[1])))
    return [
        ChoiceSetInput(
            id=input_id("language"),
            label=t("Language"),
            value=fact.language.value,
            choices=[
                Choice(title="Dansk", value=Language.DANISH.value),
                Choice(title="English", value=Language.ENGLISH.value),
            ],
        ),
        TimeInput(
            id=input_id("quiet_from"), label=t("Quiet from ({usual})", usual=usual), value=typed.start[:5] or None
        ),
        TimeInput(id=input_id("quiet_to"), label=t("Quiet until"), value=typed.end[:5] or None),
        ChoiceSetInput(
            id=input_id("free_days"),
            label=t("Quiet all day on weekends and public holidays?"),
            value="yes" if free_days else "no",
            choices=yes_no,
        ),
        ChoiceSetInput(
            id=input_id("advice"),
            label=t("Advice on the morning of a home day?"),
            value="yes" if fact.settings.advice else "no",
            choices=yes_no,
        ),
    ]
