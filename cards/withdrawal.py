"""Home days that the employee gives up: the form, the answer, and the news to the leader."""

from __future__ import annotations

from cards.actions import press
from cards.day_words import MANY, in_order, named, refs, still
from cards.drawn import Drawn
from cards.frame import Part, heading, line, listing, said_only, sheet
from cards.setting import Setting
from cards.words import sentence
from domain.commands import LetGo, WithdrawDays
from domain.facts import DaysWithdrawn, WithdrawalTold, WithdrawForm
from domain.home_days import HomeDay, Status


def draw_withdraw_form(fact: WithdrawForm, setting: Setting) -> Drawn:
    """Draw the days before they are given up."""
    t, n = setting.words.t, setting.words.n
    days = still(fact.days, setting, Status.ASKED, Status.APPROVED)
    if not days:
        return sheet(heading(t("There is no home day to come.")))
    return sheet(
        heading(t("Shall I cancel {days}?", days=named(days, setting))),
        _list(days, setting),
        line(t("Your leader will be told.")),
        said_only(t('Answer "yes" to cancel or "no" to leave it.')),
        actions=[
            press(n("Keep the day", "Keep the days", len(days)), LetGo()),
            press(n("Cancel the day", "Cancel the days", len(days)), WithdrawDays(days=refs(days)), "destructive"),
        ],
    )


def draw_withdrawn(fact: DaysWithdrawn, setting: Setting) -> Drawn:
    """Draw for the employee that the days are given up."""
    t, n = setting.words.t, setting.words.n
    days = in_order(fact.days)
    leader = sentence(fact.leader.first_name if fact.leader else t("your leader"))
    gone = n(
        "{name} is told, and the day leaves your calendar.",
        "{name} is told, and the days leave your calendar.",
        len(days),
        name=leader,
    )
    return sheet(
        heading(t("You have cancelled {days}", days=named(days, setting))),
        _list(days, setting),
        line(gone),
        line(t('Do you change your mind? Write for example "home on Thursday".')),
    )


def draw_withdrawal_told(fact: WithdrawalTold, setting: Setting) -> Drawn:
    """Draw for the leader that the employee gave days up."""
    t, n = setting.words.t, setting.words.n
    days = in_order(fact.days)
    gone = sentence(named(days, setting))
    name = fact.employee.name
    title = t("{name} no longer works here", name=name)
    if not fact.has_left:
        title = t("{name} is not working from home after all", name=name)
    return sheet(
        heading(title),
        line(n("{days} has been cancelled.", "{days} have been cancelled.", len(days), days=gone)),
        _list(days, setting),
        line(t("You do not need to do anything.")),
    )


def _list(days: tuple[HomeDay, ...], setting: Setting) -> Part | None:
    return listing(sentence(setting.wanted(day)) for day in days) if len(days) > MANY else None
