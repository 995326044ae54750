"""The leader's side of the checklist: the review with the gaps first, the team's lists, and asking for them."""

from __future__ import annotations

from microsoft_teams.cards import Action, Choice, ChoiceSetInput, DateInput, TextInput

from cards.actions import press
from cards.buttons import input_id, item_input_id
from cards.checklist import draw_result
from cards.checklist_words import decision_word, in_order, note_part, said, verdict_word
from cards.drawn import Drawn
from cards.frame import Part, beneath, boxed, entry, heading, line, quiet, said_only, sheet, shown_only, together
from cards.literal import literal
from cards.quotation import policy_says
from cards.setting import Setting
from domain.check_items import CheckItem
from domain.commands import AskForChecklist, LetGo, RenewChecklist, ReviewChecklist, ShowChecklist
from domain.equipment import LONGEST_WHAT
from domain.facts import ChecklistCard, ChecklistMissing, ChecklistsAsked, MovedHome, TeamChecklists
from domain.workplace import LONGEST_REMARK, PASSAGE, Decision, Review, Stage

MOST_LISTED = 60
MOST_BUTTONS = 5  # and the one that asks makes six


def draw_checklist_of(fact: ChecklistCard, setting: Setting) -> Drawn:
    """Draw an employee's list as the leader sees it: until it is sent, only how far it has come."""
    match fact.workplace.stage:
        case Stage.OPEN:
            return _under_way(fact, setting)
        case Stage.SENT:
            return _review(fact, setting)
        case Stage.REVIEWED | Stage.VOID:
            return draw_result(fact, setting)


def draw_checklist_missing(fact: ChecklistMissing, setting: Setting) -> Drawn:
    """Draw that an employee has begun no list, and the way to ask for it."""
    t, name = setting.words.t, fact.employee.first_name
    return sheet(
        heading(t("Checklist: {name}", name=fact.employee.name)),
        line(t("{name} has not filled in the checklist of the home workplace.", name=name)),
        policy_says(PASSAGE, setting),
        said_only(t('Answer "ask" to ask for it.')),
        actions=[press(t("Ask {name}", name=name), AskForChecklist(employee_id=fact.employee.id), "positive")],
    )


def draw_team_checklists(fact: TeamChecklists, setting: Setting) -> Drawn:
    """Draw how the lists of a team stand; those that wait can be opened, those that are missing asked for."""
    t, to_ask = setting.words.t, fact.to_ask
    begun = t("asked for, not sent yet")
    shown = (
        entry(one.name, begun if one in to_ask and one.id in fact.asked else verdict_word(state, setting))
        for one, state in fact.rows[:MOST_LISTED]
    )
    more = len(fact.rows) - MOST_LISTED
    ask = setting.words.n("Ask {count} person", "Ask {count} people", len(to_ask))
    actions: list[Action] = [press(ask, AskForChecklist(), "positive")] if to_ask else []
    actions += [
        press(t("Go through {name}'s", name=one.first_name), ShowChecklist(employee_id=one.id))
        for one in fact.to_review[:MOST_BUTTONS]
    ]
    return sheet(
        heading(t("Checklists of the home workplaces")),
        together(*shown),
        quiet(t("And {count} more.", count=more)) if more > 0 else None,
        said_only(t('Write "checklist for" and a name to see one.')),
        actions=actions,
    )


def draw_checklists_asked(fact: ChecklistsAsked, setting: Setting) -> Drawn:
    """Draw the receipt of asking."""
    t = setting.words.t
    names = setting.words.listed([one.name for one in fact.people[:MOST_LISTED]])
    told = t("I have asked {names}, and I remind once a week. You hear from me when it is sent.", names=names)
    return sheet(
        heading(t("Asked for the checklist")),
        line(told if fact.people else t("Everybody has a checklist in place, or one that waits for you.")),
    )


