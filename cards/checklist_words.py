"""What the cards of a checklist have in common: answers, decisions and verdicts in words, and lists of items."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from microsoft_teams.cards import Action

from cards.actions import fold
from cards.frame import Part, entry, line, listing, quiet, together
from cards.refusal import because
from cards.setting import Setting
from domain.check_items import CheckItem
from domain.facts import ChecklistCard
from domain.workplace import Answer, Decision, Reply, Settlement, Stage
from domain.workplace_state import Verdict, WorkplaceState


def answer_word(item: CheckItem, answer: Answer, setting: Setting) -> str:
    """Return the answer in a word or two; where a need is asked for, what a yes means is said."""
    t = setting.words.t
    match answer:
        case Answer.YES:
            return t("Yes, there is a need") if item.asks_need else t("Yes")
        case Answer.NO:
            return t("No, there is no need") if item.asks_need else t("No")
        case Answer.UNKNOWN:
            return t("Do not know")


def decision_word(decision: Decision, setting: Setting) -> str:
    """Return the decision in words."""
    t = setting.words.t
    match decision:
        case Decision.PROVIDED:
            return t("We provide equipment")
        case Decision.ARRANGED:
            return t("Arranged in another way")
        case Decision.NOT_POSSIBLE:
            return t("Home work is not possible")


def verdict_word(state: WorkplaceState, setting: Setting) -> str:
    """Return how somebody's home workplace stands, in a few words."""
    t, words = setting.words.t, setting.words
    on = words.short_day(state.on, setting.today) if state.on is not None else ""
    match state.verdict:
        case Verdict.MISSING:
            return t("ran out {day}", day=words.short_day(state.until, setting.today)) if state.until else t("missing")
        case Verdict.WAITS:
            return t("sent {day}, waits for you", day=on)
        case Verdict.GAPS:
            return t("sent {day} with gaps, waits for you", day=on)
        case Verdict.MET:
            return t("in place {day}", day=on)
        case Verdict.NOT_POSSIBLE:
            return t("home work not possible ({day})", day=on)
        case _:
            assert_never(state.verdict)


def said(item: CheckItem, reply: Reply, setting: Setting) -> str:
    """Return an answer with its remark in a line."""
    word = answer_word(item, reply.answer, setting) if reply.answer else setting.words.t("not answered yet")
    return f"{word} · {reply.remark}" if reply.remark else word


def rows(items: Iterable[CheckItem], fact: ChecklistCard, setting: Setting) -> Part:
    """Return the items with the employee's answers."""
    one = fact.workplace
    return together(*(entry(item.text, said(item, one.reply(item), setting)) for item in items))


def decided(settlement: Settlement, setting: Setting) -> str:
    """Return what the leader decided on a gap, in a line."""
    if settlement.decision is None:
        return setting.words.t("No decision yet")
    word = decision_word(settlement.decision, setting)
    about = ": ".join(filter(None, (word, settlement.thing)))
    return f"{about} · {settlement.remark}" if settlement.remark else about


def in_order(fact: ChecklistCard, setting: Setting) -> list[Action]:
    """Return the button that unfolds the items in order, so that what needs a look stands alone."""
    one = fact.workplace
    fine = [item for item in one.items if item not in one.gaps]
    title = setting.words.n("{count} item in order", "{count} items in order", len(fine))
    return [fold(title, rows(fine, fact, setting))] if fine else []


def result_rows(fact: ChecklistCard, setting: Setting) -> Part:
    """Return the gaps with what was decided, and the leader's remark."""
    t, one = setting.words.t, fact.workplace
    gaps = [
        together(
            entry(item.text, said(item, one.reply(item), setting)),
            listing([decided(one.settlement(item), setting)], "→"),
        )
        for item in one.gaps
    ]
    name = next((each.name for each in fact.people if each.id == one.reviewed_by), t("The leader"))
    remark = line(f"{name}: {one.remark}") if one.remark else None
    return together(*gaps, remark)


def outcome(fact: ChecklistCard, setting: Setting) -> str:
    """Return what came of the list in a sentence."""
    t, one = setting.words.t, fact.workplace
    if one.stage is Stage.VOID:
        return t("This checklist is of a former home and holds no longer.")
    if not one.is_possible:
        return t("Home work of more than two days a week is not possible as things are.")
    return t("The requirements are met.")


def standing(fact: ChecklistCard, setting: Setting) -> str:
    """Return who went through the list when, and how long it holds."""
    t, one, day = setting.words.t, fact.workplace, setting.day
    name = next((each.name for each in fact.people if each.id == one.reviewed_by), t("the leader"))
    parts = (
        [t("Gone through by {name} {moment}.", name=name, moment=setting.moment(one.reviewed_at))]
        if (one.reviewed_at is not None)
        else []
    )
    if one.met_on is not None:
        parts.append(t("You met {day}.", day=day(one.met_on)))
    if fact.state.list_id == one.id and fact.state.until is not None:
        parts.append(t("It is filled in anew by {day}, or when you move.", day=day(fact.state.until)))
    return " ".join(parts)


def note_part(fact: ChecklistCard, setting: Setting) -> Part | None:
    """Return the remark on top of a card: kept, older than the list, or why it was not sent or closed."""
    t, one = setting.words.t, fact.workplace
    if fact.refusal is not None:
        return listing([because(fact.refusal, setting)], "⚠")
    if fact.saved:
        return quiet(t("Kept. You can go on whenever it suits you."))
    if not fact.stale:
        return None
    if one.stage is (Stage.OPEN if fact.mine else Stage.SENT):
        told = t("The list was changed since this card. What you just filled in stands below: save it again.")
        return listing([told], "⚠")
    told = t("The list has come further since this card. Here it is as it stands now.")
    if not (lost := _lost(fact, setting)):
        return listing([told], "⚠")
    return together(listing([told, t("This was not kept:")], "⚠"), listing(lost))


def _lost(fact: ChecklistCard, setting: Setting) -> list[str]:
    """Return what an old card held that could not be kept, so that the person has it in writing."""
    items = fact.workplace.items
    lost = [f"{item.text} {said(item, fact.unsaved[item.id], setting)}" for item in items if item.id in fact.unsaved]
    if fact.written is not None:
        written = fact.written.settlements
        lost += [f"{item.text} {decided(written[item.id], setting)}" for item in items if item.id in written]
    return lost
