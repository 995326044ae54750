"""HR erases what is kept about somebody: what goes, what stays and why, asked twice, and afterwards what went."""

from __future__ import annotations

from microsoft_teams.cards import Action

from cards.actions import press
from cards.drawn import Drawn
from cards.erasure import counts, reasons
from cards.frame import Part, beneath, heading, line, listing, quiet, said_only, sheet, strong, together
from cards.setting import Setting
from domain.commands import EraseDataOf, FetchData, LetGo
from domain.facts import ErasureOf


def draw_erasure_of(fact: ErasureOf, setting: Setting) -> Drawn:
    """Draw what goes and what stays of somebody's, with the question, the second question, or what was done."""
    t = setting.words.t
    asks = bool(fact.going) and not fact.done
    return sheet(
        heading(_title(fact, setting)),
        beneath(" · ".join(who)) if (who := _who(fact, setting)) else None,
        line(t("This cannot be undone.")) if asks and fact.asks_again else None,
        _listed(t("Deleted:") if fact.done else t("This goes:"), counts(fact.going, setting, _kinds(fact, setting))),
        _listed(t("This stays, and why:"), reasons(fact.staying, setting, _reasons(setting))),
        quiet(t("More can be deleted once nothing is out or under way.")) if _waits(fact) else None,
        quiet(t("The rest can be deleted when {name} no longer works here.", name=fact.person.first_name))
        if not fact.has_left
        else None,
        quiet(t("It is noted in the audit trail.")) if asks or (fact.done and fact.going) else None,
        said_only(t('Answer "yes" to delete it or "no" to leave it.')) if asks else None,
        actions=_actions(fact, setting) if asks else [],
    )


def _listed(title: str, items: list[str]) -> Part | None:
    return together(strong(title), listing(items)) if items else None


def _title(fact: ErasureOf, setting: Setting) -> str:
    t, name = setting.words.t, fact.person.name
    if fact.done:
        return t("It is deleted") if fact.going else t("There is nothing more to delete")
    if not fact.going:
        return t("There is nothing to delete about {name}", name=name)
    if fact.asks_again:
        return t("Are you sure? It is about {name}", name=name)
    return t("Shall I delete what I keep about {name}?", name=name)


def _who(fact: ErasureOf, setting: Setting) -> list[str]:
    """Return what tells this person from another of the same name."""
    left = setting.words.t("no longer works here") if fact.has_left else ""
    name = fact.person.name if fact.done else ""
    return [part for part in (name, fact.person.email, fact.person.department, left) if part]


def _waits(fact: ErasureOf) -> bool:
    return fact.has_left and any(name != "audit" for name, _ in fact.staying)


def _actions(fact: ErasureOf, setting: Setting) -> list[Action]:
    t, who = setting.words.t, fact.person.id
    leave = press(t("Leave it"), LetGo())
    if fact.asks_again:
        return [leave, press(t("Delete for good"), EraseDataOf(employee_id=who, sure=True), "destructive")]
    delete = press(t("Delete it"), EraseDataOf(employee_id=who), "destructive")
    return [leave, press(t("Get it as a file first"), FetchData(employee_id=who), alone=True), delete]


def _kinds(fact: ErasureOf, setting: Setting) -> dict[str, str]:
    """Return what goes in words that speak of somebody else."""
    t = setting.words.t
    known = {
        "person": t("Name and leader"),
        "graph_person": t("What Microsoft's directory says"),
        "stranger": t("That they wrote before I knew them"),
        "conversation": t("The chat with me"),
        "delivery": t("Messages that I sent"),
        "workplace_list": t("Checklists of the home workplace"),
        "preferences": t("Own settings"),
        "notice_setting": t("When I may write"),
        "advice": t("Advice that I sent"),
        "question": t("Questions sent to HR"),
        "discussion_reply": t("Answers before talks about home work"),
    }
    whole = any(name == "person" for name, _ in fact.going)
    return known | ({"home_day": t("Home days")} if whole else {})


def _reasons(setting: Setting) -> dict[str, str]:
    t = setting.words.t
    return {
        "home_day": t("Home days to come: they go when they are given up"),
        "calendar_entry": t("Days in Outlook: they follow the home days"),
        "delivery": t("Messages that are on their way"),
        "person": t("Name and leader: they come from the municipality's own file"),
        "graph_person": t("What Microsoft's directory says: it comes from there"),
        "conversation": t("The chat: so that I know where to answer"),
        "agreement": t("Agreements on fixed days: they hold for both"),
        "workplace_list": t("Checklists: the employer must be able to show that the workplace was gone through"),
        "equipment": t("Equipment: it is to be given back or bought first"),
        "receiver": t("What was sent to everybody and confirmed: the employer must be able to show it"),
    }
