"""Understanding a message: its days by a grammar; its intent by exact commands, then rules, then statistics."""

from __future__ import annotations

import re
from datetime import date

from dialogs.dates.days_read import DatesRead
from dialogs.dates.now import right_now
from dialogs.dates.read import read_dates
from dialogs.intents.classifier import load_classifier
from dialogs.intents.disguise import disguise
from dialogs.intents.exact import exact
from dialogs.intents.intent import Intent, Role
from dialogs.intents.keywords import told
from dialogs.intents.rules import certain
from dialogs.understood import RULED, Understood, as_json
from domain.home_days import WantedDay
from policy.embedder import Embedder

__all__ = ["Understanding", "Understood", "as_json"]

_TOLD = 0.9  # how sure a telling word is, measured
_LONGEST = 450  # characters that are read for the intent
_SENTENCES = re.compile(r"[.!?]+ ")


class Understanding:
    """Reads messages. Pure: the same words on the same day mean the same. Under 1 ms without a language model."""

    def __init__(self, embedder: Embedder | None = None) -> None:
        self._classifier = load_classifier(embedder)

    def understand(self, text: str, role: str, today: date) -> Understood:
        """Return the intent and the days of a message; `role` is employee, leader or hr (unknown: employee)."""
        read = read_dates(text, today)
        part = Role.of(role)
        if not read.spans and (now := right_now(text)) is not None:
            return Understood(Intent.MARK_DAYS, DatesRead((WantedDay(today),), quoted=now[0], spans=(now[1],)), RULED)
        disguised = disguise(text, read.spans)
        if (command := exact(text, part is Role.LEADER)) is not None:
            return Understood(command, read)
        if (phrase := _phrase(disguised, part)) is not None:
            return Understood(phrase, read, RULED)
        if (word := told(disguised, part)) is not None:
            return Understood(word, read, _TOLD)
        if not disguised:
            return Understood(Intent.OUT_OF_SCOPE, read)
        guessed, certainty = self._classifier.classify(_short(text), _short(disguised), part)
        return Understood(guessed, read, certainty)


def _phrase(disguised: str, role: Role) -> Intent | None:
    """Return what the message certainly means, or the one thing that its sentences mean."""
    whole = certain(disguised, role) if len(disguised) <= _LONGEST else None
    if whole is not None:
        return whole
    sentences = [one.strip() for one in _SENTENCES.split(disguised)]
    told = {meant for one in sentences if one and (meant := certain(one, role)) is not None}
    return told.pop() if len(told) == 1 and len(sentences) > 1 else None


def _short(text: str) -> str:
    """Return a long text's beginning and, for the wish mostly comes last, twice as much of its end."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 3]} {text[-_LONGEST * 2 // 3 :]}"
