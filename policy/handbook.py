"""The policy in passages: the municipality's own words, each with its place in the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a passage is, so that nobody takes advice for a rule."""

    RULE = "rule"
    DUTY = "duty"
    ADVICE = "advice"
    DISCUSSION = "discussion"  # a question that the workplace settles
    CHECK_ITEM = "check_item"
    FORM_FIELD = "form_field"
    LINK = "link"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage, word for word as in the document. `page` counts from 1; `path` runs from chapter to section.

    `english` is an unofficial rendering, shown beneath the Danish words, never instead of them.
    """

    id: str
    path: tuple[str, ...]
    text: str
    page: int
    kind: Kind
    english: str = ""
    asks_need: bool = False  # a checklist's question that a need is told by: there a yes is what must be seen to

    @property
    def heading(self) -> str:
        """The nearest heading above the passage."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, slots=True)
class Handbook:
    """One version of one municipality's policy."""

    municipality: str
    title: str
    version: str
    url: str  # where the document itself can be read; empty when it is not published
    passages: Mapping[str, Passage]
