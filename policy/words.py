"""A text cut into what may match: word stems and short runs of letters, with the spelling of æ, ø and å levelled."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import Stemmer

_WORD = re.compile(r"[a-z0-9]+")
_LEVEL = str.maketrans({"æ": "a", "ø": "o", "å": "a", "é": "e", "ö": "o", "ä": "a", "ü": "u"})
_TWO_LETTERS = re.compile(r"(a)[ea]|(o)e")  # ae, aa and oe stand for æ, å and ø on a foreign keyboard
_LONGEST = 2000  # letters of a question that are read; nobody's question is longer, but a pasted document is


def tokens(text: str) -> list[str]:
    """Return the words in lower case; æ, ae, å and aa become a, and ø and oe become o."""
    return _WORD.findall(_TWO_LETTERS.sub(r"\1\2", text[:_LONGEST].casefold().translate(_LEVEL)))


def pieces(text: str) -> Counter[str]:
    """Return the stems, pairs of stems and letter runs (3 to 5, marked at word ends) of the text, with their counts."""
    found: Counter[str] = Counter()
    last = "^"
    for word in tokens(text):
        stem, runs = _cut(word)
        found[stem] += 1
        found[f"{last} {stem}"] += 1
        found.update(runs)
        last = stem
    return found


@lru_cache(maxsize=20_000)
def _cut(word: str) -> tuple[str, tuple[str, ...]]:
    marked = f"<{word}>"
    runs = tuple(marked[at : at + size] for size in (3, 4, 5) for at in range(len(marked) - size + 1))
    return f"={_STEMMER.stemWord(word)}", runs


_STEMMER = Stemmer.Stemmer("danish")
