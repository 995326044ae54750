"""Another day instead of a cancelled one: the choices on the employee's card, and what was chosen."""

from __future__ import annotations

from microsoft_teams.cards import Action

from cards.actions import press
from cards.day_words import names, status
from cards.frame import Part, line, listing, said_only, strong, together
from cards.setting import Setting
from cards.words import sentence
from domain.commands import PickReplacement
from domain.facts import MyCancellation, Note
from domain.home_days import WantedDay


def instead_of(fact: MyCancellation, setting: Setting) -> Part | None:
    """Return what was chosen and that one may choose; None where there is neither."""
    t, free = setting.words.t, _still_offered(fact, setting)
    chosen = [
        f"{sentence(setting.wanted(day))}: {status(day, names(setting, fact.by), setting)}" for day in fact.picked
    ]
    if not (free or chosen or fact.note is Note.NOT_FREE):
        return None
    return together(
        line(t("That day is no longer possible.")) if fact.note is Note.NOT_FREE else None,
        together(strong(t("Instead:")), listing(chosen)) if chosen else None,
        line(t("You can choose another day instead. What holds in your team allows it.")) if free else None,
        said_only(t('Choose one on the card, or write for example "home on Friday".')) if free else None,
    )


def choices(fact: MyCancellation, setting: Setting) -> list[Action]:
    """Return a button for each day that can be chosen."""
    t = setting.words.t
    return [
        press(
            t("Choose {day}", day=setting.wanted(day)), PickReplacement(cancellation_id=fact.cancellation_id, on=day.on)
        )
        for day in _still_offered(fact, setting)
    ]


def _still_offered(fact: MyCancellation, setting: Setting) -> list[WantedDay]:
    return [day for day in fact.offered if day.on > setting.today]
