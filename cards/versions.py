"""The versions of the policy: which there are, the words of one, and what a draft would change."""

from __future__ import annotations

from microsoft_teams.cards import Action

from cards.actions import confirm, press
from cards.drawn import Drawn
from cards.frame import Part, beneath, entry, heading, line, quiet, said_only, sheet, strong, together
from cards.literal import clipped
from cards.quotation import kind
from cards.replay import draw_replay
from cards.setting import Setting
from domain.commands import Command, CompareVersion, DropVersion, PublishVersion, ReadVersion
from policy.documents.difference import Change, Difference, Fate, compared
from policy.editions import Edition, EditionDifference, EditionNote, Editions, EditionStage, EditionText
from policy.handbook import Passage

LONGEST = 6_000  # letters of one passage on a card
MOST_LISTED = 20
MOST_BUTTONS = 4


def draw_editions(fact: Editions, setting: Setting) -> Drawn:
    """Draw the list of versions, newest first."""
    t = setting.words.t
    drafts = [one for one in fact.editions if one.stage is EditionStage.DRAFT]
    rest = [one for one in fact.editions if one.stage is not EditionStage.DRAFT]
    return sheet(
        heading(t("Versions of the policy")),
        line(_note(fact.note, fact.about, setting)) if fact.note else None,
        *(entry(_name(one, setting), _stage(one, setting)) for one in fact.editions[:MOST_LISTED]),
        said_only(t('Write for example "show version 1" to read it.')),
        actions=[_reads(one, setting) for one in (*drafts, *rest)[:MOST_BUTTONS]],
    )


def draw_edition_text(fact: EditionText, setting: Setting) -> Drawn:
    """Draw one sheet of a version's words, word for word."""
    return sheet(
        heading(_name(fact.edition, setting)),
        beneath(f"{_stage(fact.edition, setting)} · {_sheet_of(fact.sheet, fact.sheets, setting)}"),
        *(_passage(one, setting) for one in fact.passages),
        actions=_turning(fact.sheet, fact.sheets, fact.edition.number, ReadVersion, setting),
        wide=True,
    )


def draw_edition_difference(fact: EditionDifference, setting: Setting) -> Drawn:
    """Draw one sheet of what a draft would change, with the two things that can be done about it."""
    t = setting.words.t
    number = fact.edition.number
    publish = PublishVersion(number=number, over=fact.over)
    sure = line(t("From then on everybody is answered from version {number}.", number=number))
    gone = line(t("The draft goes. Version {number} goes on answering.", number=fact.over))
    turning = _turning(fact.sheet, fact.sheets, number, CompareVersion, setting)
    return sheet(
        heading(t("Draft: version {number}", number=number)),
        beneath(_sheet_of(fact.sheet, fact.sheets, setting)),
        line(_note(fact.note, number, setting)) if fact.note else None,
        line(
            t(
                "Compared with version {number}, which answers now: {counts}.",
                number=fact.over,
                counts=_counts(fact, setting),
            )
        ),
        quiet(t("Words in [+ +] are new, words in [– –] are gone.")),
        *(_difference(one, setting) for one in fact.differences),
        *(draw_replay(fact.replay, fact.moved, setting) if fact.replay and fact.sheet == 1 else ()),
        said_only(t('Write for example "compare version {number}" to see this again.', number=number)),
        actions=[
            confirm(t("Publish …"), sure, t("Publish version {number}", number=number), publish),
            press(t("Read it whole"), ReadVersion(number=number)),
            *turning,
            confirm(t("Drop …"), gone, t("Drop the draft"), DropVersion(number=number)),
        ],
        wide=True,
    )


def _difference(one: Difference, setting: Setting) -> Part:
    passage = one.after or one.before
    if passage is None:
        return together()
    name = f"{_change(one.change, setting)}: {_place(passage, setting)}"
    if one.before is None or one.after is None or one.change is Change.MOVED:
        return together(strong(name), line(clipped(passage.text, LONGEST), spacing="Small"))
    marks = {Fate.KEPT: "{}", Fate.ADDED: "[+{}+]", Fate.GONE: "[–{}–]"}
    said = "".join(marks[each.fate].format(each.text) for each in compared(one.before.text, one.after.text))
    return together(strong(name), line(clipped(said, LONGEST), spacing="Small"))


def _passage(one: Passage, setting: Setting) -> Part:
    words = line(clipped(one.text, LONGEST), spacing="Small")
    return together(strong(one.heading), words, quiet(f"{_page(one, setting)} · {kind(one.kind, setting)}"))


def _place(one: Passage, setting: Setting) -> str:
    return f"{one.heading} ({_page(one, setting)})"


def _page(one: Passage, setting: Setting) -> str:
    return setting.words.t("page {page}", page=one.page)


def _reads(one: Edition, setting: Setting) -> Action:
    t = setting.words.t
    if one.stage is EditionStage.DRAFT:
        return press(t("See draft {number}", number=one.number), CompareVersion(number=one.number))
    return press(t("Read version {number}", number=one.number), ReadVersion(number=one.number))


def _turning(
    at: int, sheets: int, number: int, command: type[ReadVersion] | type[CompareVersion], setting: Setting
) -> list[Action]:
    def to(title: str, sheet_number: int) -> Action:
        there: Command = command(number=number, sheet=sheet_number)
        return press(title, there)

    t = setting.words.t
    on = [to(t("Next page"), at + 1)] if at < sheets else []
    return [*on, *([to(t("Previous page"), at - 1)] if at > 1 else [])]


def _name(one: Edition, setting: Setting) -> str:
    return setting.words.t("Version {number} of the policy", number=one.number)


def _sheet_of(at: int, sheets: int, setting: Setting) -> str:
    return setting.words.t("page {at} of {sheets} here in the chat", at=at, sheets=sheets)


def _stage(one: Edition, setting: Setting) -> str:
    t = setting.words.t
    match one.stage:
        case EditionStage.DRAFT:
            return t("draft, nobody is answered from it yet")
        case EditionStage.RUNNING:
            return t("answers now")
        case EditionStage.BEFORE:
            return t("answered before")


def _counts(fact: EditionDifference, setting: Setting) -> str:
    counts = [f"{_change(Change(name), setting).lower()}: {count}" for name, count in fact.counts]
    return setting.words.listed(counts) if counts else setting.words.t("the words are the same")


def _change(change: Change, setting: Setting) -> str:
    t = setting.words.t
    match change:
        case Change.SAME:
            return t("Unchanged")
        case Change.MOVED:
            return t("Moved")
        case Change.REWORDED:
            return t("Reworded")
        case Change.NEW:
            return t("New")
        case Change.GONE:
            return t("Gone")


def _note(note: EditionNote, number: int, setting: Setting) -> str:
    t = setting.words.t
    match note:
        case EditionNote.PUBLISHED:
            return t("Version {number} is published. Within a few seconds I answer from it.", number=number)
        case EditionNote.DROPPED:
            return t("Version {number} is dropped. The running version goes on.", number=number)
        case EditionNote.NO_DRAFT:
            return t("Version {number} is no draft any more, so nothing was changed.", number=number)
        case EditionNote.OVERTAKEN:
            return t("Another version was published meanwhile, so nothing was changed. Here is the difference now.")
        case EditionNote.UNKNOWN:
            return t("I know of no version {number}.", number=number)
