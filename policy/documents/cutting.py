"""From a document's blocks to the passages of a handbook, in the shape that the running version gave them.

A passage that is still there keeps its id, and with it its example questions; one whose words are the same keeps its
kind and its English rendering too. What is new is cut at paragraphs, and a list of short points stays together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policy.documents.block import Block
from policy.documents.matching import matches
from policy.documents.units import Unit, squeezed, units
from policy.handbook import Handbook, Kind, Passage

_SHORT = 140  # letters of a point that says little by itself
_LINK = re.compile(r"https?://", re.IGNORECASE)
_DUTY = re.compile(r"\b(skal|must|forpligtet|ansvar(et|lig)?)\b", re.IGNORECASE)
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(slots=True)
class _Group:
    """Units that make one passage."""

    units: list[Unit]
    passage_id: str


def new_version(blocks: Sequence[Block], running: Handbook, version: str) -> Handbook:
    """Return the handbook that the document makes, as a version of the running one."""
    used: set[str] = set()
    passages = []
    for group in _groups(list(units(_untitled(blocks, running))), running):
        passage = _passage(group, running, used)
        used.add(passage.id)
        passages.append(passage)
    return replace(running, version=version, passages={passage.id: passage for passage in passages})


def _untitled(blocks: Sequence[Block], running: Handbook) -> Sequence[Block]:
    """Return the blocks without the policy's own title at the top, which is no chapter."""
    first = next(iter(blocks), None)
    is_title = first is not None and first.level and squeezed(first.text) == squeezed(running.title)
    return blocks[1:] if is_title else blocks


def _groups(found: list[Unit], running: Handbook) -> list[_Group]:
    groups: list[_Group] = []
    taken: set[str] = set()
    for unit, passage_id in zip(found, matches(found, running), strict=True):
        last = groups[-1] if groups and groups[-1].units[-1].path == unit.path else None
        if last is not None and _belongs(unit, passage_id, last, running):
            last.units.append(unit)
            continue
        # Words that stood in one passage and now stand in two places: the first place keeps the id.
        groups.append(_Group([unit], passage_id if passage_id not in taken else ""))
        taken.add(passage_id)
    return groups


def _belongs(unit: Unit, passage_id: str, last: _Group, running: Handbook) -> bool:
    if passage_id:
        return passage_id == last.passage_id
    if not unit.block.bullet or not last.units[-1].block.bullet:
        return False
    if last.passage_id:
        return "\n" in running.passages[last.passage_id].text  # a new point in a list that was one passage
    return len(unit.text) <= _SHORT and len(last.units[-1].text) <= _SHORT


def _passage(group: _Group, running: Handbook, used: set[str]) -> Passage:
    first, text = group.units[0], "\n".join(unit.text for unit in group.units)
    before = running.passages.get(group.passage_id)
    same = before is not None and squeezed(before.text) == squeezed(text)
    return replace(
        before or Passage("", (), "", 1, Kind.BACKGROUND),
        id=group.passage_id or _fresh_id(first.path, {*used, *running.passages}),
        path=first.path,
        text=text,
        page=first.block.page,
        kind=first.block.kind or (before.kind if before else _guess(group)),
        english=before.english if before is not None and same else "",
    )


def _guess(group: _Group) -> Kind:
    """Return what a new passage most likely is; HR sees it on the draft and can put it right in the document."""
    text = " ".join(unit.text for unit in group.units)
    if _LINK.search(text):
        return Kind.LINK
    if text.rstrip().endswith("?"):
        return Kind.DISCUSSION
    heading = " ".join(group.units[0].path).casefold()
    if "råd" in heading or "inspiration" in heading:
        return Kind.ADVICE
    return Kind.DUTY if _DUTY.search(text) else Kind.BACKGROUND


def _fresh_id(path: tuple[str, ...], taken: set[str]) -> str:
    name = (path[-1] if path else "afsnit").casefold().translate(_LETTERS)
    stem = "-".join(re.findall(r"[a-z0-9]+", name)[:3]) or "afsnit"
    return next(each for number in range(1, len(taken) + 2) if (each := f"{stem}-{number}") not in taken)
