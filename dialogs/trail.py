"""The audit trail asked for in words: "revisionsspor", "revisionsspor Anna Holm 2026-11-01 2026-11-30"."""

from __future__ import annotations

import re

from dialogs.spelling import words
from domain import commands as c

_LEADS = ("vis revisionsspor", "revisionssporet", "revisionsspor", "revisionslog", "show audit trail", "audit trail")
_LINKS = frozenset({"for", "om", "af", "of", "about", "fra", "til", "from", "to", "until", "og", "-"})
_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
MOST_WORDS = 10


def trail_phrase(text: str) -> c.ShowTrail | None:
    """Return the command that a message is, word for word, or None."""
    said = words(text)
    lead = next((words(one) for one in _LEADS if said[: len(words(one))] == words(one)), None)
    if lead is None:
        return None
    rest = [one.strip(".,:") for one in text.split()[len(lead) :]]
    if len(rest) > MOST_WORDS:
        return None
    days = [one for one in rest if _DAY.match(one)]
    named = " ".join(one for one in rest if not _DAY.match(one) and one.lower() not in _LINKS)
    if "?" in text and named:
        return None
    return c.ShowTrail(named=named[:200], first=days[0] if days else "", last=days[1] if len(days) > 1 else "")
