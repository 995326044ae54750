"""The leader's card of a request: who, which days, the team on those days, and the answer or its buttons."""

from __future__ import annotations

from uuid import uuid5

from microsoft_teams.cards import Action, ActionSet

from cards.actions import fold, press, reason_input
from cards.checklist_buttons import open_of
from cards.day_words import MANY, in_order, mark, named, names, refs, status, still
from cards.drawn import Drawn
from cards.frame import Part, beneath, entry, heading, line, said_only, sheet, shown_only, strong, together
from cards.my_request import stale
from cards.quotation import policy_says
from cards.radar import effect_part
from cards.setting import Setting
from cards.words import sentence
from domain.commands import ApproveDays, CancelDays, DeclineDays
from domain.facts import LeaderRequest
from domain.home_days import HomeDay, Status
from domain.notices import occasion_of

MOST_SINGLE = 10


def draw_leader_request(fact: LeaderRequest, setting: Setting) -> Drawn:
    """Draw the request; once it is answered, who answered and when, and the way to cancel."""
    title = _title(fact, setting)
    days = sentence(named(fact.days, setting))
    return sheet(
        heading(title),
        beneath(days) if len(fact.days) == 1 else None,
        stale(fact.note, setting),
        days_asked(fact, setting),
        _all_present(fact, setting),
        effect_part(fact.effect, setting, open_of(fact.employee.id, setting))
        if still(fact.days, setting, Status.ASKED)
        else None,
        how_to_answer(fact, setting),
        actions=answers(fact, setting) + _cancel(fact, setting),
        summary=f"{title}: {days}",
    )


def _effect(fact: LeaderRequest, setting: Setting) -> Part | None:
    if not still(fact.days, setting, Status.ASKED):
        return None
    return effect_part(fact.effect, setting, open_of(fact.employee.id, setting))


def _title(fact: LeaderRequest, setting: Setting) -> str:
    t = setting.words.t
    if fact.days and all(day.held_at_once for day in fact.days):
        return t("{name} is working from home", name=fact.employee.name)
    return t("{name} would like to work from home", name=fact.employee.name)


def _all_present(fact: LeaderRequest, setting: Setting) -> Part | None:
    """Return that somebody asks for a day on which the team's frames have everybody present."""
    if not fact.all_present:
        return None
    n, days = setting.words.n, sentence(setting.words.listed([setting.day(on) for on in fact.all_present]))
    return strong(
        n(
            "{days} is a day when all of your team are at the workplace.",
            "{days} are days when all of your team are at the workplace.",
            len(fact.all_present),
            days=days,
        )
    )


def days_asked(fact: LeaderRequest, setting: Setting) -> Part:
    """Return each day with how it stands and, while it waits, how many of the team are at home."""
    days = in_order(fact.days)
    if len(days) == 1:
        return together(*(line(text) for text in _standing(days[0], fact, setting)))
    return together(
        *(
            entry(f"{mark(day)} {sentence(setting.wanted(day))}", " · ".join(_standing(day, fact, setting)))
            for day in days
        )
    )


def how_to_answer(fact: LeaderRequest, setting: Setting) -> Part | None:
    """Return how to answer by typing, while there is something to answer."""
    if not still(fact.days, setting, Status.ASKED):
        return None
    return said_only(setting.words.t('Answer "approve" or "decline".'))


def answers(fact: LeaderRequest, setting: Setting, form: str = "", some: bool = True) -> list[Action]:
    """Return the buttons that answer.

    `form` sets the reason's input apart where a card has several requests; without `some` it is such a list.
    """
    t, words = setting.words.t, setting.words
    waiting = still(fact.days, setting, Status.ASKED)
    if not waiting:
        return []
    anyway = any(day.on in fact.all_present for day in waiting)
    title = t("Approve all") if len(waiting) > 1 and some else t("Approve")
    title = t("Approve anyway") if anyway else title
    if len(waiting) == 1 < len(fact.days):
        title = t("Approve {day}", day=words.short_day(waiting[0].on, setting.today))
    approve = press(
        title, ApproveDays(days=refs(waiting), listed=not some, anyway=anyway), "positive", tip=fact.employee.name
    )
    return [approve, *(_approve_some(waiting, setting) if some else []), _decline(fact, waiting, setting, form, some)]


def _approve_some(waiting: tuple[HomeDay, ...], setting: Setting) -> list[Action]:
    """Return the button that unfolds one button a day, where there are a few to choose among."""
    t = setting.words.t
    if not 1 < len(waiting) <= MOST_SINGLE:
        return []
    each = (press(t("Approve {day}", day=setting.wanted(day)), ApproveDays(days=refs([day]))) for day in waiting)
    return [fold(t("Approve some"), shown_only(*(ActionSet(actions=[one], spacing="Small") for one in each)))]


def _decline(fact: LeaderRequest, waiting: tuple[HomeDay, ...], setting: Setting, form: str, some: bool) -> Action:
    t, name = setting.words.t, fact.employee.first_name
    label = t("Reason, for {name} to read (may be left out)", name=name)
    decline = press(t("Decline"), DeclineDays(days=refs(waiting), listed=not some), "destructive", form)
    title = t("Decline all") if len(waiting) > 1 and some else t("Decline")
    return fold(title, shown_only(reason_input(setting, label, required=False, form=form)), [decline], "destructive")


def _cancel(fact: LeaderRequest, setting: Setting) -> list[Action]:
    approved = still(fact.days, setting, Status.APPROVED)
    if not approved or still(fact.days, setting, Status.ASKED):
        return []
    t, name = setting.words.t, fact.employee.first_name
    cancellation_id = uuid5(fact.request_id, occasion_of(approved))
    form = together(
        line(t("Cancel {days}? {name} is told at once.", days=named(approved, setting), name=name)),
        policy_says("ramme-annullering", setting),
        shown_only(reason_input(setting, t("Reason, for {name} to read", name=name), required=True)),
    )
    cancel = CancelDays(cancellation_id=cancellation_id, days=refs(approved))
    return [fold(t("Cancel …"), form, [press(t("Cancel now"), cancel, "destructive")])]


def _standing(day: HomeDay, fact: LeaderRequest, setting: Setting) -> list[str]:
    state = status(day, names(setting, *fact.people), setting, when=True, shorten=len(fact.days) > MANY)
    home = dict(fact.home_that_day).get(day.on)
    if day.status is not Status.ASKED:
        return [state]
    if home is None or not fact.team_size:
        return [] if len(fact.days) == 1 else [state]
    t = setting.words.t
    if len(fact.days) == 1:
        return [t("{home} of {team} in the team are at home that day.", home=home, team=fact.team_size)]
    return [state, t("{home} of {team} at home", home=home, team=fact.team_size)]
