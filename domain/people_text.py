"""What a people file is written in: UTF-8, UTF-16 as Excel's "Unicode text", or Windows-1252 as Danish Excel's CSV."""

from __future__ import annotations

import codecs
import re

from domain.people_problem import Problem

MOST_BYTES = 50_000_000  # some 300,000 people
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAVE = 'save the file as "CSV UTF-8"'
_UTF8_LETTER = re.compile(rb"[\xc2-\xc5][\x80-\xbf]")  # æ, ø, å and their like
# no letters in Windows-1252; where they stand in a name the file is of another code page, such as DOS' 850
_FOREIGN = re.compile(rb"[\x81\x86\x8d\x8f\x90\x9b\x9d]")
_BREAK = re.compile(rb"\r\n?|\n")


def text_of(content: bytes) -> str | Problem:
    """Return the text of a file, or the line where its bytes can be read as none of the three. Never raises."""
    if len(content) > MOST_BYTES:
        return Problem(0, f"the file is over {MOST_BYTES // 1_000_000} MB, which is no list of people")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content.removeprefix(mark), encoding)
    if b"\0" in content[:200]:  # UTF-16 without its mark: every other byte of a Latin letter is 0
        return _decoded(content, "utf-16-be" if content[:1] == b"\0" else "utf-16-le")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as broken:
        if _UTF8_LETTER.search(content):
            return _unknown(content, broken.start, "UTF-8, as the rest of the file")
    foreign = _FOREIGN.search(content)
    if foreign:
        return _unknown(content, foreign.start(), "a letter in UTF-8 or Windows-1252")
    return content.decode("cp1252")


def _decoded(content: bytes, encoding: str) -> str | Problem:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as broken:
        if encoding == "utf-8":
            return _unknown(content, broken.start, "UTF-8, as the file says it is")
        before = content[: broken.start].decode(encoding, "replace")
        return Problem(before.count("\n") + 1, f"this is not UTF-16, as the file says it is; {_SAVE}")


def _unknown(content: bytes, at: int, what: str) -> Problem:
    return Problem(len(_BREAK.findall(content, 0, at)) + 1, f"the byte {content[at]:02X} is not {what}; {_SAVE}")
