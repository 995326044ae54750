"""A reason within a sentence: "aflys Annas fredag pga. personalemøde"."""

from __future__ import annotations

import re

from domain.home_days import LONGEST_REASON

_MARK = re.compile(
    r"(?i)(?:\bp\.?\s?g\.?\s?a\.?\s|\bpå grund af\b|\bpaa grund af\b|\bgrundet\b|\bfordi\b|\beftersom\b|\bidet\b|"
    r"\bda (?=vi|jeg|der|hun|han|alle|det)|\bbecause(?: of)?\b|\bdue to\b|\bsince we\b|"
    r"\b(?:årsag(?:en)?|begrundelse(?:n)?|grund(?:en)?|reason)(?: er| is)?\s*:|:\s+(?=\S{3}))"
)


def parted(text: str) -> tuple[str, str]:
    """Return what was said before the reason, and the reason, in the words of the person; "" where none is given."""
    found = _MARK.search(text)
    if found is None:
        return text, ""
    return text[: found.start()].rstrip(" ,;-"), as_reason(text[found.end() :])


def as_reason(text: str) -> str:
    """Return a text as a reason that a command may carry."""
    return " ".join(text.split()).strip(" .,;:-")[:LONGEST_REASON].strip()
