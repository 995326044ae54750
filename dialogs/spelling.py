"""One spelling for many: capitals, accents and the ways to write æ, ø and å without them."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans({"æ": "a", "ø": "o", "å": "a", "ä": "a", "ö": "o", "ß": "s", "’": "'", "´": "'", "`": "'"})
_PAIRS = (("aa", "a"), ("oe", "o"), ("ae", "a"))
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?'?")


def fold(text: str) -> str:
    """Return the text in small letters with æ, ø, å as a, o, a, however they were written (ø, oe and o are one)."""
    plain = text.lower().translate(_PLAIN)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    for pair, single in _PAIRS:
        plain = plain.replace(pair, single)
    return plain


def words(text: str) -> list[str]:
    """Return the folded words of a text, without punctuation; an apostrophe stays within its word."""
    return _WORD.findall(fold(text))


def vocabulary(listed: str) -> frozenset[str]:
    """Return the words of a list, folded."""
    return frozenset(words(listed))


def differ_little(one: str, other: str) -> bool:
    """Return whether two words are a single slip apart: a letter too many, missing, changed, or two swapped."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    rest, rest_other = one[start:], other[start:]
    if len(one) != len(other):
        return rest == rest_other[1:]
    return rest[1:] == rest_other[1:] or (rest[:2] == rest_other[1::-1] and rest[2:] == rest_other[2:])
