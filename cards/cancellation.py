"""A home day that the leader cancels: the form, the leader's card and the employee's card."""

from __future__ import annotations

from datetime import datetime, time

from microsoft_teams.cards import Action

from cards.actions import press, reason_input
from cards.day_words import MANY, cancelled, in_order, named, refs, still
from cards.drawn import Drawn
from cards.frame import Part, beneath, heading, line, listing, quiet, said_only, sheet, shown_only, together
from cards.my_request import stale
from cards.quotation import policy_says
from cards.replacement import choices, instead_of
from cards.setting import Setting
from cards.words import MUNICIPAL_ZONE, sentence
from domain.commands import AcknowledgeCancellation, CancelDays, LetGo
from domain.facts import CancelForm, LeaderCancellation, MyCancellation, Note
from domain.home_days import HomeDay, Status
from domain.overdue import is_last_minute

PASSAGE = "ramme-annullering"


def draw_my_cancellation(fact: MyCancellation, setting: Setting) -> Drawn:
    """Draw for the employee which days, by whom, the reason, the policy's words, and the button "Set"."""
    t, n = setting.words.t, setting.words.n
    days = in_order(fact.days)
    by = fact.by.first_name if fact.by else t("your leader")
    told = cancelled(days, by, setting)
    seen = seen_at(days)
    return sheet(
        heading(n("Your home day has been cancelled", "Your home days have been cancelled", len(days))),
        stale(fact.note, setting),
        line(told),
        _list(days, setting),
        policy_says(PASSAGE, setting),
        instead_of(fact, setting)
        or quiet(t('Would you like another day instead? Write for example "home on Friday".')),
        line(t("You saw it {when}.", when=setting.moment(seen))) if seen else said_only(t('Answer "seen".')),
        actions=([] if seen else [_seen_button(fact, setting)]) + choices(fact, setting),
        summary=told,
    )


def draw_leader_cancellation(fact: LeaderCancellation, setting: Setting) -> Drawn:
    """Draw for the leader what was cancelled and whether the employee has seen it."""
    t, n = setting.words.t, setting.words.n
    days, name = in_order(fact.days), fact.employee.first_name
    whose = setting.words.owner(name)
    seen = seen_at(days)
    state = t("{name} saw it {when}.", name=name, when=setting.moment(seen)) if seen else _not_seen(days, name, setting)
    return sheet(
        heading(n("{whose} home day is cancelled", "{whose} home days are cancelled", len(days), whose=whose)),
        beneath(sentence(named(days, setting))),
        stale(fact.note, setting),
        _list(days, setting),
        line(t('The reason: "{reason}"', reason=days[0].reason)) if days[0].reason else None,
        line(state),
    )


def draw_cancel_form(fact: CancelForm, setting: Setting) -> Drawn:
    """Draw the leader's form: which days, the policy's words, and the reason that it demands."""
    t, n = setting.words.t, setting.words.n
    name = fact.employee.first_name
    days = still(fact.days, setting, Status.ASKED, Status.APPROVED)
    title = n("Cancel {whose} home day", "Cancel {whose} home days", len(days), whose=setting.words.owner(name))
    missing = fact.note is Note.REASON_MISSING
    reason = reason_input(setting, t("Reason, for {name} to read", name=name), required=True, value=fact.reason)
    return sheet(
        heading(title),
        beneath(sentence(named(days, setting))) if days else line(t("There is no home day to come.")),
        line(t("The reason is missing. {name} is to know why.", name=name)) if missing else None,
        _list(days, setting),
        policy_says(PASSAGE, setting),
        _how(fact, setting) if days else None,
        shown_only(reason) if days else None,
        actions=_form_actions(fact, days, setting) if days else [],
    )


def seen_at(days: tuple[HomeDay, ...]) -> datetime | None:
    """Return when the last of the days was seen, or None while one is not."""
    moments = [day.seen_at for day in days if day.seen_at is not None]
    return max(moments) if moments and len(moments) == len(days) else None


def _not_seen(days: tuple[HomeDay, ...], name: str, setting: Setting) -> str:
    t = setting.words.t
    now = datetime.combine(setting.today, time(), MUNICIPAL_ZONE)
    if any(day.on == setting.today and day.seen_at is None and is_last_minute(day, now) for day in days):
        return t(
            "{name} has not seen it yet, and it is about today. "
            "I will write again soon. Please tell {name} yourself too.",
            name=name,
        )
    return t("{name} has not seen it yet. This card changes when that happens.", name=name)


def _seen_button(fact: MyCancellation, setting: Setting) -> Action:
    seen = AcknowledgeCancellation(cancellation_id=fact.cancellation_id)
    return press(setting.words.t("Seen"), seen, "positive")


def _list(days: tuple[HomeDay, ...], setting: Setting) -> Part | None:
    return listing(sentence(setting.wanted(day)) for day in days) if len(days) > MANY else None


def _how(fact: CancelForm, setting: Setting) -> Part:
    t = setting.words.t
    if not fact.reason:
        return said_only(t("Write the reason, and I show it before anything is cancelled."))
    reason = said_only(t('The reason: "{reason}"', reason=fact.reason))
    return together(reason, said_only(t('Answer "yes" to cancel or "no" to leave it.')))


def _form_actions(fact: CancelForm, days: tuple[HomeDay, ...], setting: Setting) -> list[Action]:
    n = setting.words.n
    cancel = CancelDays(cancellation_id=fact.cancellation_id, days=refs(days), reason=fact.reason)
    return [
        press(n("Keep the day", "Keep the days", len(days)), LetGo(), alone=True),
        press(n("Cancel the day", "Cancel the days", len(days)), cancel, "destructive"),
    ]
