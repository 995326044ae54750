"""Questions that tell of health or name a person: they are answered like any other, and are kept and sent nowhere."""

from __future__ import annotations

import re

_HEALTH = re.compile(
    r"\b(?:syg|sygdom\w*|syge\w*|uarbejdsdygtig\w*|utilpas\w*|raskmeld\w*|stress\w*|depress\w*|depri\w*|angst\w*|"
    r"udbrændt\w*|kræft\w*|cancer\w*|gravid\w*|barsel\w*|abort\w*|fertilitet\w*|migræne\w*|hovedpine\w*|diabetes|sukkersyge|astma\w*|"
    r"adhd|autis\w*|epilep\w*|gigt\w*|leddegigt|operer\w*|operation\w*|læge\w*|hospital\w*|sygehus\w*|medicin\w*|diagnos\w*|"
    r"smerte\w*|ondt|forkøl\w*|influenza|feber|hoste\w*|corona\w*|covid\w*|kronisk\w*|handicap\w*|psyk\w*|terapi\w*|"
    r"misbrug\w*|alkohol\w*|skade[tr]?|tilskadekom\w*|ill|illness|sick\w*|disease\w*|pregnan\w*|doctor\w*|therap\w*|pain\w*|anxi\w*|"
    r"disab\w*|injur\w*|surger\w*|medic\w*|headache\w*|flu|fever|chronic\w*|mental\w*)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\b\d{6}[- ]?\d{4}\b"  # a CPR number
    r"|\b(?:\d{2}[ .]?){3}\d{2}\b"  # a Danish phone number
    r"|[\w.+-]+@[\w-]+\.\w+",
    re.IGNORECASE,
)
_SPELT = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))


def is_private(question: str) -> bool:
    """Return whether a question has a word of health, or what points at a person: a number or an address."""
    spelt = question.lower()
    for plain, letter in _SPELT:
        spelt = spelt.replace(plain, letter)
    return bool(_HEALTH.search(question) or _HEALTH.search(spelt) or _PERSONAL.search(question))
