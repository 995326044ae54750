"""The audit trail as HR reads it: who did what to whom and when, in words."""

from __future__ import annotations

from datetime import date

from microsoft_teams.cards import DateInput

from cards.actions import press
from cards.buttons import input_id
from cards.drawn import Drawn
from cards.frame import beneath, entry, heading, line, quiet, said_only, sheet, shown_only
from cards.literal import literal
from cards.setting import Setting
from domain.commands import ShowTrail
from domain.deeds import Deed, Entry
from domain.facts import AuditTrail

MOST_DAYS = 6


def draw_trail(fact: AuditTrail, setting: Setting) -> Drawn:
    """Draw the lines, newest first, and the inputs for another period."""
    t = setting.words.t
    names = {one.id: one.name for one in fact.people}
    title = t("Audit trail of {name}", name=fact.about.name) if fact.about else t("Audit trail")
    return sheet(
        heading(title),
        beneath(_period(fact, setting)),
        line(t("I cannot read that date. Write it as 2026-11-23.")) if fact.wrong else None,
        *(entry(deed_words(one.deed, setting), _remark(one, names, setting)) for one in fact.lines),
        line(t("Nothing is noted in that period.")) if not fact.lines else None,
        quiet(t("There is more. Choose a shorter period, or ask whoever runs the bot.")) if fact.more else None,
        quiet(t("Nothing here can be changed unseen. That you read it is noted too.")),
        said_only(t('Write for example "audit trail Anna Holm 2026-11-01 2026-11-30".')),
        shown_only(_date("first", t("From"), fact.first), _date("last", t("Until and with"), fact.last)),
        actions=[press(t("Show this period"), ShowTrail(employee_id=fact.about.id if fact.about else ""))],
    )


def deed_words(deed: str, setting: Setting) -> str:
    """Return what was done, in words; as it is kept where a newer version of the bot wrote it."""
    t = setting.words.t
    known = {
        Deed.ASKED: t("Home days asked for"),
        Deed.APPROVED: t("Home days approved"),
        Deed.DECLINED: t("Home days declined"),
        Deed.CANCELLED: t("Home days cancelled by the leader"),
        Deed.WITHDRAWN: t("Home days given up"),
        Deed.HELD_AT_ONCE: t("Home days held at once by the team's frames"),
        Deed.HALVED: t("Half of a home day given up"),
        Deed.SEEN: t("Cancellation confirmed as seen"),
        Deed.AGREEMENT_STARTED: t("Agreement drafted"),
        Deed.AGREEMENT_CHANGED: t("Agreement changed"),
        Deed.AGREEMENT_CONFIRMED: t("Agreement confirmed"),
        Deed.AGREEMENT_ENDED: t("Agreement ended"),
        Deed.AGREEMENT_FETCHED: t("Agreement fetched as a file"),
        Deed.HANDED_OUT: t("Equipment handed out"),
        Deed.LEAVING: t("Leaving noted"),
        Deed.SETTLED: t("Equipment given back or bought"),
        Deed.VALUED: t("Residual value set"),
        Deed.CHECKLIST_ASKED: t("Checklist asked for"),
        Deed.CHECKLIST_SENT: t("Checklist sent to the leader"),
        Deed.CHECKLIST_TAKEN_BACK: t("Checklist taken back"),
        Deed.CHECKLIST_CLOSED: t("Checklist gone through"),
        Deed.FRAMES_SET: t("The team's frames set"),
        Deed.TEAM_ASKED: t("Team asked before a talk"),
        Deed.BROADCAST_SENT: t("Message to many sent or planned"),
        Deed.BROADCAST_STEERED: t("Message to many stopped, resumed, called back or sent again"),
        Deed.BROADCAST_CORRECTED: t("Message to many corrected"),
        Deed.BROADCAST_CONFIRMED: t("Message confirmed as read and understood"),
        Deed.HR_ANSWERED: t("Question answered by HR"),
        Deed.HR_ANSWER_CHANGED: t("HR's answer changed"),
        Deed.HR_ANSWER_WITHDRAWN: t("HR's answer withdrawn"),
        Deed.REPORT_FETCHED: t("Report of a message to many fetched"),
        Deed.FEED_OPENED: t("Calendar address made"),
        Deed.FEED_CLOSED: t("Calendar address closed"),
        Deed.EXPORTED: t("Data about a person fetched"),
        Deed.ERASED: t("Data about a person erased"),
        Deed.IMPORTED: t("People file imported"),
        Deed.SYNCED: t("People updated from Microsoft"),
        Deed.POLICY_IMPORTED: t("Draft of the policy imported"),
        Deed.POLICY_PUBLISHED: t("Version of the policy published"),
        Deed.POLICY_DROPPED: t("Draft of the policy dropped"),
        Deed.RESTORED: t("Database put back from a copy"),
        Deed.TRAIL_READ: t("Audit trail read"),
    }
    return known[Deed(deed)] if deed in set(Deed) else deed


def _remark(one: Entry, names: dict[str, str], setting: Setting) -> str:
    t = setting.words.t
    by = names.get(one.by_id, t("somebody who is not known any more")) if one.by_id else t("the command line")
    parts = [setting.moment(one.at), t("by {name}", name=by)]
    if one.whom_id and one.whom_id != one.by_id:
        parts.append(t("concerning {name}", name=names.get(one.whom_id, t("somebody who is not known any more"))))
    days = [day for word in one.detail.split() if (day := _day(word))]
    if days:
        shown = setting.words.listed([setting.words.short_day(on, setting.today) for on in days[:MOST_DAYS]])
        parts.append(shown if len(days) <= MOST_DAYS else t("{days} and more", days=shown))
    return " · ".join(parts)


def _period(fact: AuditTrail, setting: Setting) -> str:
    t = setting.words.t
    if fact.first and fact.last:
        return t("From {first} until {last}", first=setting.day(fact.first), last=setting.day(fact.last))
    if fact.first:
        return t("From {first}", first=setting.day(fact.first))
    if fact.last:
        return t("Until {last}", last=setting.day(fact.last))
    return t("The newest first")


def _date(field: str, label: str, on: date | None) -> DateInput:
    return DateInput(id=input_id(field), label=literal(label), value=on.isoformat() if on else None)


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word) if len(word) == len("2026-11-23") else None
    except ValueError:
        return None
