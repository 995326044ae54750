"""Versions of the policy asked for in words: "hvilke versioner findes der?", "vis version 1 af politikken"."""

from __future__ import annotations

import re

from dialogs.spelling import fold
from domain import commands as c

_LIST = re.compile(
    r"(?:(?:vis|se|show|list) (?:alle |all |the )?|(?:hvilke|which) )"
    r"(?:(?:politik(?:ken)?(?:s|ens)? |policy )?(?:versioner(?:ne)?|versions)|udgaver(?:ne)?)"
    r"(?: (?:findes der|er der|har i|har vi|are there|do you have|exist))?"
    r"(?: (?:af|of) (?:politikken|the policy))?"
)
_ONE = re.compile(
    r"(?P<verb>vis|se|l(?:ae|a|e)s|aa?bn|show|read|open|sammenlign|compare|udgiv|publicer|publish|drop|kasser|slet)"
    r"(?: mig| me)?(?: kladden?| draft| udkast)? (?:politik(?:ken)?(?:s)? |policy )?"
    r"(?:version|udgave) (?P<number>\d{1,4})"
    r"(?: (?:af|of) (?:politikken|hjemmearbejdspolitikken|the policy))?(?: tak| please)?"
)
_READS = re.compile(r"vis|se|l(?:ae|a|e)s|aa?bn|show|read|open")


def version_phrase(text: str) -> c.ShowVersions | c.ReadVersion | c.CompareVersion | None:
    """Return the command that a message is, word for word, or None. To publish is asked on the card."""
    said = " ".join(re.sub(r"[?.!,]", " ", fold(text[:200])).split())
    if _LIST.fullmatch(said):
        return c.ShowVersions()
    found = _ONE.fullmatch(said)
    if found is None or not int(found["number"]):
        return None
    number = int(found["number"])
    return c.ReadVersion(number=number) if _READS.fullmatch(found["verb"]) else c.CompareVersion(number=number)
