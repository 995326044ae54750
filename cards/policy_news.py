"""The first words of a message about a new version of the policy, for HR to go on from."""

from __future__ import annotations

from collections.abc import Sequence

from cards.literal import clipped
from cards.words import Words
from domain.broadcasts import LONGEST_TEXT, ChangedPassage, Wording

LONGEST_QUOTE = 400
ROOM = LONGEST_TEXT - 300  # for what stands around the passages


def told(changed: Sequence[ChangedPassage], words: Words) -> Wording:
    """Return a title and a text (markdown) with the changed passages, as many as there is room for."""
    t, parts = words.t, [words.t("The policy on home work has a new version. This is what has changed:")]
    length = len(parts[0])
    for number, one in enumerate(changed):
        part = _passage(one, words)
        length += len(part) + 2
        if length > ROOM:
            left = len(changed) - number
            parts.append(words.n("And {count} passage more.", "And {count} passages more.", left))
            break
        parts.append(part)
    parts.append(t("Ask me here in the chat if you wonder about anything: I answer from the new version."))
    return Wording(t("New version of the policy on home work"), "\n\n".join(parts))


def _passage(one: ChangedPassage, words: Words) -> str:
    t = words.t
    where = t("{heading}, page {page}", heading=one.heading, page=one.page)
    said = []
    if one.before and one.after:
        said = [t("Before: {words}", words=_quoted(one.before)), t("Now: {words}", words=_quoted(one.after))]
    elif one.after:
        said = [t("New: {words}", words=_quoted(one.after))]
    else:
        said = [t("No longer there: {words}", words=_quoted(one.before))]
    return "\n\n".join([f"**{where}**", *said])


def _quoted(text: str) -> str:
    return clipped(" ".join(text.split()), LONGEST_QUOTE)
