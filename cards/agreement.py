"""The agreement's card: its fields, what changed, who confirmed, and the way to change, confirm or end it."""

from __future__ import annotations

from microsoft_teams.cards import Action, ActionSet, CardElement, DateInput, TextInput

from cards.actions import fold, press, reason_input
from cards.agreement_paper import fetch
from cards.buttons import input_id
from cards.checklist_buttons import open_of, open_own
from cards.drawn import Drawn
from cards.frame import Part, entry, heading, line, listing, quiet, said_only, sheet, shown_only, together
from cards.literal import literal
from cards.quotation import policy_says
from cards.setting import Setting
from domain.agreements import LONGEST_TERM, Confirmation, Party, Terms, hash_of
from domain.commands import (
    MOST_DAYS,
    ChangeAgreement,
    ConfirmAgreement,
    EndAgreement,
    ProposeCancellation,
    ProposeWithdrawal,
)
from domain.facts import AgreementCard, AgreementNote

MOST_BESIDE = 8
SHORT_HASH = 12  # of 64 characters: enough for the eye; the document has all of them


def draw_agreement(fact: AgreementCard, setting: Setting) -> Drawn:
    """Draw the agreement as one of the two sees it."""
    t, one = setting.words.t, fact.agreement
    fields = _shown(setting)
    return sheet(
        heading(t("Agreement about recurring home work")),
        line(_standing(fact, setting)),
        _note(fact.note, setting),
        together(*(_field(name, fields[name], fact, setting) for name in fields)),
        _confirmations(fact, setting),
        _checklist(fact, setting),
        _beside(fact, setting),
        None if one.is_ended else policy_says("ramme-formel-aftale", setting),
        said_only(t('Answer "confirm" when you agree.')) if _may_confirm(fact) else None,
        actions=_actions(fact, setting),
    )


def labels(setting: Setting) -> dict[str, str]:
    """Return what the fields of Bilag 1 are called, in its order."""
    t = setting.words.t
    return {
        "extent": t("Extent of home work"),
        "placing": t("Placing of the home days"),
        "availability": t("Need to be available"),
        "tasks": t("Tasks"),
        "equipment": t("Equipment for home work"),
        "other": t("Other terms"),
        "place": t("Place (may be left out)"),
        "start": t("In force from (may be left out)"),
        "notice": t("Notice in days (0: at once)"),
    }


def _shown(setting: Setting) -> dict[str, str]:
    """Return the same where they are read and not filled in: without what helps in filling them in."""
    t = setting.words.t
    return labels(setting) | {"place": t("Place"), "start": t("In force from"), "notice": t("Notice of ending it")}


def _standing(fact: AgreementCard, setting: Setting) -> str:
    t, one = setting.words.t, fact.agreement
    name = fact.employee.name
    if one.is_ended and one.ends_on is not None:
        return t("{name}: ended. The last day is {day}.", name=name, day=setting.day(one.ends_on))
    if one.forced is not None and one.forced.number == one.draft.number:
        return t("{name}: in force. Both have confirmed it.", name=name)
    if one.forced is not None:
        return t("{name}: a change is waiting. Until both have confirmed it, the terms before hold.", name=name)
    return t("{name}: a draft. It is in force when both have confirmed it.", name=name)


def _note(note: AgreementNote | None, setting: Setting) -> Part | None:
    t = setting.words.t
    match note:
        case None:
            return None
        case AgreementNote.STALE:
            said = t("The agreement has been changed since this card. Here it is as it stands now.")
        case AgreementNote.TOO_LONG:
            most = setting.words.number(LONGEST_TERM)
            said = t("A field may have {most} characters. I have cut the text, and stored nothing yet.", most=most)
        case AgreementNote.NO_DATE:
            said = t("I cannot read the date. Nothing is stored yet.")
        case AgreementNote.NO_NOTICE:
            said = t("Write the notice as a number of days, 366 at most. Nothing is stored yet.")
        case AgreementNote.REASON_MISSING:
            said = t("Write the operational reason for ending it.")
    return listing([said], "⚠")


def _field(name: str, label: str, fact: AgreementCard, setting: Setting) -> Part:
    value = _value(name, fact.agreement.draft.terms, setting)
    mark = setting.words.t("changed") if name in fact.changed else ""
    return entry(f"{label} ({mark})" if mark else label, value or "–")


def _value(name: str, terms: Terms, setting: Setting) -> str:
    if name == "start":
        return setting.day(terms.start) if terms.start else ""
    if name == "notice":
        return (
            setting.words.n("{count} day", "{count} days", terms.notice)
            if terms.notice
            else setting.words.t("no notice")
        )
    return str(getattr(terms, name))


