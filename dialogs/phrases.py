"""Words that are commands, said exactly, and are not among the intents: the same for everybody, whatever was asked."""

from __future__ import annotations

from dialogs.scene import Scene
from dialogs.spelling import words
from domain import commands as c

_SAID: dict[str, c.Command] = {
    "udsend|send udsendelse|ny besked til mange|besked til mange|new message to many": c.StartBroadcast(),
    "udsendelser|mine udsendelser|vis udsendelser|beskeder til mange|broadcasts": c.ShowBroadcasts(),
    "mine indstillinger|indstillinger|mine kontaktoplysninger|my settings|settings": c.ShowPreferences(),
    "læst og forstået|jeg har læst og forstået|jeg har læst og forstået det|read and understood": c.ConfirmBroadcast(),
}
_MEANT = {tuple(words(said)): command for listed, command in _SAID.items() for said in listed.split("|")}


def phrase(text: str, scene: Scene) -> c.Command | None:
    """Return the command that a message is, word for word, or None."""
    return _MEANT.get(tuple(words(text)))
