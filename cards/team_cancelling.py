"""The whole team must come in: the leader's form, and who has seen it."""

from __future__ import annotations

from datetime import date

from cards.actions import press, reason_input
from cards.cancellation import PASSAGE, seen_at
from cards.day_words import named
from cards.drawn import Drawn
from cards.frame import Part, beneath, entry, heading, line, quiet, said_only, sheet, shown_only, together
from cards.quotation import policy_says
from cards.setting import Setting
from cards.words import sentence
from domain.commands import CancelTeamDays, LetGo, ShowTeamCancellation
from domain.facts import NobodyAtHome, Note, TeamCancelForm, TeamCancelled, TheirDays
from domain.home_days import HomeDay, WantedDay

MOST_SHOWN = 40


def draw_team_cancel_form(fact: TeamCancelForm, setting: Setting) -> Drawn:
    """Draw whose days would be cancelled, the policy's words, and the reason that it demands."""
    t, n = setting.words.t, setting.words.n
    count = sum(len(days) for _, days in fact.people)
    missing, stale = fact.note is Note.REASON_MISSING, fact.note is Note.STALE
    cancel = CancelTeamDays(cancellation_id=fact.cancellation_id, dates=fact.dates, seen=fact.seen, reason=fact.reason)
    return sheet(
        heading(n("Cancel {count} home day in your team", "Cancel {count} home days in your team", count)),
        beneath(sentence(_dates(fact.dates, setting))),
        line(t("Somebody's days have changed since this card. Here they are now.")) if stale else None,
        line(t("The reason is missing. Everybody is to know why.")) if missing else None,
        _people(fact.people, setting),
        policy_says(PASSAGE, setting),
        said_only(t('The reason: "{reason}"', reason=fact.reason)) if fact.reason else None,
        said_only(_how(fact, setting)),
        shown_only(reason_input(setting, t("Reason, for everybody to read"), required=True, value=fact.reason)),
        actions=[
            press(n("Keep the day", "Keep the days", count), LetGo(), alone=True),
            press(n("Cancel the day", "Cancel the days", count), cancel, "destructive"),
        ],
    )


def draw_team_cancelled(fact: TeamCancelled, setting: Setting) -> Drawn:
    """Draw whose days were cancelled, and who has seen it."""
    t, n = setting.words.t, setting.words.n
    count = sum(len(days) for _, days in fact.people)
    days = [day for _, theirs in fact.people for day in theirs]
    dates = tuple(sorted({day.on for day in days}))
    unseen = [person.first_name for person, theirs in fact.people if seen_at(theirs) is None]
    state = t("Not seen yet by {names}.", names=setting.words.listed(unseen)) if unseen else t("Everybody has seen it.")
    return sheet(
        heading(n("{count} home day is cancelled", "{count} home days are cancelled", count)),
        beneath(sentence(_dates(dates, setting))),
        line(t('The reason: "{reason}"', reason=days[0].reason)) if days[0].reason else None,
        line(t("Everybody on the list has been told.")),
        _people(fact.people, setting, seen=True),
        said_only(state),
        quiet(t("Whoever has not seen it in time is written to again, and you are told.")) if unseen else None,
        actions=[press(t("Who has seen it?"), ShowTeamCancellation(cancellation_id=fact.cancellation_id))],
        summary=state,
    )


def draw_nobody_at_home(fact: NobodyAtHome, setting: Setting) -> Drawn:
    """Draw that there is nothing to cancel."""
    t = setting.words.t
    return sheet(
        heading(t("Nobody in your team has a home day {day}", day=_dates(fact.dates, setting))),
        line(t("So there is nothing to cancel. I do not write to anybody.")),
    )


def _dates(dates: tuple[date, ...], setting: Setting) -> str:
    return named([WantedDay(on) for on in dates], setting)


def _people(people: tuple[TheirDays, ...], setting: Setting, *, seen: bool = False) -> Part:
    """Return a line for each person, with the days where there are several dates, and what was seen."""
    several = len({day.on for _, days in people for day in days}) > 1
    lines = []
    for person, days in people[:MOST_SHOWN]:
        which = sentence(named(days, setting)) if several else ""
        lines.append(entry(person.name, _seen(days, setting) if seen else which))
    more = len(people) - MOST_SHOWN
    rest = setting.words.t("And {count} more.", count=more) if more > 0 else ""
    return together(*lines, quiet(rest) if rest else None)


def _seen(days: tuple[HomeDay, ...], setting: Setting) -> str:
    when = seen_at(days)
    return setting.words.t("Seen {when}", when=setting.moment(when)) if when else setting.words.t("Not seen yet")


def _how(fact: TeamCancelForm, setting: Setting) -> str:
    t = setting.words.t
    if fact.reason:
        return t('Answer "yes" to cancel or "no" to leave it.')
    return t("Write the reason, and I show it before anything is cancelled.")
