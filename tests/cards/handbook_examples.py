"""A small handbook, and answers from it."""

from __future__ import annotations

from dataclasses import replace

from policy.answers import Answer, DidYouMean, NotCovered, PolicyFact
from policy.handbook import Handbook, Kind, Passage
from tests.cards.frame_examples import AGREED as SETTLED


def _passage(id_: str, text: str, kind: Kind = Kind.RULE, page: int = 3, english: str = "") -> Passage:
    return Passage(id_, ("Rammer for hjemmearbejde",), text, page, kind, english)


CANCELLING = _passage(
    "ramme-annullering",
    "Ledelsen kan til enhver tid og med kort varsel annullere en aftalt hjemmearbejdsdag, såfremt der er "
    "driftsmæssigt behov for medarbejders fremmøde.",
    english="Management may at any time and at short notice cancel an agreed home-work day.",
)
HERE_TOO = _passage("insp-annullere", "Hvilke møder kan annullere en hjemmedag?", Kind.DISCUSSION, 9)
TOGETHER = _passage(
    "ramme-samtidig", "Der kan være krav om dage, hvor alle ansatte i teamet / afdelingen er tilstede samtidigt."
)
COORDINATED = _passage(
    "ramme-koordinering", "Den enkeltes hjemmearbejde koordineres i dialog mellem leder og medarbejder."
)
DISCUSSED = _passage(
    "insp-anden-dag", "Har ansatte mulighed for at få en anden hjemmearbejdsdag i løbet af ugen?", Kind.DISCUSSION, 11
)
LINKS = _passage("links", "Arbejdstilsynet: https://at.dk/regler_1?a=b\nGode råd: https://x.example/(gode).", Kind.LINK)
ADVICE = _passage("raad-stilling", "Variér arbejdsstilling og hold aktive pauser.", Kind.ADVICE, 12)
SCREEN = _passage(
    "krav-bordplads",
    "Er der plads på medarbejderens arbejdsbord til nødvendigt udstyr? Det er desuden et krav, at computerskærmen kan "
    "stå i en tilpas afstand fra øjnene, hvilket typisk vil være mellem 50 og 70 cm.",
    Kind.CHECK_ITEM,
    8,
)
OTHERS = tuple(
    _passage(id_, f"Politikkens ord om {id_}.")
    for id_ in ("sund-gennemgang", "ramme-formel-aftale", "ramme-koersel", "ramme-med", "apv-to-dage", "leder-kom")
)
KINDS = tuple(_passage(f"kind-{kind}", "Ord.", kind) for kind in Kind)
HANDBOOK = Handbook(
    "Nyborg Kommune",
    "Politik for hjemmearbejde",
    "1",
    "https://intranet.example/politik.pdf",
    {one.id: one for one in (CANCELLING, TOGETHER, COORDINATED, DISCUSSED, LINKS, ADVICE, SCREEN, *OTHERS, *KINDS)},
)
BARE = replace(HANDBOOK, url="", passages={})


POLICY: dict[str, PolicyFact] = {
    "answer": Answer(SCREEN),
    "answer related": Answer(CANCELLING, (DISCUSSED, ADVICE)),
    "answer discussion": Answer(DISCUSSED),
    "answer advice": Answer(ADVICE),
    "answer links": Answer(LINKS),
    **{f"answer {one.kind}": Answer(one) for one in KINDS},
    "answer with frames": Answer(HERE_TOO, frame=SETTLED),
    "answer long": Answer(replace(SCREEN, text="Et meget langt afsnit. " * 200), (SCREEN, CANCELLING)),
    "did you mean": DidYouMean((CANCELLING, DISCUSSED, SCREEN)),
    "not covered": NotCovered(),
}
