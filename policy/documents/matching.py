"""Which passage of the running version a paragraph of a new document continues."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from policy.documents.units import Unit, squeezed
from policy.handbook import Handbook

_ALIKE = 0.6  # of two texts' words in order; below it they are two different rules
_SHARED = 0.4  # of the words of the shorter text, before it is worth comparing their order
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Line:
    passage_id: str
    words: tuple[str, ...]


def matches(found: Sequence[Unit], running: Handbook) -> tuple[str, ...]:
    """Return the id of the passage that each unit continues, "" where it continues none.

    The same words come first, wherever they stand now; then what is most alike. No line is continued twice.
    """
    by_words: dict[str, list[_Line]] = defaultdict(list)
    for passage in running.passages.values():
        for line in passage.text.split("\n"):
            by_words[squeezed(line)].append(_Line(passage.id, _words(line)))
    ids = [unit.block.passage_id if unit.block.passage_id in running.passages else "" for unit in found]
    for at, unit in enumerate(found):
        if same := by_words.get(squeezed(unit.text)):
            known = same.pop(0)
            ids[at] = ids[at] or known.passage_id
    left = [line for lines in by_words.values() for line in lines]
    for at, unit in enumerate(found):
        if not ids[at] and (near := _nearest(unit, left, running)) is not None:
            left.remove(near)
            ids[at] = near.passage_id
    return tuple(ids)


def _nearest(unit: Unit, lines: Iterable[_Line], running: Handbook) -> _Line | None:
    words = _words(unit.text)
    likely = (line for line in lines if _shared(words, line.words) >= _SHARED)
    scored = ((_alike(words, line.words) + _home(unit, line, running.passages), line) for line in likely)
    score, best = max(scored, key=lambda one: one[0], default=(0.0, None))
    return best if score >= _ALIKE else None


def _home(unit: Unit, line: _Line, passages: Mapping[str, object]) -> float:
    """Return a little more for a line that stood under the same heading."""
    passage = passages[line.passage_id]
    return 0.1 if getattr(passage, "path", ())[-1:] == unit.path[-1:] else 0.0


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    few, many = sorted((set(one), set(other)), key=len)
    return len(few & many) / max(len(few), 1)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))
