"""The words that all cards of broadcasts share: to whom, when, what is wrong, why somebody was not reached."""

from __future__ import annotations

from typing import assert_never

from cards.setting import Setting
from domain.broadcasts import LONGEST_TEXT, LONGEST_TITLE, MOST_LISTED, Audience, AudienceKind, Broadcast, Halt, Stage
from domain.drafts import Problem


def audience(of: Audience, setting: Setting) -> str:
    """Return to whom, in a few words."""
    t = setting.words.t
    match of.kind:
        case AudienceKind.ALL:
            return t("everybody")
        case AudienceKind.LEADERS:
            return t("all leaders")
        case AudienceKind.HOME_SOON:
            return t("people with home days within the next month")
        case AudienceKind.AGREED:
            return t("people with an agreement on fixed home days")
        case AudienceKind.LISTED:
            return t("people on a list")
        case AudienceKind.DEPARTMENTS:
            return t("all in {departments}", departments=setting.words.listed(of.departments))


def stage(of: Broadcast, setting: Setting) -> str:
    """Return how far a broadcast got, in a word or two."""
    t = setting.words.t
    match of.stage:
        case Stage.DRAFT:
            return t("draft")
        case Stage.SCHEDULED:
            return t("is sent {when}", when=setting.moment(of.send_at)) if of.send_at else t("planned")
        case Stage.SENDING:
            return t("is being sent")
        case Stage.STOPPED:
            return t("stopped")
        case Stage.SENT:
            return t("sent {when}", when=setting.moment(of.started_at)) if of.started_at else t("sent")
        case Stage.RECALLING:
            return t("is being called back")
        case Stage.RECALLED:
            return t("called back")


def halted(why: Halt, setting: Setting) -> str:
    """Return why a broadcast stopped by itself."""
    t = setting.words.t
    match why:
        case Halt.NOT_HR:
            return t("It was not sent: whoever planned it is no longer HR. Copy it to send it yourself.")
        case Halt.NOBODY:
            return t("It was not sent: when its time came, nobody was left to send it to.")


def problem(what: Problem, setting: Setting) -> str:
    """Return what must be put right, and how."""
    t, number = setting.words.t, setting.words.number
    match what:
        case Problem.TITLE_MISSING:
            return t("Write a title.")
        case Problem.TITLE_TOO_LONG:
            return t("The title is too long: {most} characters at most.", most=number(LONGEST_TITLE))
        case Problem.TEXT_MISSING:
            return t("Write the text.")
        case Problem.TEXT_TOO_LONG:
            return t("The text is too long: {most} characters at most.", most=number(LONGEST_TEXT))
        case Problem.ENGLISH_HALF:
            return t("The English version needs both a title and a text.")
        case Problem.NOT_A_LINK:
            return t("The link must be a whole address that begins with https.")
        case Problem.NOT_A_PICTURE:
            return t("The picture must be an https address that ends in .png, .jpg or .gif.")
        case Problem.CONFIRM_BY_PAST:
            return t("The date to confirm by comes before it is sent.")
        case Problem.DATE_UNREADABLE:
            return t("I cannot read the date. Write it as 2026-11-30.")
        case Problem.TIME_UNREADABLE:
            return t("I cannot read the time. Write it as 09:00.")
        case Problem.TIME_PAST:
            return t("The time to send has passed. Choose a later one, or leave it empty to send now.")
        case Problem.TIME_SKIPPED:
            return t("That hour does not exist: the clocks go forward that night. Choose another.")
        case Problem.NO_DEPARTMENT:
            return t("Choose at least one department.")
        case Problem.UNKNOWN_NAMES:
            return t("I do not know everybody on the list.")
        case Problem.TOO_MANY_NAMES:
            return t("The list holds too many: {most} people at most.", most=number(MOST_LISTED))
        case Problem.NOBODY:
            return t("Nobody is in that audience now.")
        case _:
            assert_never(what)


def reason(code: str, setting: Setting) -> str:
    """Return why somebody was not reached; the connector's own word where we have none."""
    t = setting.words.t
    match code:
        case "ConversationBlockedByUser":
            return t("has blocked the bot")
        case "BotNotInConversationRoster" | "NoConversation":
            return t("does not have the app")
        case "Install403":
            return t("the app may not be installed for them")
        case "Install404":
            return t("Microsoft does not know them")
        case "BotDisabledByAdmin":
            return t("the app is disabled for them")
        case "MessageWritesBlocked":
            return t("messages to them are blocked")
        case "ConversationNotFound":
            return t("the chat is gone")
        case "PersonLeft":
            return t("is no longer in the directory")
        case "CalledBack":
            return t("it was called back first")
        case "too_large":
            return t("the message is too large")
        case _:
            return t("Teams says {code}", code=code or "?")
