"""What a document is read into, whatever it was: headings and paragraphs in their order, each with its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from policy.handbook import Kind

MOST_PAGES = 100  # the longest policy that anybody reads; a longer file is something else
MOST_BLOCKS = 2000
FEWEST_LETTERS = 200  # less text than that in a whole document is a scanned picture


@dataclass(frozen=True, slots=True)
class Block:
    """One heading (`level` from 1) or one paragraph (level 0). `page` counts from 1.

    `passage_id` and `kind` are told only by documents that the bot wrote itself.
    """

    text: str
    page: int
    level: int = 0
    bullet: bool = False
    passage_id: str = ""
    kind: Kind | None = None


class Odd(StrEnum):
    """Why a document cannot become a version. Each has its sentence, in chat and on the command line."""

    WRONG_TYPE = "wrong_type"
    BROKEN = "broken"
    LOCKED = "locked"  # it wants a password
    NO_TEXT = "no_text"  # scanned: pictures of text
    NO_HEADINGS = "no_headings"
    TOO_LONG = "too_long"
    SAME = "same"  # not a word differs from the running version


class NotReadable(Exception):
    """A document that cannot become a version, and why."""

    def __init__(self, why: Odd) -> None:
        super().__init__(why.value)
        self.why = why


def checked(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks; NotReadable when they hold no text, no headings or too much."""
    if sum(len(block.text) for block in blocks) < FEWEST_LETTERS:
        raise NotReadable(Odd.NO_TEXT)
    if max(block.page for block in blocks) > MOST_PAGES or len(blocks) > MOST_BLOCKS:
        raise NotReadable(Odd.TOO_LONG)
    if not any(block.level for block in blocks):
        raise NotReadable(Odd.NO_HEADINGS)
    return blocks
