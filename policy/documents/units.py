"""Blocks under their headings: each paragraph with the path that leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policy.documents.block import Block

_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a bullet; `path` runs from chapter to section."""

    block: Block
    path: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words, on one line."""
        return self.block.text


def units(blocks: Iterable[Block]) -> Iterator[Unit]:
    """Yield the paragraphs in order; a heading ends what stood under its own level."""
    headings: list[tuple[int, str]] = []
    for block in blocks:
        text = " ".join(block.text.split())
        if not text:
            continue
        if block.level:
            headings = [*((level, name) for level, name in headings if level < block.level), (block.level, text)]
        else:
            yield Unit(block, tuple(name for _, name in headings))


def squeezed(text: str) -> str:
    """Return the text as it is compared: letters and digits only, in lower case."""
    return _MARKS.sub("", text.casefold())