def _confirmations(fact: AgreementCard, setting: Setting) -> Part:
    t, draft = setting.words.t, fact.agreement.draft
    names = {one.id: one.name for one in (*fact.people, fact.employee)}
    leader_role, employee_role = t("the leader"), t("the employee")
    rows = [
        _confirmation(draft.employee, employee_role, names, setting),
        _confirmation(draft.leader, leader_role, names, setting),
    ]
    shown = t("Version {number}, fingerprint {hash}", number=draft.number, hash=hash_of(fact.agreement)[:SHORT_HASH])
    return together(listing(rows), quiet(shown))


def _confirmation(of: Confirmation | None, role: str, names: dict[str, str], setting: Setting) -> str:
    t = setting.words.t
    if of is None:
        return t("Not confirmed by {role} yet", role=role)
    name = names.get(of.by, role)
    return t("Confirmed by {name} ({role}) {moment}", name=name, role=role, moment=setting.moment(of.at))


def _checklist(fact: AgreementCard, setting: Setting) -> Part | None:
    """Return that the checklist is not in place, and the way to it; above two days a week no day is approved."""
    if not fact.checklist_missing or fact.agreement.is_ended:
        return None
    t, employee_id = setting.words.t, fact.employee.id
    told = t("The checklist of the home workplace is not in place. More than two days a week cannot be approved yet.")
    way_on = open_own(setting) if fact.reader is Party.EMPLOYEE else open_of(employee_id, setting)
    return together(line(told), shown_only(ActionSet(actions=[way_on])))


def _beside(fact: AgreementCard, setting: Setting) -> Part | None:
    """Return the approved days that do not go with the words, and the way to give them up or to cancel them."""
    if not fact.beside:
        return None
    t, words = setting.words.t, setting.words
    shown = words.listed([words.short_day(day.on, setting.today) for day in fact.beside[:MOST_BESIDE]])
    dates = tuple(day.on for day in fact.beside)[:MOST_DAYS]
    if fact.reader is Party.EMPLOYEE:
        way_on = press(t("Give them up …"), ProposeWithdrawal(dates=dates), alone=True)
    else:
        form = ProposeCancellation(employee_id=fact.employee.id, dates=dates)
        way_on = press(t("Cancel them …"), form, alone=True)
    more = len(fact.beside) - MOST_BESIDE
    days = t("{names} and {more} more", names=shown, more=more) if more > 0 else shown
    told = t("⚠ Approved, but not in the agreement as it reads now: {days}.", days=days.rstrip("."))
    return together(line(told), shown_only(ActionSet(actions=[way_on])))


def _may_confirm(fact: AgreementCard) -> bool:
    one = fact.agreement
    return not one.is_ended and fact.note is None and one.draft.confirmed_by(fact.reader) is None


def _actions(fact: AgreementCard, setting: Setting) -> list[Action]:
    t, one = setting.words.t, fact.agreement
    made: list[Action] = [fetch(one.id, setting)] if one.forced is not None else []
    if one.is_ended:
        return made
    if _may_confirm(fact):
        confirm = ConfirmAgreement(agreement_id=one.id, content_hash=hash_of(one))
        made.insert(0, press(t("Confirm"), confirm, "positive", alone=True))
    change = ChangeAgreement(agreement_id=one.id, version=one.draft.number)
    made.append(fold(t("Change …"), shown_only(*_inputs(fact, setting)), [press(t("Keep it"), change, "positive")]))
    return [*made, _ending(fact, setting)]


def _ending(fact: AgreementCard, setting: Setting) -> Action:
    t, one = setting.words.t, fact.agreement
    end = EndAgreement(agreement_id=one.id)
    if one.forced is None:
        return fold(t("End …"), line(t("Drop the draft?")), [press(t("Drop it"), end, "destructive", alone=True)])
    days = one.forced.terms.notice
    question = line(setting.words.n("End it with {count} day's notice?", "End it with {count} days' notice?", days))
    if fact.reader is Party.EMPLOYEE:
        return fold(t("End …"), question, [press(t("End it"), end, "destructive", alone=True)])
    label = t("Operational reason, for {name} to read", name=fact.employee.first_name)
    reason = reason_input(setting, label, required=True)
    asked = together(question, shown_only(reason))
    return fold(t("End …"), asked, [press(t("End it"), end, "destructive")])


def _inputs(fact: AgreementCard, setting: Setting) -> list[CardElement]:
    terms, fields = fact.agreement.draft.terms, labels(setting)
    inputs: list[CardElement] = []
    for name, label in fields.items():
        if name == "start":
            value = terms.start.isoformat() if terms.start else None
            inputs.append(DateInput(id=input_id(name), label=label, value=value))
            continue
        many = name not in ("notice", "extent", "placing", "place")
        text = literal(str(getattr(terms, name)))
        inputs.append(
            TextInput(
                id=input_id(name),
                label=label,
                value=text or None,
                max_length=3 if name == "notice" else LONGEST_TERM,
                is_multiline=many or None,
            )
        )
    return inputs
