"""One document, whatever it is, read into blocks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from bot.documents.markdown import read_markdown
from bot.documents.pdf import read_pdf
from bot.documents.word import read_word
from policy.documents.block import Block, NotReadable, Odd, checked

LARGEST = 20_000_000  # bytes
_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"


def read_document(name: str, data: bytes) -> Sequence[Block]:
    """Return the blocks of a document; NotReadable tells why not. What it is, its first bytes tell, not its name."""
    if len(data) > LARGEST:
        raise NotReadable(Odd.TOO_LONG)
    if data.startswith(_ZIP):
        return checked(read_word(data))
    if data[:1024].lstrip().startswith(_PDF):
        return checked(read_pdf(data))
    if PurePath(name).suffix.casefold() in {".md", ".markdown"}:
        return checked(read_markdown(data))
    raise NotReadable(Odd.WRONG_TYPE)
