"""The news that somebody could not be told: what the bot cannot do, a person can."""

from __future__ import annotations

from cards.actions import press
from cards.day_words import in_order, named
from cards.drawn import Drawn
from cards.frame import heading, line, sheet
from cards.setting import Setting
from cards.words import sentence
from domain.commands import ShowMyDays
from domain.facts import CancellationUnseen, Leaderless, NotReached


def draw_not_reached(fact: NotReached, setting: Setting) -> Drawn:
    """Draw who does not know of which days, and what to do about it."""
    t, n = setting.words.t, setting.words.n
    name = fact.person.first_name
    days = named(in_order(fact.days), setting)
    title = heading(t("I cannot reach {name}", name=name))
    if fact.cancelled:
        return sheet(
            title,
            line(
                n(
                    "{name} has not been told that {days} is cancelled.",
                    "{name} has not been told that {days} are cancelled.",
                    len(fact.days),
                    name=name,
                    days=days,
                )
            ),
            line(t("Please tell {name} yourself.", name=name)),
        )
    asked = fact.asked_instead
    return sheet(
        title,
        line(t("{name} has not got your wish to work from home {days}.", name=name, days=days)),
        line(t("I have asked {deputy} instead, who is the deputy.", deputy=asked.first_name)) if asked else None,
        line(t("Nothing has been decided yet. Please speak to {name} yourself.", name=name)),
        actions=[press(sentence(t("My home days")), ShowMyDays())],
    )


def draw_leaderless(fact: Leaderless, setting: Setting) -> Drawn:
    """Draw for HR whose wish waits because the directory names no leader."""
    t, name = setting.words.t, fact.employee.name
    return sheet(
        heading(t("{name} has no leader in the directory", name=name)),
        line(
            t(
                "{name} has asked for home days, and I have nobody to ask. The wish waits.",
                name=fact.employee.first_name,
            )
        ),
        line(t("Put the leader into the list of people and import it. Then I ask the leader by myself.")),
    )


def draw_unseen(fact: CancellationUnseen, setting: Setting) -> Drawn:
    """Draw for whoever cancelled that the employee has not seen it, although the day is near."""
    t, n = setting.words.t, setting.words.n
    name = fact.employee.first_name
    days = named(in_order(fact.days), setting)
    return sheet(
        heading(t("{name} has not seen the cancellation", name=name)),
        line(
            n(
                "{days} is cancelled, and {name} has not pressed that it is seen.",
                "{days} are cancelled, and {name} has not pressed that it is seen.",
                len(fact.days),
                name=name,
                days=sentence(days),
            )
        ),
        line(t("I have written again. To be sure, please tell {name} yourself.", name=name)),
    )
