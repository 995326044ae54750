"""The days as understood, before anything is stored."""

from __future__ import annotations

from datetime import timedelta

from microsoft_teams.cards import Action

from cards.actions import date_input, fold, half_input, press, ticks_input
from cards.checklist_buttons import open_own
from cards.day_words import named, refs
from cards.drawn import Drawn
from cards.frame import Part, heading, line, listing, quiet, said_only, sheet, shown_only, together
from cards.radar import effect_part
from cards.refusal import because
from cards.setting import Setting
from cards.words import sentence
from domain.commands import CorrectDays, LetGo, MarkDays, TickDays, Wanted
from domain.facts import DayOnCard, UnderstoodDays
from domain.home_days import FURTHEST_AHEAD_DAYS, Status


def draw_understood(fact: UnderstoodDays, setting: Setting) -> Drawn:
    """Draw the days with what stands in their way; Send asks the leader."""
    t = setting.words.t
    if not fact.sendable:
        return sheet(heading(t("There is no day that I can send.")), _not_there(fact, setting), _remarks(fact, setting))
    leader = fact.leader.first_name if fact.leader else t("your leader")
    return sheet(
        heading(_question(fact, leader, setting)),
        _ticked(fact, setting),
        _moved(fact, setting),
        _not_there(fact, setting),
        _remarks(fact, setting),
        _nobody_to_ask(setting) if fact.leader is None and not fact.at_once else None,
        effect_part(fact.effect, setting, open_own(setting)),
        _recurring(setting) if fact.recurring and not fact.at_once else None,
        _at_once(leader, setting) if fact.at_once else None,
        said_only(t('Answer "yes" to send or "cancel" to leave it.')),
        actions=_actions(fact, setting),
    )


def _nobody_to_ask(setting: Setting) -> Part:
    t = setting.words.t
    known = t("I do not know who your leader is. I tell HR and Personnel, and your wish waits.")
    soon = t("Your leader is asked as soon as there is one.")
    return line(f"{known} {soon}")


def _recurring(setting: Setting) -> Part:
    t = setting.words.t
    return quiet(
        t("They come again and again, so an agreement between the two of you is needed before they are approved.")
    )


def _at_once(leader: str, setting: Setting) -> Part:
    told = setting.words.t("By your team's frames that holds at once. {name} is told.", name=sentence(leader))
    return quiet(told)


def _question(fact: UnderstoodDays, leader: str, setting: Setting) -> str:
    t, days = setting.words.t, fact.sendable
    if fact.at_once and len(days) > 1:
        return t("Shall I put these {count} days down as home days?", count=len(days))
    if fact.at_once:
        return t("Shall I put {day} down as a home day?", day=setting.wanted(days[0]))
    if len(days) > 1:
        return t("Shall I ask {name} about these {count} days from home?", name=leader, count=len(days))
    return t("Shall I ask {name} about {day} from home?", name=leader, day=setting.wanted(days[0]))


def _ticked(fact: UnderstoodDays, setting: Setting) -> Part | None:
    days = [sentence(setting.words.wanted(day, setting.today)) for day in fact.sendable]
    return listing(days, mark="☑") if len(days) > 1 else None


def _moved(fact: UnderstoodDays, setting: Setting) -> Part | None:
    if not fact.instead_of:
        return None
    days = sentence(named(fact.instead_of, setting))
    many = len(fact.instead_of)
    n = setting.words.n
    return line(n("{days} is cancelled at the same time.", "{days} are cancelled at the same time.", many, days=days))


def _not_there(fact: UnderstoodDays, setting: Setting) -> Part | None:
    """Return that a day which was to be moved is no home day: nothing is given up for the other."""
    if not fact.not_there:
        return None
    days = setting.words.listed([setting.day(on) for on in fact.not_there])
    return line(setting.words.t("You have no home day {days}, so there is no day to move.", days=days))


def _remarks(fact: UnderstoodDays, setting: Setting) -> Part:
    remarks = [remark for day in fact.days if (remark := _remark(day, setting))]
    remarks += _holidays(fact, setting) + _weekend(fact, setting)
    return together(quiet(setting.words.t("Left out:")), listing(remarks)) if remarks else Part()


def _holidays(fact: UnderstoodDays, setting: Setting) -> list[str]:
    t = setting.words.t
    return [
        t("{day} is a public holiday ({name}).", day=sentence(setting.day(on)), name=name)
        for on, name in fact.skipped_holidays
    ]


def _weekend(fact: UnderstoodDays, setting: Setting) -> list[str]:
    if not fact.skipped_weekend:
        return []
    days = sentence(setting.words.listed([setting.day(on) for on in fact.skipped_weekend]))
    many = len(fact.skipped_weekend)
    return [setting.words.n("{days} is a weekend day.", "{days} are weekend days.", many, days=days)]


def _remark(day: DayOnCard, setting: Setting) -> str:
    t = setting.words.t
    which = sentence(setting.wanted(day.wanted))
    if day.existing is not None:
        if day.existing.status is Status.APPROVED:
            return t("{day} is a home day already.", day=which)
        return t("{day} has been asked for already and is waiting for an answer.", day=which)
    return because(day.refusal, setting) if day.refusal is not None else ""


def _actions(fact: UnderstoodDays, setting: Setting) -> list[Action]:
    t = setting.words.t
    days = tuple(Wanted(on=day.on, half=day.half) for day in fact.sendable)
    mark = MarkDays(
        request_id=fact.request_id,
        days=days,
        instead_of=refs(fact.instead_of) if fact.instead_of else (),
        recurring=fact.recurring,
        expressly=fact.expressly,
    )
    send = press(t("Yes, do that") if fact.at_once else t("Send"), mark, "positive")
    let_go = press(t("Cancel"), LetGo(), alone=True)
    if fact.instead_of or not days:
        return [send, let_go]
    return [send, _untick(fact, days, setting) if len(days) > 1 else _correct(fact, setting), let_go]


def _untick(fact: UnderstoodDays, days: tuple[Wanted, ...], setting: Setting) -> Action:
    t = setting.words.t
    again = TickDays(days=days, recurring=fact.recurring, expressly=fact.expressly)
    form = shown_only(ticks_input(setting, fact.sendable))
    return fold(t("Change"), form, [press(t("Look at the days"), again, "positive")])


def _correct(fact: UnderstoodDays, setting: Setting) -> Action:
    t, day = setting.words.t, fact.sendable[0]
    latest = setting.today + timedelta(days=FURTHEST_AHEAD_DAYS)
    form = shown_only(date_input(setting, day.on, latest), half_input(setting, day.half))
    again = CorrectDays(on=day.on, half=day.half or "whole")
    return fold(t("Change"), form, [press(t("Look again"), again, "positive")])
