"""The newest broadcasts, and the report of one as a file."""

from __future__ import annotations

from microsoft_teams.cards import Action

from cards.actions import open_url, press
from cards.broadcast_words import stage
from cards.drawn import Drawn
from cards.frame import Part, entry, heading, line, quiet, sheet, together
from cards.literal import clipped
from cards.setting import Setting
from cards.words import sentence
from domain.commands import StartBroadcast, ViewBroadcast
from domain.facts import BroadcastFile, Broadcasts

LONGEST_BUTTON = 40


def draw_broadcasts(fact: Broadcasts, setting: Setting) -> Drawn:
    """Draw the list with a button for each."""
    t = setting.words.t
    return sheet(
        heading(t("Messages to many")),
        _entries(fact, setting) if fact.broadcasts else line(t("There are none yet.")),
        quiet(t('Write "new broadcast" to begin one.')),
        actions=_actions(fact, setting),
    )


def draw_broadcast_file(fact: BroadcastFile, setting: Setting) -> Drawn:
    """Draw the address of the file and how long it lasts."""
    t = setting.words.t
    return sheet(
        heading(t("The report as a file")),
        line(t("The file opens in a spreadsheet and names people. Keep it as you keep other lists of employees.")),
        quiet(t("The address works until {when}, for whoever has it.", when=setting.words.time(fact.until))),
        actions=[open_url(t("Fetch the file"), fact.url)],
    )


def _entries(fact: Broadcasts, setting: Setting) -> Part:
    untitled = setting.words.t("Without a title")
    return together(*(entry(one.danish.title or untitled, sentence(stage(one, setting))) for one in fact.broadcasts))


def _actions(fact: Broadcasts, setting: Setting) -> list[Action]:
    t = setting.words.t
    opens = [
        press(clipped(one.danish.title or t("Without a title"), LONGEST_BUTTON), ViewBroadcast(broadcast_id=one.id))
        for one in fact.broadcasts
    ]
    return [press(t("New message to many"), StartBroadcast(), "positive"), *opens]
