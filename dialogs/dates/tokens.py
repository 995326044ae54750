"""A sentence cut into words, numbers and signs, each with what it may mean in a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogs.dates.lexicon import NOTHING, SIGNS
from dialogs.dates.sense import Entry, Sense
from dialogs.dates.slips import entry_of
from dialogs.spelling import fold

LONGEST_TEXT = 4_000  # characters that are looked at

_PIECE = re.compile(
    r"""
    (?P<hours>\bkl(?:okken|\.|\b)[.\s]*(?P<h1>\d{1,2})(?:[.:]\d{2})?
        (?:\s*(?:-|–|til|to)\s*(?:kl\.?\s*)?(?P<h2>\d{1,2})(?:[.:]\d{2})?)?(?!\d))
  | (?P<clock>\b\d{1,2}:\d{2}(?:\s*(?:-|–|til)\s*\d{1,2}:\d{2})?\b)
  | (?P<iso>(?<![\d/-])(?P<y>20\d\d)[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?![\d/-]))
  | (?P<slash>(?<![\d/,])(?P<d1>\d{1,2})\s?/\s?(?P<m1>\d{1,2})
        (?:\s?(?:[-/.]|\s)\s?(?P<y1>20\d\d)|[-/.](?P<y1s>\d{2}))?(?![\d/]))
  | (?P<dots>(?<![\d.,])(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})
        (?:\.(?P<y2>20\d\d|\d{2})|[-/\s](?P<y2l>20\d\d))?\.?(?![\d]|[.,]\d))
  | (?P<dashes>(?<![\d-])(?P<d3>\d{1,2})-(?P<m3>\d{1,2})-(?P<y3>20\d\d|\d{2})(?![\d-]))
  | (?P<decimal>\d+,\d+)
  | (?P<ordinal>(?<!\d)\d{1,2}(?:\.(?!\d)|(?:st|nd|rd|th)\b))
  | (?P<number>\d+)
  | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)
  | (?P<sign>[^\w\s]|\n)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign. `value` is a number, a key or a written date; `start` and `end` are its place."""

    sense: Sense
    word: str
    start: int
    end: int
    value: int = 0
    key: str = ""
    weak: bool = False
    written: tuple[int, int, int | None] = (0, 0, None)  # day, month, year, for WRITTEN; from, to hour, for HOURS


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the pieces of a text in order; spaces and the like are left out."""
    return tuple(_pieces(text[:LONGEST_TEXT]))


def _pieces(text: str) -> Iterator[Token]:
    before = ""
    for found in _PIECE.finditer(text):
        named = found.groupdict()
        for token in _read(found, named, before):
            before = token.word
            yield token


def _read(found: re.Match[str], named: dict[str, str | None], before: str) -> Iterator[Token]:
    start, end = found.span()
    whole = found.group()
    if named["word"] or named["sign"]:
        yield _word(whole, start, end)
    elif named["hours"]:
        hours = (int(named["h1"] or 0), int(named["h2"] or 0), None)
        yield Token(Sense.HOURS, "", start, end, written=hours)
    elif named["decimal"] and before.startswith(("uge", "week")):
        yield from _apart(whole, start)
    elif named["clock"] or named["decimal"]:
        yield Token(Sense.OTHER, whole, start, end)
    elif named["ordinal"]:
        digits = re.match(r"\d+", whole)
        yield Token(Sense.ORDINAL, whole, start, end, int(digits.group()) if digits else 0)
    elif named["number"]:
        yield Token(Sense.NUMBER, whole, start, end, int(whole[:9]))
    else:
        yield from _date(whole, named, start, end, before)


def _word(whole: str, start: int, end: int) -> Token:
    if len(whole) == 1 and not whole.isalnum():
        entry = SIGNS.get(whole, NOTHING)
        return _token(entry, whole, start, end)
    word = fold(whole)
    token = _token(entry_of(word.removesuffix("'s") or word), word, start, end)
    return replace(token, weak=True) if whole.lower() == "for" else token  # "før" without its ø, or just "for"


def _token(entry: Entry, word: str, start: int, end: int) -> Token:
    if isinstance(entry.value, str):
        return Token(entry.sense, word, start, end, key=entry.value, weak=entry.weak)
    return Token(entry.sense, word, start, end, entry.value, weak=entry.weak)


def _date(whole: str, named: dict[str, str | None], start: int, end: int, before: str) -> Iterator[Token]:
    day = int(named["d"] or named["d1"] or named["d2"] or named["d3"] or 0)
    month = int(named["m"] or named["m1"] or named["m2"] or named["m3"] or 0)
    year = next((named[key] for key in ("y", "y1", "y1s", "y2", "y2l", "y3") if named[key]), None)
    if before.startswith(("uge", "week")) or not _may_be_date(day, month, named["dots"] is not None):
        yield from _apart(whole, start)
        return
    full = None if year is None else int(year) if len(year) == 4 else 2000 + int(year)
    yield Token(Sense.WRITTEN, whole, start, end, written=(day, month, full))


def _may_be_date(day: int, month: int, dots: bool) -> bool:
    """Return whether two numbers are meant as day and month, possible or not ("31/11" is, "50/50" is not)."""
    if dots:
        return 1 <= day <= 31 and 1 <= month <= 12
    return (0 < day <= 39 and 0 < month <= 12) or (0 < day <= 31 and 12 < month <= 19)


def _apart(whole: str, start: int) -> Iterator[Token]:
    for found in re.finditer(r"\d+|[^\d\s]", whole):
        piece, at = found.group(), (start + found.start(), start + found.end())
        if piece.isdigit():
            yield Token(Sense.NUMBER, piece, *at, int(piece[:9]))
        else:
            yield Token(Sense.AND if piece == "/" else SIGNS.get(piece, NOTHING).sense, piece, *at)
