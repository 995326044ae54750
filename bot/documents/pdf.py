"""A PDF read into blocks: the size of the letters tells headings, the space between lines tells paragraphs."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTCurve, LTPage, LTTextBox
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException

from policy.documents.block import MOST_PAGES, Block, NotReadable, Odd

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font, with words of the document

_BULLET = re.compile(r"^\s*[•▪◦‣●○■□\uf0b7\u2013\u2212-]\s+")
_MARK = re.compile(r"^[•▪◦‣●○■□\uf0b7]$")
_DOT = 6.0  # points
_GAP = 0.7  # times the letters' size: lines further apart than that are two paragraphs
_LARGER = 1.12  # times the size of the body's letters
_LONGEST_HEADING = 160  # letters; bold text beyond that is emphasis
_ADDRESS = re.compile(r"https?://\S*$")
_MORE = re.compile(r"\S*[/?=&%_]\S*|\S*\w\.\w")  # the rest of an address that the edge of the page broke
_NUMBER = re.compile(r"^(?:side\s*)?\d{1,3}(?:\s*(?:af|/)\s*\d{1,3})?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text. `top` and `bottom` are points from the lower edge of the page."""

    text: str
    size: float
    bold: bool
    page: int
    top: float
    bottom: float


def read_pdf(data: bytes) -> list[Block]:
    """Return the blocks; NotReadable for a locked or broken file."""
    try:
        pages = extract_pages(io.BytesIO(data), maxpages=MOST_PAGES + 1, laparams=LAParams())
        lines = [line for page in pages for line in _marked([*_lines(page), *_dots(page)])]
    except PDFPasswordIncorrect:
        raise NotReadable(Odd.LOCKED) from None
    except (PDFException, PSException, ValueError, KeyError, TypeError, IndexError, AssertionError) as error:
        raise NotReadable(Odd.BROKEN) from error  # a file that was cut off fails anywhere in the parser
    return list(_blocks([line for line in lines if not _NUMBER.match(line.text)]))


def _lines(page: LTPage) -> Iterator[_Line]:
    for line in (line for box in page if isinstance(box, LTTextBox) for line in box):
        letters = [one for one in line if isinstance(one, LTChar) and one.get_text().strip()]
        if letters:
            bold = sum("bold" in one.fontname.casefold() for one in letters) > len(letters) / 2
            size = round(sum(one.size for one in letters) / len(letters), 1)
            yield _Line(" ".join(line.get_text().split()), size, bold, page.pageid, line.y1, line.y0)


def _dots(page: LTPage) -> Iterator[_Line]:
    """Yield the bullets that are drawn and not written: shapes smaller than a letter."""
    for shape in page:
        if isinstance(shape, LTCurve) and max(shape.width, shape.height) < _DOT:
            yield _Line("•", 0, False, page.pageid, shape.y1, shape.y0)


def _marked(lines: Sequence[_Line]) -> list[_Line]:
    """Return the lines with each bullet that stands by itself put before the line beside it."""
    marks = [line for line in lines if _MARK.match(line.text)]
    texts = [line for line in lines if not _MARK.match(line.text)]
    return [
        replace(line, text=f"• {line.text}") if any(_beside(mark, line) for mark in marks) else line for line in texts
    ]


def _beside(mark: _Line, line: _Line) -> bool:
    return line.bottom < (mark.top + mark.bottom) / 2 < line.top


def _blocks(lines: Sequence[_Line]) -> Iterator[Block]:
    if not lines:
        return
    weight: Counter[float] = Counter()
    for line in lines:
        weight[line.size] += len(line.text)
    body = weight.most_common(1)[0][0]
    sizes = sorted({line.size for line in lines if _is_heading(line, body)}, reverse=True)
    for paragraph in _paragraphs(lines, body):
        first, text = paragraph[0], _joined([line.text for line in paragraph])
        if _is_heading(first, body):
            yield Block(text, first.page, sizes.index(first.size) + 1)
        else:
            yield Block(_BULLET.sub("", text), first.page, 0, bool(_BULLET.match(text)))


def _is_heading(line: _Line, body: float) -> bool:
    return len(line.text) <= _LONGEST_HEADING and (line.size >= body * _LARGER or (line.bold and line.size >= body))


def _paragraphs(lines: Sequence[_Line], body: float) -> Iterator[list[_Line]]:
    """Yield the lines of each paragraph: one kind of letters, close together; a bullet begins a new one.

    A paragraph that ends a page in the middle of a sentence goes on at the top of the next.
    """
    open_lines: list[_Line] = []
    for line in lines:
        if open_lines and not _goes_on(open_lines[-1], line, body):
            yield open_lines
            open_lines = []
        open_lines.append(line)
    if open_lines:
        yield open_lines


def _goes_on(last: _Line, line: _Line, body: float) -> bool:
    heading = _is_heading(last, body)
    if heading != _is_heading(line, body) or _BULLET.match(line.text) or (heading and last.size != line.size):
        return False
    if last.page != line.page or line.top > last.top:  # a new page or column: only a sentence goes on there
        return not heading and line.text[:1].islower() and not last.text.endswith((".", ":", "?", "!"))
    return last.bottom - line.top < _GAP * last.size


def _joined(lines: Sequence[str]) -> str:
    """Return the lines as one; a word that a line break parted is joined, "leder-" before "og" keeps its hyphen."""
    text = ""
    for line in lines:
        if _ADDRESS.search(text) and (text.endswith("-") or _MORE.match(line)):
            text += line
        elif text.endswith("-") and line[:1].islower() and not line.startswith(("og ", "eller ")):
            text = text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    return text
