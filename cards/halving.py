"""A whole home day that becomes half of one: the question, the answer, and the news to the leader."""

from __future__ import annotations

from cards.actions import press
from cards.day_words import refs
from cards.drawn import Drawn
from cards.frame import heading, line, said_only, sheet
from cards.setting import Setting
from cards.words import sentence
from domain.commands import HalveDay, LetGo
from domain.facts import DayHalved, HalveForm, HalvingTold
from domain.home_days import Half, HomeDay, Status, WantedDay


def draw_halve_form(fact: HalveForm, setting: Setting) -> Drawn:
    """Draw the question whether half of the day is to stay."""
    t, day = setting.words.t, fact.day
    name = fact.leader.first_name if fact.leader else t("your leader")
    return sheet(
        heading(_question(fact, setting)),
        line(t("{name} will be told. You are at the workplace the rest of the day.", name=sentence(name))),
        said_only(t('Answer "yes" to change it or "no" to keep the whole day.')),
        actions=[
            press(t("Change to half a day"), HalveDay(day=refs([day])[0], keep=fact.keep), "positive"),
            press(t("Keep the whole day"), LetGo()),
        ],
    )


def draw_halved(fact: DayHalved, setting: Setting) -> Drawn:
    """Draw for the employee which half stayed."""
    t, day = setting.words.t, fact.day
    name = fact.leader.first_name if fact.leader else t("your leader")
    told = t("{name} is told, and your calendar follows.", name=sentence(name))
    waits = t("{name} is told, and has yet to answer your request.", name=sentence(name))
    return sheet(
        heading(t("Your home day is now {day}", day=_half(day, setting))),
        line(waits if day.status is Status.ASKED else told),
    )


def draw_halving_told(fact: HalvingTold, setting: Setting) -> Drawn:
    """Draw for the leader that half of the day was given up."""
    t = setting.words.t
    return sheet(
        heading(t("{name} is only working from home half of the day", name=fact.employee.name)),
        line(t("The home day is now {day}.", day=_half(fact.day, setting))),
        line(t("You do not need to do anything.")),
    )


def _question(fact: HalveForm, setting: Setting) -> str:
    t, on = setting.words.t, setting.day(fact.day.on)
    if fact.keep is Half.MORNING:
        return t("Will you only work from home in the morning on {day}?", day=on)
    return t("Will you only work from home in the afternoon on {day}?", day=on)


def _half(day: HomeDay, setting: Setting) -> str:
    return setting.wanted(WantedDay(day.on, day.half))
