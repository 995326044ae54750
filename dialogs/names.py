"""Finding people in a sentence, by first or full name, in the genitive and with a slip of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogs.spelling import differ_little, fold, vocabulary
from domain.people import Person

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*['’]?")
# first names that are ordinary words when they stand in small letters
_ALSO_WORDS = vocabulary(
    "bo per tom sten dan max jan maj mai vita signe bent kim eva ask lone mark mille viola sol lis pia rose storm liv "
    "dag ulla bror mads may june april august mor far helle son mie my else ib sys vibe bjorn jo"
)
_NO_NAMES = vocabulary("afly alle medarbejderen medarbejdernes mandag tirsdag onsdag torsdag fredag dag team teamet")
_LEAST_FOR_SLIPS = 4


@dataclass(frozen=True, slots=True)
class Named:
    """The people whom a sentence names, and the first name in it that fits none of them."""

    people: tuple[Person, ...] = ()
    unknown: str = ""


def named(text: str, among: Iterable[Person]) -> Named:
    """Return the people that the text names; two who share the name that was said are both returned."""
    known = tuple(among)
    spoken = _WORD.findall(text)
    whole = [one for one in known if _has_full_name(text, one)]
    found: list[Person] = [*whole]
    for word in spoken:
        fitting = [one for one in known if _is_name(word, one.first_name)]
        fitting = fitting or [one for one in known if _is_slip(word, one.first_name)]
        settled = [one for one in fitting if one in whole]
        found += settled or fitting
    if not found:
        found = [one for word in spoken for one in known if _is_family_name(word, one)]
    people = tuple(dict.fromkeys(found))
    return Named(people, "" if people else next(_strangers(text), ""))


def _has_full_name(text: str, person: Person) -> bool:
    parts = fold(person.name).split()
    return len(parts) > 1 and re.search(rf"\b{re.escape(' '.join(parts))}(?:'?s)?\b", fold(text)) is not None


def _is_name(word: str, name: str) -> bool:
    """Return whether a word is this first name, or its genitive."""
    said, first = fold(word).rstrip("'"), fold(name)
    return first in _forms(said) and (word[0].isupper() or first not in _ALSO_WORDS or said != first)


def _is_slip(word: str, name: str) -> bool:
    """Return whether a word with a capital is a slip away from this first name."""
    first = fold(name)
    if len(first) < _LEAST_FOR_SLIPS or first in _ALSO_WORDS or not word[0].isupper():
        return False
    return any(one[:1] == first[:1] and differ_little(one, first) for one in _forms(fold(word).rstrip("'")))


def _forms(said: str) -> set[str]:
    return {said, said.removesuffix("'s"), said.removesuffix("s"), said.removesuffix("es")}


def _is_family_name(word: str, person: Person) -> bool:
    parts = fold(person.name).split()[1:]
    said = fold(word).rstrip("'")
    return word[0].isupper() and any(part in (said, said.removesuffix("'s"), said.removesuffix("s")) for part in parts)


_OWNED = re.compile(
    r"\b([A-ZÆØÅ][^\W\d_]+)(?:['’]s|s['’]?|['’])\s+(?:hjemme|arbejds|home|dag|fredag|mandag|tirsdag|onsdag|torsdag|anmod|ønske|req)"
)
_TREATED = re.compile(
    r"(?i:\b(?:for|på|med|af|godkend|afvis|aflys|annull?er|approve|decline|cancel))\s+([A-ZÆØÅ][^\W\d_]{2,})"
)


def _strangers(text: str) -> Iterator[str]:
    for pattern in (_OWNED, _TREATED):
        for found in pattern.finditer(text):
            if fold(found.group(1)) not in _NO_NAMES:
                yield found.group(1)
