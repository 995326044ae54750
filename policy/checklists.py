"""The policy's two checklists, made of its own passages: each question is an item, in the policy's words and order."""

from __future__ import annotations

from collections.abc import Iterator

from domain.check_items import CheckItem
from policy.handbook import Handbook, Kind, Passage

WORKPLACE = "Krav til hjemmearbejdspladsen"  # the employee's section; it stands in the leader's list too


def workplace_items(handbook: Handbook) -> tuple[CheckItem, ...]:
    """Return the requirements of the home workplace (p. 8), in the policy's order."""
    return tuple(item for item in assessment_items(handbook) if item.section == WORKPLACE)


def assessment_items(handbook: Handbook) -> tuple[CheckItem, ...]:
    """Return all items of the leader's APV checklist (p. 6-8), in the policy's order."""
    found = (passage for passage in handbook.passages.values() if passage.kind is Kind.CHECK_ITEM)
    return tuple(item for passage in found for item in _items(passage))


def _items(passage: Passage) -> Iterator[CheckItem]:
    for number, text in enumerate(_questions(passage.text), 1):
        item_id = passage.id if number == 1 else f"{passage.id}-{number}"
        yield CheckItem(item_id, passage.heading, passage.page, text, passage.asks_need)


def _questions(text: str) -> list[str]:
    """Return the questions, one a line; a line that asks nothing belongs to the question above it."""
    found: list[str] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        if found and "?" not in line:
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found
