"""A message with its particulars taken out, so that "aflys Annas fredag" and "aflys Bos torsdag" are the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dialogs.spelling import fold, vocabulary

DATE, NAME, NAMES, NUMBER, QUESTION = "xdato", "xnavn", "xnavns", "xtal", "xspm"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?")
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_SPACES = re.compile(r"\s+")
# somebody unheard of, known by what they own
_OWNER = re.compile(
    r"(?<!^)\b[A-ZÆØÅ][^\W\d_]+(?:['’]s|s|['’])(?=\s+(?:hjemmedag|hjemmearbejd|godkendte|dag|dage|anmodning|ønske|xdato|home|request))"
)
# first names that are words of every day too: only with a capital or an s
_ALSO_WORDS = vocabulary(
    "bo dan per tom sten liv mark mille kim ali august thor max frank tone stig signe mia eva else my lone"
)


@cache
def first_names() -> frozenset[str]:
    """Return common first names, folded."""
    return vocabulary(files("dialogs.intents").joinpath("first_names.txt").read_text("utf-8"))


def disguise(text: str, dates: Sequence[tuple[int, int]]) -> str:
    """Return the folded text with dates, names and numbers replaced by words for them, and a mark for a question."""
    shown = _OWNER.sub(NAMES, _without_dates(text, dates))
    shown = _WORD.sub(_name, shown)
    plain = _SPACES.sub(" ", fold(_DIGITS.sub(NUMBER, shown))).strip()
    return f"{plain} {QUESTION}" if "?" in text else plain


def _without_dates(text: str, dates: Sequence[tuple[int, int]]) -> str:
    parts, last = [], 0
    for start, end in dates:
        if start >= last:
            parts += [text[last:start], f" {DATE} "]
            last = end
    return "".join([*parts, text[last:]])


def _name(found: re.Match[str]) -> str:
    word = found.group()
    said = fold(word).rstrip("'")
    names = first_names()
    if said in names and (said not in _ALSO_WORDS or word[0].isupper()):
        return NAMES if word.endswith(("'", "’")) else NAME
    owner = said.removesuffix("'s") if said.endswith("'s") else said.removesuffix("s")
    return NAMES if said.endswith("s") and owner in names else word
