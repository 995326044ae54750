"""The form of a broadcast: what it says, to whom, when, and whether it must be confirmed."""

from __future__ import annotations

from microsoft_teams.cards import Action, CardElement, Choice, ChoiceSetInput, DateInput, TextInput, TimeInput

from cards.actions import press
from cards.broadcast_words import problem
from cards.buttons import input_id
from cards.drawn import Drawn
from cards.frame import Part, beneath, heading, line, listing, said_only, sheet, shown_only
from cards.literal import literal
from cards.policy_news import told
from cards.setting import Setting
from cards.words import MUNICIPAL_ZONE, Words
from domain.broadcasts import LONGEST_TEXT, LONGEST_TITLE, LONGEST_URL, AudienceKind
from domain.commands import CorrectBroadcast, LetGo, SaveBroadcast, StartBroadcast
from domain.drafts import department_number
from domain.facts import BroadcastForm
from domain.people import Language

LONGEST_NAMES = 8_000
SHOWN_STRANGERS = 10


def draw_broadcast_form(fact: BroadcastForm, setting: Setting) -> Drawn:
    """Draw the form with what was typed already, and what must be put right."""
    t = setting.words.t
    title = t("Correct the message") if fact.corrects else t("Message to many")
    about = t("The new words take the place of the old ones in every chat.") if fact.corrects else ""
    return sheet(
        heading(title),
        beneath(about or t("Nothing is sent before you have seen it and said yes.")),
        line(t("The draft is kept.")) if fact.kept else None,
        line(t("Filled in with what the new version of the policy changed.")) if fact.changed else None,
        _wrong(fact, setting),
        said_only(t("Fill it in on the card: it does not show here.")),
        shown_only(*_words(fact, setting), *([] if fact.corrects else _rest(fact, setting))),
        actions=_actions(fact, setting),
    )


def _wrong(fact: BroadcastForm, setting: Setting) -> Part | None:
    t = setting.words.t
    if not fact.problems and not fact.strangers:
        return None
    found = [problem(one, setting) for one in fact.problems]
    if fact.too_long:
        number = setting.words.number
        found.append(
            t(
                "It has {count} characters; I have kept the first {most}.",
                count=number(fact.too_long),
                most=number(LONGEST_TEXT),
            )
        )
    found += [t("Not known, or more than one: {name}", name=name) for name in fact.strangers[:SHOWN_STRANGERS]]
    return listing(found, "⚠")


def _words(fact: BroadcastForm, setting: Setting) -> list[CardElement]:
    t, one = setting.words.t, fact.broadcast
    missing = t("This cannot be empty.")
    danish, english = one.danish, one.english
    if fact.changed:
        danish, english = (told(fact.changed, Words(each)) for each in (Language.DANISH, Language.ENGLISH))
    return [
        _text("title", t("Title"), danish.title, LONGEST_TITLE, error=missing),
        _text(
            "text",
            t("Text (**bold**, lists and links are possible)"),
            danish.text,
            LONGEST_TEXT,
            missing,
            many=True,
        ),
        _text("title_en", t("Title in English (may be left out)"), english.title, LONGEST_TITLE),
        _text("text_en", t("Text in English (may be left out)"), english.text, LONGEST_TEXT, many=True),
    ]


def _rest(fact: BroadcastForm, setting: Setting) -> list[CardElement]:
    t, one = setting.words.t, fact.broadcast
    yes_no = [Choice(title=t("No"), value="no"), Choice(title=t("Yes"), value="yes")]
    local = one.send_at.astimezone(MUNICIPAL_ZONE) if one.send_at else None
    return [
        _text("link", t("Link (begins with https)"), one.link, LONGEST_URL),
        _text("picture", t("Picture (https address of a .png, .jpg or .gif)"), one.picture, LONGEST_URL),
        ChoiceSetInput(
            id=input_id("confirm"),
            label=t('Must "read and understood" be pressed?'),
            value="yes" if one.confirm else "no",
            choices=yes_no,
        ),
        DateInput(
            id=input_id("confirm_by"),
            label=t("To be confirmed by (may be left out)"),
            value=one.confirm_by.isoformat() if one.confirm_by else None,
        ),
        *_to_whom(fact, setting),
        DateInput(
            id=input_id("send_on"),
            label=t("Send on (empty: now)"),
            value=local.date().isoformat() if local else None,
        ),
        TimeInput(
            id=input_id("send_time"),
            label=t("Send at (Danish time)"),
            value=f"{local:%H:%M}" if local else None,
        ),
    ]


def _to_whom(fact: BroadcastForm, setting: Setting) -> list[CardElement]:
    t, one = setting.words.t, fact.broadcast
    kinds = [
        Choice(title=t("People on the list below"), value=AudienceKind.LISTED.value),
        Choice(title=t("The departments chosen below"), value=AudienceKind.DEPARTMENTS.value),
        Choice(title=t("All leaders"), value=AudienceKind.LEADERS.value),
        Choice(title=t("People with home days within the next month"), value=AudienceKind.HOME_SOON.value),
        Choice(title=t("People with an agreement on fixed home days"), value=AudienceKind.AGREED.value),
        Choice(title=t("Everybody"), value=AudienceKind.ALL.value),
    ]
    chosen = ",".join(department_number(name) for name in one.audience.departments)
    departments = [Choice(title=literal(name), value=department_number(name)) for name in fact.departments]
    names = literal(fact.names[:LONGEST_NAMES])
    return [
        ChoiceSetInput(id=input_id("audience"), label=t("To"), value=one.audience.kind.value, choices=kinds),
        *(
            [
                ChoiceSetInput(
                    id=input_id("departments"),
                    label=t("Departments"),
                    choices=departments,
                    is_multi_select=True,
                    value=chosen or None,
                )
            ]
            if departments
            else []
        ),
        _text(
            "names",
            t("List of names or e-mail addresses, with a comma or line between"),
            names,
            LONGEST_NAMES,
            many=True,
        ),
    ]


def _text(field: str, label: str, value: str, most: int, error: str = "", *, many: bool = False) -> TextInput:
    return TextInput(
        id=input_id(field),
        label=label,
        value=literal(value) or None,
        max_length=most,
        is_multiline=many or None,
        is_required=bool(error) or None,
        error_message=error or None,
    )


def _actions(fact: BroadcastForm, setting: Setting) -> list[Action]:
    t, one = setting.words.t, fact.broadcast
    let_go = press(t("Leave it"), LetGo(), alone=True)
    if fact.corrects:
        return [press(t("Correct it in every chat"), CorrectBroadcast(broadcast_id=one.id), "positive"), let_go]
    version = 0 if fact.is_new else one.version
    save = SaveBroadcast(broadcast_id=one.id, version=version)
    keep = save.model_copy(update={"preview": False})
    news = press(t("About the new version"), StartBroadcast(about_version=True), alone=True)
    return [press(t("See it"), save, "positive"), press(t("Keep the draft"), keep), *[news] * fact.has_news, let_go]
