"""Who leads somebody, and who acts for the leader."""

from __future__ import annotations

from cards.drawn import Drawn
from cards.frame import heading, line, sheet
from cards.setting import Setting
from domain.facts import MyLeader


def draw_my_leader(fact: MyLeader, setting: Setting) -> Drawn:
    """Draw the leader by name, the deputy, and what to do where nobody is known."""
    t = setting.words.t
    return sheet(
        heading(_leader(fact, setting)),
        line(deputy) if (deputy := _deputy(fact, setting)) else None,
        line(t("{name} stands in for you in your own team.", name=fact.for_me.name)) if fact.for_me else None,
        line(t("Is that not right? HR and Personnel can put it right in the directory.")) if fact.is_own else None,
    )


def _leader(fact: MyLeader, setting: Setting) -> str:
    t, of = setting.words.t, fact.standing
    if of.leader is None:
        if fact.is_own:
            return t("I do not know who your leader is")
        return t("I do not know who leads {name}", name=of.employee.name)
    if fact.is_own:
        return t("Your leader is {name}", name=of.leader.name)
    if of.leader.id == fact.reader_id:
        return t("You lead {name}", name=of.employee.name)
    return t("{leader} leads {name}", leader=of.leader.name, name=of.employee.name)


def _deputy(fact: MyLeader, setting: Setting) -> str:
    t, deputy = setting.words.t, fact.standing.deputy
    if deputy is None:
        return ""
    if deputy.id == fact.reader_id:
        return t("You are deputy and can answer too.")
    if fact.is_own:
        return t("{name} is deputy and can answer your requests too.", name=deputy.name)
    return t("{name} is deputy and can answer too.", name=deputy.name)
