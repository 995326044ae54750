"""The signed agreement as a document: the same values give the same bytes.

PDF/A-2a and PDF/UA-1 by typst: fonts inside, tagged for screen readers, language Danish. It is Danish for everybody,
for it goes into a Danish personnel file under the title that the policy gives it (policy p. 14).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from uuid import UUID

import typst
from babel.dates import format_date, format_datetime

from bot.minds import HERE
from bot.papers.logo import STANDARDS, Logo
from bot.papers.printable import printable
from domain.agreements import Terms
from domain.papers import Source

TITLE = "Aftale om hjemmearbejde"
# The headings of Bilag 1, word for word and in its order.
_FIELDS = {
    "extent": "Omfang af hjemmearbejde",
    "placing": "Placering af hjemmearbejdsdage",
    "availability": "Rådighedsbehov",
    "tasks": "Opgaver",
    "equipment": "Udstyr til hjemmearbejde",
    "other": "Øvrige vilkår",
}


@dataclass(frozen=True, slots=True)
class Signature:
    """Who confirmed, and when."""

    name: str
    at: datetime
    person_id: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class SignedAgreement:
    """All that stands in the document, and who it is about."""

    agreement_id: UUID
    terms: Terms
    version: int
    content_hash: str
    employee: Signature
    leader: Signature
    source: Source
    department: str = ""

    @property
    def at(self) -> datetime:
        """The moment it came into force: the later of the two confirmations."""
        return max(self.employee.at, self.leader.at)


def written(agreement: SignedAgreement, logo: Logo | None = None) -> bytes:
    """Return the agreement as PDF (10 ms of CPU)."""
    values = json.dumps(_values(agreement, logo), ensure_ascii=False)
    document = typst.compile(
        _template(),
        format="pdf",
        pdf_standards=STANDARDS,
        sys_inputs={"values": values},
        ignore_system_fonts=True,
        timestamp=int(agreement.at.timestamp()),
    )
    assert isinstance(document, bytes)  # noqa: S101 - a single PDF is asked for
    return document


def moment(at: datetime) -> str:
    """Return a moment as it stands in the document, in Danish time."""
    return format_datetime(at, "d. MMMM y 'kl.' HH.mm.ss", tzinfo=HERE, locale="da")


@cache
def _template() -> bytes:
    return files("bot.papers").joinpath("agreement.typ").read_bytes()


def _values(one: SignedAgreement, logo: Logo | None) -> dict[str, object]:
    name, leader, source = printable(one.employee.name), printable(one.leader.name), one.source
    place = f", {printable(one.department)}" if one.department else ""
    pages = " og ".join(map(str, source.pages))
    return {
        "title": TITLE,
        "municipality": printable(source.municipality),
        "logo": {**logo.values, "alt": f"Logo for {printable(source.municipality)}"} if logo is not None else None,
        "supplements": "Denne aftale supplerer lokalaftale om hjemmearbejde af tilbagevendende karakter.",
        "between": f"Der indgås hermed individuel aftale om vilkår for hjemmearbejde af tilbagevendende karakter for "
        f"{name}{place}. Følgende vilkår er gældende:",
        "fields": [{"label": label, "value": printable(value)} for label, value in _shown(one.terms)],
        "confirmed": "Begge parter har bekræftet aftalen hver for sig, logget ind som sig selv i Microsoft Teams.",
        "confirmations": [
            {"role": "Medarbejder", "name": name, "at": moment(one.employee.at)},
            {"role": "Leder", "name": leader, "at": moment(one.leader.at)},
        ],
        "hash": one.content_hash,
        "footer": f"{name}, version {one.version}",
        "source": f"Aftalen er indgået efter {printable(source.title)}, version {printable(source.version)}, "
        f"{printable(source.municipality)}, side {pages}. Tidspunkter er i dansk tid.",
    }


def _shown(terms: Terms) -> list[tuple[str, str]]:
    """Return the six fields of the form, and of the others those that are filled in."""
    shown = [(label, getattr(terms, name).strip() or "Intet aftalt") for name, label in _FIELDS.items()]
    if terms.place.strip():
        shown.append(("Sted for hjemmearbejdet", terms.place.strip()))
    if terms.start is not None:
        shown.append(("Gælder fra", format_date(terms.start, "d. MMMM y", locale="da")))
    days = "dag" if terms.notice == 1 else "dage"
    ends = f"{terms.notice} {days}" if terms.notice else "Aftalen kan opsiges uden varsel"
    return [*shown, ("Opsigelsesvarsel", ends)]
