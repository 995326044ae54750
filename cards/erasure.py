"""Erasing what is kept about oneself: what goes, what stays and why, and afterwards what went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cards.actions import press
from cards.drawn import Drawn
from cards.frame import heading, listing, quiet, said_only, sheet, strong, together
from cards.my_days import kept
from cards.setting import Setting
from domain.commands import EraseMyData, ExportMyData, LetGo
from domain.facts import Erasure

UNSPOKEN = frozenset(
    {"agreement_version", "agreement_paper", "leaving", "local_frame"}
)  # a part of what is named, or of the workplace


def draw_erasure(fact: Erasure, setting: Setting) -> Drawn:
    """Draw what goes and what stays; before it is done, the question."""
    t = setting.words.t
    title = t("Shall I delete what I keep about you?")
    if fact.done:
        title = t("It is deleted") if fact.going else t("There is nothing more to delete")
    asks = bool(fact.going) and not fact.done
    return sheet(
        heading(title if asks or fact.done else t("There is nothing to delete")),
        together(strong(t("Deleted:") if fact.done else t("This goes:")), listing(counts(fact.going, setting)))
        if fact.going
        else None,
        together(strong(t("This stays, and why:")), listing(reasons(fact.staying, setting))),
        quiet(t("HR and Personnel can delete more when you leave.")),
        said_only(t('Answer "yes" to delete it or "no" to leave it.')) if asks else None,
        actions=[press(t("Leave it"), LetGo()), press(t("Delete it"), EraseMyData(), "destructive")]
        if asks
        else [press(t("My data"), ExportMyData())],
    )


def counts(tables: Iterable[tuple[str, int]], setting: Setting, instead: Mapping[str, str] | None = None) -> list[str]:
    """Return a line for each kind of what goes; `instead` are other words for some."""
    t, number = setting.words.t, setting.words.number
    past = {"home_day": t("Home days that have passed"), "download": t("Links to files")}
    past["question"] = t("Questions that you sent to HR")
    past |= instead or {}
    spoken = [(past.get(name) or kept(name, setting), count) for name, count in tables if name not in UNSPOKEN]
    return [f"{what}: {number(count)}" for what, count in spoken]


def reasons(tables: Iterable[tuple[str, int]], setting: Setting, instead: Mapping[str, str] | None = None) -> list[str]:
    """Return a line for each kind of what stays, with why; `instead` are other words for some."""
    t = setting.words.t
    known = {
        "home_day": t("Home days to come: give them up first if you do not want them"),
        "calendar_entry": t("Days in Outlook: they follow your home days"),
        "delivery": t("Messages that are on their way to you"),
        "sent_card": t("Cards of days to come: so that they can be kept up to date"),
        "person": t("Your name and leader: they come from the municipality's own file"),
        "conversation": t("This chat: so that I know where to answer"),
        "agreement": t("Agreements on fixed days: they hold for both of you"),
        "workplace_list": t("Checklists: the employer must be able to show that your workplace was gone through"),
        "equipment": t("Equipment: it is to be given back or bought when you leave"),
        "receiver": t("What you were sent and confirmed: the employer must be able to show it"),
        "audit": t("The audit trail: who did what, for five years"),
    }
    known |= instead or {}
    return [known.get(name) or kept(name, setting) for name, _ in tables if name not in UNSPOKEN]
