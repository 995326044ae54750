"""What differs between two versions, passage by passage and word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from policy.handbook import Handbook, Passage

_TOKEN = re.compile(r"\s+|\S+")


class Change(StrEnum):
    """What became of a passage."""

    SAME = "same"
    MOVED = "moved"  # the same words on another page or under another heading
    REWORDED = "reworded"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """One passage before and after; None where there is none."""

    change: Change
    before: Passage | None
    after: Passage | None


class Fate(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    ADDED = "added"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a row that shared a fate, with the spaces between them."""

    fate: Fate
    text: str


def differences(before: Handbook, after: Handbook) -> tuple[Difference, ...]:
    """Return each passage of the new version in its order, and then those that are gone."""
    there = [_difference(before.passages.get(one.id), one) for one in after.passages.values()]
    gone = [Difference(Change.GONE, one, None) for one in before.passages.values() if one.id not in after.passages]
    return (*there, *gone)


def compared(before: str, after: str) -> tuple[Words, ...]:
    """Return both texts as one, every word with its fate. Leaving out what is gone gives the new text, and so on."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    found: list[Words] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Words(Fate.KEPT, "".join(old[a:b])))
            continue
        if a < b:
            found.append(Words(Fate.GONE, "".join(old[a:b])))
        if c < d:
            found.append(Words(Fate.ADDED, "".join(new[c:d])))
    return tuple(found)


def _difference(before: Passage | None, after: Passage) -> Difference:
    if before is None:
        return Difference(Change.NEW, None, after)
    if before.text != after.text:
        return Difference(Change.REWORDED, before, after)
    place = (before.path, before.page) == (after.path, after.page)
    return Difference(Change.SAME if place else Change.MOVED, before, after)
