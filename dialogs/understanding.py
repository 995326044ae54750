"""Understanding a message: its intent and its days."""

from __future__ import annotations

from datetime import date

from dialogs.dates.read import read_dates
from dialogs.intents.intent import Role
from dialogs.intents.quick import quick_intent
from dialogs.understood import Understood, as_json
from policy.embedder import Embedder

__all__ = ["Understanding", "Understood", "as_json"]


class Understanding:
    """Reads messages. Pure: the same words on the same day mean the same."""

    def __init__(self, embedder: Embedder | None = None) -> None:
        self._embedder = embedder

    def understand(self, text: str, role: str, today: date) -> Understood:
        """Return the intent and the days of a message; `role` is employee, leader or hr (unknown: employee)."""
        read = read_dates(text, today)
        return Understood(quick_intent(text, Role.of(role), bool(read.spans)), read)
