"""A Word document (docx) read into blocks: styles tell headings and lists, tables are read cell by cell."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph

from policy.documents.block import Block, NotReadable, Odd

LARGEST_UNPACKED = 100_000_000  # bytes: a small file may unpack to gigabytes
_HEADING = re.compile(r"(?:heading|overskrift)\s*(\d)", re.IGNORECASE)
_TITLES = {"title", "titel"}


def read_word(data: bytes) -> list[Block]:
    """Return the blocks, pages counted by the breaks that Word itself left; NotReadable for what Word didn't write."""
    try:
        with ZipFile(io.BytesIO(data)) as package:
            names = {entry.filename for entry in package.infolist()}
            if sum(entry.file_size for entry in package.infolist()) > LARGEST_UNPACKED:
                raise NotReadable(Odd.TOO_LONG)
        if "word/document.xml" not in names:
            raise NotReadable(Odd.WRONG_TYPE)
        return list(_blocks(data))
    except (BadZipFile, PackageNotFoundError, SyntaxError, KeyError, ValueError) as error:
        raise NotReadable(Odd.BROKEN) from error


def _blocks(data: bytes) -> Iterator[Block]:
    page = 1
    for part in Document(io.BytesIO(data)).iter_inner_content():
        for paragraph in _paragraphs(part):
            ends = len(paragraph.rendered_page_breaks)
            for text in filter(None, map(str.strip, _words(paragraph).split("\n"))):
                if not _is_title(paragraph):
                    yield Block(text, page + ends, _level(paragraph), _is_bullet(paragraph))
            page += ends


def _paragraphs(part: Paragraph | Table) -> Iterator[Paragraph]:
    if isinstance(part, Paragraph):
        yield part
        return
    seen = set()
    for row in part.rows:
        for cell in row.cells:
            element = cell._element  # noqa: SLF001 - cells that are merged come once for each place they cover
            if element in seen:
                continue
            seen.add(element)
            for inner in cell.iter_inner_content():
                yield from _paragraphs(inner)


def _words(paragraph: Paragraph) -> str:
    """Return the words; a link keeps its address."""
    words = ""
    for run in paragraph.iter_inner_content():
        words += run.text
        if isinstance(run, Hyperlink) and run.url and run.url not in words:
            words += f" {run.url}"
    return words


def _is_title(paragraph: Paragraph) -> bool:
    """Return whether it is the document's own title, which is no chapter."""
    return paragraph.style is not None and (paragraph.style.name or "").casefold() in _TITLES


def _level(paragraph: Paragraph) -> int:
    name = (paragraph.style.name or "") if paragraph.style is not None else ""
    found = _HEADING.match(name)
    return int(found[1]) if found else 0


def _is_bullet(paragraph: Paragraph) -> bool:
    name = (paragraph.style.name or "").casefold() if paragraph.style is not None else ""
    return name.startswith(("list", "opstilling"))