def draw_moved_home(fact: MovedHome, setting: Setting) -> Drawn:
    """Draw what it means to have moved."""
    t = setting.words.t
    return sheet(
        heading(t("Have you moved?")),
        line(t("The checklist is of your former home then, so you and your leader go through a new one.")),
        said_only(t('Answer "yes" or "no".')),
        actions=[
            press(t("Yes, begin a new one"), RenewChecklist(moved=True), "positive"),
            press(t("Leave it"), LetGo()),
        ],
    )


def _under_way(fact: ChecklistCard, setting: Setting) -> Drawn:
    t, one = setting.words.t, fact.workplace
    return sheet(
        heading(t("Checklist: {name}", name=fact.employee.name)),
        note_part(fact, setting),
        line(
            t(
                "{name} has answered {done} of {all}. You can go through it when it is sent.",
                name=fact.employee.first_name,
                done=one.answered,
                all=len(one.items),
            )
        ),
    )


def _review(fact: ChecklistCard, setting: Setting) -> Drawn:
    t, one = setting.words.t, fact.workplace
    data = {"list_id": one.id, "edition": one.edition}
    gaps = one.gaps
    count = setting.words.n("{count} gap to find a way for", "{count} gaps to find a way for", len(gaps))
    actions: list[Action] = [
        press(t("End the review"), ReviewChecklist(**data, close=True), "positive"),
        press(t("Save and go on later"), ReviewChecklist(**data)),
    ]
    actions += in_order(fact, setting)
    title = t("Checklist from {name}", name=fact.employee.name)
    return sheet(
        heading(title),
        beneath(count if gaps else t("Everything is in order.")),
        note_part(fact, setting),
        line(t("Go through it together. Nobody but you can decide on a gap.")) if gaps else None,
        *(_gap(number, item, fact, setting) for number, item in enumerate(gaps, 1)),
        policy_says("sund-nej", setting) if gaps else None,
        _closing(fact, setting),
        said_only(t("Fill it in on the card: it does not show here.")),
        actions=actions,
        summary=f"{title}: {count}" if gaps else title,
    )


def _gap(number: int, item: CheckItem, fact: ChecklistCard, setting: Setting) -> Part:
    """Return a gap: what the employee says, and the leader's decision on it."""
    t, one = setting.words.t, fact.workplace
    kept, name = one.settlement(item), fact.employee.first_name
    if fact.written is not None:
        kept = fact.written.settlements.get(item.id, kept)
    choice = ChoiceSetInput(
        id=item_input_id("decisions", item.id),
        label=t("Decision on gap {number}", number=number),
        style="expanded",
        wrap=True,
        choices=[Choice(title=decision_word(each, setting), value=each.value) for each in Decision],
        value=kept.decision.value if kept.decision else None,
    )
    thing = TextInput(
        id=item_input_id("things", item.id),
        label=t("Equipment that we provide (gap {number})", number=number),
        max_length=LONGEST_WHAT,
        value=literal(kept.thing) or None,
    )
    remark = TextInput(
        id=item_input_id("remarks", item.id),
        label=t("What you have arranged (gap {number})", number=number),
        max_length=LONGEST_REMARK,
        is_multiline=True,
        value=literal(kept.remark) or None,
    )
    told = entry(f"{number}. {item.text}", f"{name}: {said(item, one.reply(item), setting)}")
    return boxed(together(told, shown_only(choice, thing, remark)))


def _closing(fact: ChecklistCard, setting: Setting) -> Part:
    t, one = setting.words.t, fact.workplace
    shown = fact.written or Review(remark=one.remark, met_on=one.met_on)
    label = t("Your comment, for {name} to read (may be left out)", name=fact.employee.first_name)
    remark = TextInput(
        id=input_id("remark"),
        label=label,
        max_length=LONGEST_REMARK,
        is_multiline=True,
        value=literal(shown.remark) or None,
    )
    met_on = DateInput(
        id=input_id("met_on"),
        label=t("We went through it together on (may be left out)"),
        value=shown.met_on.isoformat() if shown.met_on else None,
        max=setting.today.isoformat(),
    )
    return boxed(shown_only(remark, met_on))
