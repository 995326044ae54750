"""The employee's checklist of the home workplace: filled in on one card, waiting, gone through."""

from __future__ import annotations

from microsoft_teams.cards import Action, CardElement, Choice, ChoiceSetInput, TextInput

from cards.actions import press
from cards.buttons import item_input_id
from cards.checklist_words import answer_word, in_order, note_part, outcome, result_rows, rows, said, standing
from cards.drawn import Drawn
from cards.frame import Manner, Part, beneath, boxed, heading, line, quiet, said_only, sheet, together
from cards.literal import literal
from cards.quotation import policy_says
from cards.setting import Setting
from domain.check_items import CheckItem
from domain.commands import AnswerChecklist, AskForChecklist, RenewChecklist, ShowWaiting, TakeBackChecklist
from domain.facts import ChecklistCard
from domain.workplace import LONGEST_REMARK, PASSAGE, Answer, Stage
from domain.workplace_state import runs_out


def draw_checklist(fact: ChecklistCard, setting: Setting) -> Drawn:
    """Draw the list as the employee sees it, and what came of it as both see it."""
    match fact.workplace.stage:
        case Stage.OPEN:
            return _form(fact, setting)
        case Stage.SENT:
            return _waiting(fact, setting)
        case Stage.REVIEWED | Stage.VOID:
            return draw_result(fact, setting)


def draw_result(fact: ChecklistCard, setting: Setting) -> Drawn:
    """Draw the outcome: what was decided on each gap, the remarks of both, and how long it holds."""
    t, one = setting.words.t, fact.workplace
    title = t("Your home workplace") if fact.mine else t("{name}'s home workplace", name=fact.employee.name)
    return sheet(
        heading(title),
        line(outcome(fact, setting)),
        note_part(fact, setting),
        result_rows(fact, setting),
        quiet(standing(fact, setting)),
        _runs_out(fact, setting),
        policy_says("sund-nej", setting) if not one.is_possible else None,
        actions=_after(fact, setting) + in_order(fact, setting),
    )


def _runs_out(fact: ChecklistCard, setting: Setting) -> Part | None:
    until = fact.state.until
    if not fact.mine or until is None or fact.state.list_id != fact.workplace.id:
        return None
    if not runs_out(fact.state, setting.today):
        return None
    return line(setting.words.t("It runs out on {day}, so fill in a new one now.", day=setting.day(until)))


def _form(fact: ChecklistCard, setting: Setting) -> Drawn:
    t, one = setting.words.t, fact.workplace
    data = {"list_id": one.id, "edition": one.edition}
    asked = next((each.name for each in fact.people if each.id == one.asked_by), "")
    title = t("Checklist: your home workplace")
    return sheet(
        heading(title),
        beneath(t("{done} of {all} answered", done=one.answered, all=len(one.items))),
        line(t("{name} asks you to fill in the checklist.", name=asked)) if asked and not one.answered else None,
        note_part(fact, setting),
        quiet(
            t(
                "Answer as well as you can. If something is missing, or you do not know, your leader finds a way "
                "together with you. Nobody visits your home, so no pictures, and please nothing about your health."
            )
        ),
        *(_item(number, item, fact, setting) for number, item in enumerate(one.items, 1)),
        policy_says(PASSAGE, setting),
        said_only(t("Fill it in on the card: it does not show here.")),
        actions=[
            press(t("Send to my leader"), AnswerChecklist(**data, send=True), "positive"),
            press(t("Save and go on later"), AnswerChecklist(**data)),
        ],
        summary=title,
    )


def _item(number: int, item: CheckItem, fact: ChecklistCard, setting: Setting) -> Part:
    """Return one item: the policy's words as the label of the choice, and room for a remark."""
    t, kept = setting.words.t, fact.workplace.reply(item)
    shown = fact.unsaved.get(item.id, kept)
    label = f"{number}. {item.text}"
    choices = [Choice(title=answer_word(item, each, setting), value=each.value) for each in Answer]
    choice = ChoiceSetInput(
        id=item_input_id("answers", item.id),
        label=literal(label),
        style="expanded",
        wrap=True,
        choices=choices,
        value=shown.answer.value if shown.answer else None,
    )
    remark = TextInput(
        id=item_input_id("remarks", item.id),
        label=t("Comment to {number} (may be left out)", number=number),
        max_length=LONGEST_REMARK,  # on one line: eleven large boxes are a long way down on a phone
        value=literal(shown.remark) or None,
    )
    part = Part(tuple[CardElement, ...]((choice, remark)), ((Manner.ITEM, f"{label} {said(item, kept, setting)}"),))
    if item.id in fact.unsaved:
        part = together(part, line(t("⚠ Kept so far: {answer}", answer=said(item, kept, setting)), "None"))
    return boxed(part)


def _waiting(fact: ChecklistCard, setting: Setting) -> Drawn:
    t, one = setting.words.t, fact.workplace
    decider = fact.decider.first_name if fact.decider is not None else t("your leader")
    return sheet(
        heading(t("Your checklist is sent")),
        line(t("You and {name} go through it together, and you hear from me what comes of it.", name=decider)),
        note_part(fact, setting),
        rows(one.gaps, fact, setting),
        said_only(t('Write "checklist" to see it again.')),
        actions=[press(t("Correct my answers"), TakeBackChecklist(list_id=one.id)), *in_order(fact, setting)],
    )


def _after(fact: ChecklistCard, setting: Setting) -> list[Action]:
    t, one = setting.words.t, fact.workplace
    if one.stage is Stage.VOID:
        return []
    if fact.mine:
        return [press(t("Fill in a new one"), RenewChecklist())]
    again = press(t("Ask for a new one"), AskForChecklist(employee_id=fact.employee.id))
    return [press(t("Requests"), ShowWaiting(employee_id=fact.employee.id)), again]  # days may have waited for it
