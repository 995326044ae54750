"""Text that the document's fonts can show. An archival PDF may hold no character without a glyph."""

from __future__ import annotations

import re
from itertools import chain
from unicodedata import category, name, normalize

# Measured of the fonts in the typst wheel: each assigned character of these ranges has a glyph.
_SHOWN = frozenset(
    chain(
        range(0x20, 0x7F),
        range(0xA0, 0x300),  # Latin
        range(0x370, 0x500),  # Greek, Cyrillic
        range(0x1E00, 0x1F00),  # more Latin
        range(0x2010, 0x2028),  # dashes, quotation marks, bullets
        range(0x2030, 0x2041),
        range(0x20A0, 0x20C0),  # currencies
        range(0x2190, 0x2300),  # arrows, signs of mathematics
    )
)
_LONG = re.compile(r"\S{30}(?=\S)")
_HIDDEN = ("C", "M")  # controls, unassigned characters; marks that NFC could not join to a letter


def printable(text: str) -> str:
    """Return the text in NFC with each character that cannot be shown written out: "[U+1F600 GRINNING FACE]".

    Line breaks stay, tabs become blanks, and other controls are left out where they have no name to write. A word of
    over thirty letters may be broken anywhere after them (by a space of no width), so that none runs out of the page.
    """
    plain = normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return _LONG.sub("\\g<0>\u200b", "".join(map(_shown, plain)))


def _shown(one: str) -> str:
    if one == "\n" or (ord(one) in _SHOWN and category(one)[0] not in _HIDDEN):
        return one
    called = name(one, "")
    return f"[U+{ord(one):04X}{' ' if called else ''}{called}]" if category(one) != "Cc" else ""
