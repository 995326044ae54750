"""The equipment register, the form for handing out, and the list of somebody who leaves."""

from __future__ import annotations

from collections.abc import Iterable

from microsoft_teams.cards import Action, Choice, ChoiceSetInput, DateInput, TextInput

from cards.actions import fold, press
from cards.buttons import input_id
from cards.drawn import Drawn
from cards.frame import Part, beneath, entry, heading, line, quiet, said_only, sheet, shown_only, strong, together
from cards.literal import literal
from cards.quotation import policy_says
from cards.setting import Setting
from domain.commands import HandOut, LetGo, SettleItem, StartLeaving, ValueItem
from domain.equipment import LONGEST_WHAT, Fate, Item, Payer
from domain.facts import Equipment, HandedOut, HandOutForm, LeavingForm, LeavingList, WhoIsMeant

MOST_LISTED = 40
MOST_BUTTONS = 6


def draw_equipment(fact: Equipment, setting: Setting) -> Drawn:
    """Draw one's own things and those of others that one may see."""
    t = setting.words.t
    own = together(*(_row(item, setting) for item in fact.own[:MOST_LISTED]))
    groups, left = [], MOST_LISTED
    for person, items in fact.others:
        groups += [strong(literal(person.name)), *(_row(item, setting) for item in items[:left])] if left > 0 else []
        left -= len(items)
    return sheet(
        heading(t("Equipment for home work")),
        own if fact.own else line(t("Nothing is noted as handed out to you.")),
        *groups,
        quiet(t("More is in the register; it does not fit here.")) if left < 0 else None,
        policy_says("oev-finansiering", setting),
    )


def draw_hand_out_form(fact: HandOutForm, setting: Setting) -> Drawn:
    """Draw the form for handing a thing out."""
    t = setting.words.t
    payers = [
        Choice(title=t("The department"), value=Payer.DEPARTMENT.value),
        Choice(title=t("Part of the standard workplace"), value=Payer.STANDARD.value),
    ]
    what = TextInput(id=input_id("what"), label=t("What is handed out"), max_length=LONGEST_WHAT)
    payer = ChoiceSetInput(id=input_id("payer"), label=t("Who pays"), value=Payer.DEPARTMENT.value, choices=payers)
    return sheet(
        heading(t("Equipment for {name}", name=fact.employee.name)),
        line(t("Write what is handed out.")) if fact.missing else None,
        said_only(t("Fill it in on the card: it does not show here.")),
        shown_only(what, payer),
        policy_says("oev-finansiering", setting),
        actions=[
            press(t("Note it"), HandOut(item_id=fact.item_id, employee_id=fact.employee.id), "positive"),
            press(t("Leave it"), LetGo(), alone=True),
        ],
    )


def draw_handed_out(fact: HandedOut, setting: Setting) -> Drawn:
    """Draw the receipt of a thing that was handed out."""
    t = setting.words.t
    title = t("Equipment handed out to you") if fact.mine else t("Noted for {name}", name=fact.employee.name)
    return sheet(heading(title), _row(fact.item, setting), policy_says("oev-fratraedelse", setting))


def draw_leaving_form(fact: LeavingForm, setting: Setting) -> Drawn:
    """Draw what somebody has, and the question for the last day."""
    t = setting.words.t
    last_day = DateInput(id=input_id("last_day"), label=t("Last working day"), value=setting.today.isoformat())
    return sheet(
        heading(t("{name} leaves", name=fact.employee.name)),
        line(t("Choose a date.")) if fact.wrong else None,
        _rows(fact.items, setting) or line(t("Nothing is noted as handed out.")),
        said_only(t("Fill it in on the card: it does not show here.")),
        shown_only(last_day),
        policy_says("oev-fratraedelse", setting),
        actions=[
            press(t("Start it"), StartLeaving(employee_id=fact.employee.id), "positive"),
            press(t("Leave it"), LetGo(), alone=True),
        ],
    )


def draw_leaving_list(fact: LeavingList, setting: Setting) -> Drawn:
    """Draw what must come back; when nothing is left, the receipt."""
    t = setting.words.t
    name = fact.employee.name
    out = [item for item in fact.items if item.fate is Fate.OUT]
    title = t("Equipment to give back") if fact.mine else t("{name} leaves", name=name)
    if not out:
        title = t("Receipt: nothing is left to give back") if fact.mine else t("Receipt for {name}", name=name)
    return sheet(
        heading(title),
        beneath(t("Last working day: {day}", day=setting.day(fact.leaving.last_day))),
        line(t("Write the value in whole kroner, for example 450.")) if fact.wrong else None,
        _rows(fact.items, setting) or line(t("Nothing is noted as handed out.")),
        policy_says("oev-fratraedelse", setting) if out else None,
        actions=[] if fact.mine else _settling(out[:MOST_BUTTONS], fact.values, setting),
    )


def draw_who_is_meant(fact: WhoIsMeant, setting: Setting) -> Drawn:
    """Draw the question who is meant."""
    t = setting.words.t
    choices = fact.choices[:MOST_BUTTONS]
    ask = t("Who do you mean?") if choices else t("I know nobody of that name. Write the full name.")
    goes_on = (
        press(literal(one.name), fact.goes_on.model_copy(update={"employee_id": one.id, "named": ""}))
        for one in choices
    )
    return sheet(heading(t("Which person?")), line(ask), actions=list(goes_on))


def _settling(out: Iterable[Item], values: bool, setting: Setting) -> list[Action]:
    t = setting.words.t
    made: list[Action] = []
    for number, item in enumerate(out, 1):
        ref = {"item_id": item.id, "version": item.version}
        back = press(t("It came back"), SettleItem(**ref, fate=Fate.RETURNED))
        buttons: list[Action] = [back]
        part = line(_about(item, setting))
        if item.residual is not None:
            buttons.append(press(t("It is bought"), SettleItem(**ref, fate=Fate.BOUGHT)))
        if values:
            label = t("Residual value in kroner (from Intern Service or IT)")
            typed = TextInput(id=input_id("kroner", str(number)), label=label, max_length=12)
            part = together(part, shown_only(typed))
            buttons.append(press(t("Note the value"), ValueItem(**ref), form=str(number)))
        made.append(fold(literal(item.what[:40]), part, buttons))
    return made


def _rows(items: Iterable[Item], setting: Setting) -> Part | None:
    rows = [_row(item, setting) for item in list(items)[:MOST_LISTED]]
    return together(*rows) if rows else None


def _row(item: Item, setting: Setting) -> Part:
    return entry(item.what, _about(item, setting))


def _about(item: Item, setting: Setting) -> str:
    t = setting.words.t
    parts = [t("handed out {day}", day=setting.day(item.handed_on))]
    if item.payer is Payer.DEPARTMENT:
        parts.append(t("paid by {department}", department=item.department or t("the department")))
    if item.residual is not None and item.fate is not Fate.RETURNED:
        parts.append(t("residual value {value} kr.", value=setting.words.number(item.residual)))
    if item.fate is Fate.RETURNED and item.settled_on:
        parts.append(t("given back {day}", day=setting.day(item.settled_on)))
    if item.fate is Fate.BOUGHT and item.settled_on:
        parts.append(t("bought {day}", day=setting.day(item.settled_on)))
    return " · ".join(parts)
