"""The leader's APV checklist: its sections, one of them to be filled in, and what was written over time."""

from __future__ import annotations

from datetime import timedelta

from microsoft_teams.cards import Action, CardElement, DateInput, TextInput

from cards.actions import fold, press
from cards.buttons import input_id, item_input_id
from cards.drawn import Drawn
from cards.frame import Manner, Part, beneath, boxed, entry, heading, line, listing, quiet, said_only, sheet, shown_only
from cards.literal import clipped, literal
from cards.quotation import policy_says
from cards.setting import Setting
from domain.assessment import LONGEST_REMARK, PASSAGE
from domain.check_items import CheckItem
from domain.commands import PlanAssessment, RenewAssessment, SaveAssessment, ShowAssessment, ShowAssessmentHistory
from domain.facts import AssessmentCard, AssessmentHistory, AssessmentNote, AssessmentSection

MOST_SECTIONS = 4  # a button each; planning and history make six
LONGEST_TITLE = 40
LONGEST_LINE = 300


def draw_assessment(fact: AssessmentCard, setting: Setting) -> Drawn:
    """Draw how far each section has come, and when the list is looked at again."""
    t, one = setting.words.t, fact.assessment
    sections = [(number, one.of_section(number)) for number in range(len(one.sections))]
    again = t("To be looked at again {day}.", day=setting.day(one.review_on)) if one.review_on else ""
    due = one.review_on is not None and one.review_on <= setting.today
    return sheet(
        heading(t("The leader's APV checklist")),
        beneath(t("{done} of {all} with a comment or an agreement", done=one.filled(one.items), all=len(one.items))),
        _note(fact, setting),
        listing([t("It is time to look at it again, with the team.")], "⚠") if due else None,
        *(entry(one.sections[number], _filled(one.filled(items), items, setting)) for number, items in sections),
        quiet(again) if again else None,
        said_only(t("Fill it in on the card: it does not show here.")),
        policy_says(PASSAGE, setting),
        actions=[*_open(fact, setting), _plan(fact, setting), _more(fact, setting)],
    )


def draw_assessment_section(fact: AssessmentSection, setting: Setting) -> Drawn:
    """Draw the items of one section, each with room for what the workplace has noted or agreed."""
    t, one = setting.words.t, fact.assessment
    items = one.of_section(fact.number)
    last = fact.number + 1 == len(one.sections)
    save = SaveAssessment(edition=one.edition, section=fact.number)
    on = save.model_copy(update={"go_on": True})
    stale = t("The list was changed since this card. What you just filled in stands below: save it again.")
    return sheet(
        heading(one.sections[fact.number]),
        beneath(t("Section {number} of {all}", number=fact.number + 1, all=len(one.sections))),
        listing([stale], "⚠") if fact.unsaved else None,
        *(_item(number, item, fact, setting) for number, item in enumerate(items, 1)),
        said_only(t("Fill it in on the card: it does not show here.")),
        actions=[
            press(t("Save") if last else t("Save and go on"), save if last else on, "positive"),
            *([] if last else [press(t("Save and go on later"), save)]),
        ],
    )


def draw_assessment_history(fact: AssessmentHistory, setting: Setting) -> Drawn:
    """Draw what was written to the list, by whom and when."""
    t, texts = setting.words.t, {item.id: item.text for item in fact.assessment.items}
    names = {one.id: one.name for one in fact.people}
    gone = t("taken away")
    lines = [
        entry(
            clipped(texts.get(each.item_id, each.item_id), LONGEST_LINE),
            f"{names.get(each.by or '', '–')}, {setting.moment(each.at)}: {clipped(each.text, LONGEST_LINE) or gone}",
        )
        for each in fact.changes
    ]
    return sheet(
        heading(t("The leader's APV checklist: history")),
        *lines or [line(t("Nothing has been written yet."))],
    )


def _item(number: int, item: CheckItem, fact: AssessmentSection, setting: Setting) -> Part:
    kept = fact.assessment.remarks.get(item.id, "")
    label = f"{number}. {item.text}"
    remark = TextInput(
        id=item_input_id("remarks", item.id),
        label=literal(label),
        placeholder=setting.words.t("Comments and agreements"),
        max_length=LONGEST_REMARK,
        is_multiline=True,
        value=literal(fact.unsaved.get(item.id, kept)) or None,
    )
    elements: tuple[CardElement, ...] = (remark,)
    part = Part(elements, ((Manner.ITEM, f"{label} {kept}".strip()),))
    if item.id in fact.unsaved and kept:
        kept_line = line(setting.words.t("⚠ Kept so far: {answer}", answer=kept), "None")
        part = Part((*part.elements, *kept_line.elements), (*part.said, *kept_line.said))
    return boxed(part)


def _note(fact: AssessmentCard, setting: Setting) -> Part | None:
    t = setting.words.t
    match fact.note:
        case AssessmentNote.SAVED:
            return quiet(t("Kept. You can go on whenever it suits you."))
        case AssessmentNote.NO_DATE:
            return listing([t("Choose a day to come.")], "⚠")
        case None if fact.outdated:
            return listing([t("The policy has a newer version of this list.")], "⚠")
        case None:
            return None


def _filled(done: int, items: tuple[CheckItem, ...], setting: Setting) -> str:
    return setting.words.t("{done} of {all}", done=done, all=len(items))


def _open(fact: AssessmentCard, setting: Setting) -> list[Action]:
    sections = fact.assessment.sections[:MOST_SECTIONS]
    return [
        press(clipped(title, LONGEST_TITLE), ShowAssessment(section=number), alone=True)
        for number, title in enumerate(sections)
    ]


def _plan(fact: AssessmentCard, setting: Setting) -> Action:
    t, on = setting.words.t, fact.assessment.review_on
    shown = on or setting.today + timedelta(days=365)
    first = setting.today + timedelta(days=1)
    day = DateInput(
        id=input_id("review_on"), label=t("Look at it again on"), value=shown.isoformat(), min=first.isoformat()
    )
    return fold(t("Look at it again …"), shown_only(day), [press(t("Note the day"), PlanAssessment(), "positive")])


def _more(fact: AssessmentCard, setting: Setting) -> Action:
    t = setting.words.t
    if fact.outdated:
        return press(t("Use the newer version"), RenewAssessment(), alone=True)
    return press(t("History"), ShowAssessmentHistory(), alone=True)
