"""Local frames in sentences: what is settled in a team, one thing a line."""

from __future__ import annotations

from babel.dates import get_day_names

from cards.setting import Setting
from domain.frames import AGREED, Approval, LocalFrame
from domain.refusals import Refusal, Rule
from policy.local import spoken


def lines(frame: LocalFrame, setting: Setting) -> list[str]:
    """Return all that is settled, but for the date of the talk in MED."""
    return [line_of(name, frame, setting) for name in AGREED if name != "med_on"]


def line_of(name: str, frame: LocalFrame, setting: Setting) -> str:
    """Return one field of the frames in a sentence."""
    t, n, listed = setting.words.t, setting.words.n, setting.words.listed
    match name:
        case "med_on":
            return discussed(frame, setting)
        case "approval":
            return approval_words(frame.approval, setting)
        case "attendance":
            days = listed([weekday(day, setting) for day in frame.attendance])
            return t("All are present every {days}.", days=days) if days else t("There is no fixed day of presence.")
        case "dates":
            days = listed([setting.day(on) for on in frame.dates])
            return t("All are present {days}.", days=days) if days else t("There are no single days of presence.")
        case "most_a_week":
            most = frame.most_a_week
            unlimited = t("There is no limit to home days a week.")
            return (
                n("At most {count} home day a week.", "At most {count} home days a week.", most) if most else unlimited
            )
        case "notice":
            many = frame.notice
            short = t("You can ask for a home day at short notice.")
            ahead = n("Ask at least {count} working day ahead.", "Ask at least {count} working days ahead.", many)
            return ahead if many else short
        case "hours":
            return t("Hours to be reached: {text}", text=frame.hours or t("nothing settled"))
        case "meetings":
            return t("Meetings and tasks at the workplace: {text}", text=frame.meetings or t("nothing settled"))
        case "replacement":
            if frame.replacement:
                return t("You can choose another day when a home day is cancelled.")
            return t("A cancelled home day is not replaced.")
        case _:
            never = t("There is no date for discussing it again.")
            return t("You discuss it again {day}.", day=setting.day(frame.discuss_on)) if frame.discuss_on else never


def discussed(frame: LocalFrame, setting: Setting) -> str:
    """Return that it is settled in the team, and when it was discussed."""
    return setting.words.t("Settled in your team, discussed in MED {day}.", day=setting.day(frame.med_on))


def in_your_team(frame: LocalFrame | None, passage_id: str, setting: Setting) -> str:
    """Return "Hos jer: …" with what the frames say about a passage, or nothing."""
    said = [line_of(name, frame, setting) for name in spoken(frame, passage_id)] if frame else []
    return setting.words.t("In your team: {text}", text=" ".join(said)) if said else ""


def speaking(refusal: Refusal, frame: LocalFrame, setting: Setting) -> str:
    """Return the frame's own line behind a refusal."""
    match refusal.rule:
        case Rule.ATTENDANCE_DAY if refusal.on in frame.dates:
            return line_of("dates", frame, setting)
        case Rule.ATTENDANCE_DAY:
            return line_of("attendance", frame, setting)
        case Rule.WEEK_IS_FULL:
            return line_of("most_a_week", frame, setting)
        case _:
            return line_of("notice", frame, setting)


def approval_words(approval: Approval, setting: Setting) -> str:
    """Return which days the leader answers."""
    t = setting.words.t
    return {
        Approval.EACH_DAY: t("The leader answers each home day."),
        Approval.ONLY_RECURRING: t("Single days hold at once. The leader answers fixed days."),
        Approval.NONE: t("Home days hold at once. Fixed days need an agreement first."),
    }[approval]


def weekday(day: int, setting: Setting) -> str:
    """Return "mandag" for 1."""
    return str(get_day_names("wide", locale=setting.words.language.value)[day - 1])
