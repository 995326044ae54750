"""The policy doctor: what is odd in a policy, for HR to look at. It changes nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from policy.examples import Example
from policy.handbook import Handbook, Passage

FEWEST_EXAMPLES = 5  # below it a passage is hardly ever found

_NUMBER = r"(en|et|to|tre|fire|fem|\d+)"
_BOUND = re.compile(
    rf"\b(mere end|mindst|højst|op til|under|over)\s+{_NUMBER}\s+(dag|dage|uge|uger|time|timer)\b", re.I
)
_LAW = re.compile(
    r"\b\w+lov(?:en|ens|givning|givningen)?\b|\b(?:bekendtgørelse|cirkulære)\w*|\blov (?:nr|om)\b|§", re.I
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\bnr\.?\s*\d+")
_NEAR = 40  # letters after a law's name in which its number or year stands
_PLAIN_LINK = re.compile(r"\bhttp://\S+", re.IGNORECASE)


class Finding(StrEnum):
    """What the doctor looks for."""

    CONTRADICTION = "contradiction"  # two passages set different bounds for what looks like one matter
    UNDATED_LAW = "undated_law"  # a law is named without its number or year
    PLAIN_LINK = "plain_link"  # a link that is not https
    FEW_EXAMPLES = "few_examples"  # hardly any example question reaches the passage


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One finding, the passages that it is about, and the words that show it."""

    finding: Finding
    passages: tuple[Passage, ...]
    words: tuple[str, ...]


def diagnoses(handbook: Handbook, examples: Iterable[Example]) -> tuple[Diagnosis, ...]:
    """Return everything odd, contradictions first."""
    passages = tuple(handbook.passages.values())
    return (*_contradictions(passages), *_undated(passages), *_plain_links(passages), *_few(passages, examples))


def _contradictions(passages: Sequence[Passage]) -> Iterator[Diagnosis]:
    """Yield bounds of one kind and unit that differ in number and stand in sentences about the same thing."""
    said = [(passage, match) for passage in passages for match in _BOUND.finditer(passage.text)]
    for (one, first), (other, second) in combinations(said, 2):
        kind, unit = first[1].casefold() == second[1].casefold(), first[3][:3] == second[3][:3]
        if kind and unit and first[2].casefold() != second[2].casefold() and _about_the_same(first, second):
            pair = (one,) if one is other else (one, other)
            yield Diagnosis(Finding.CONTRADICTION, pair, (_sentence(first), _sentence(second)))


def _about_the_same(first: re.Match[str], second: re.Match[str]) -> bool:
    """Return whether the words right after the two bounds are the same ("om ugen", "ugentligt" and "pr. uge" too)."""
    return _after(first) == _after(second) != ""


def _after(match: re.Match[str]) -> str:
    rest = match.string[match.end() : match.end() + 20].casefold()
    found = re.match(r"\W*(?:om|pr\.?|per|i)?\s*(uge|måned|år|dag)", rest)
    return found[1] if found else ""


def _undated(passages: Iterable[Passage]) -> Iterator[Diagnosis]:
    for passage in passages:
        laws = [
            match
            for match in _LAW.finditer(passage.text)
            if not _YEAR.search(passage.text, match.start(), match.end() + _NEAR)
        ]
        if laws:
            yield Diagnosis(Finding.UNDATED_LAW, (passage,), tuple(dict.fromkeys(_sentence(law) for law in laws)))


def _plain_links(passages: Iterable[Passage]) -> Iterator[Diagnosis]:
    for passage in passages:
        if links := _PLAIN_LINK.findall(passage.text):
            yield Diagnosis(Finding.PLAIN_LINK, (passage,), tuple(links))


def _few(passages: Iterable[Passage], examples: Iterable[Example]) -> Iterator[Diagnosis]:
    asked = Counter(example.passage_id for example in examples)
    for passage in passages:
        if asked[passage.id] < FEWEST_EXAMPLES:
            yield Diagnosis(Finding.FEW_EXAMPLES, (passage,), (str(asked[passage.id]),))


def _sentence(match: re.Match[str]) -> str:
    """Return the sentence or line in which the match stands."""
    text = match.string
    start = max(text.rfind("\n", 0, match.start()) + 1, _after_stop(text, match.start()))
    ends = [end for end in (text.find("\n", match.end()), text.find(". ", match.end())) if end >= 0]
    return text[start : min(ends, default=len(text))].strip()


def _after_stop(text: str, before: int) -> int:
    stop = text.rfind(". ", 0, before)
    return 0 if stop < 0 else stop + 2
