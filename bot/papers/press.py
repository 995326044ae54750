"""Prints signed agreements, in a thread of its own: neither the loop nor the database waits for the typesetting."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID

from sqlmodel import Session

from bot.papers.logo import Logo
from bot.papers.signed_agreement import Signature, SignedAgreement, written
from domain.agreements import Confirmation, content_hash
from domain.papers import Source
from domain.people import Person
from policy.handbook import Handbook
from storage import agreements, papers, people

PASSAGES = ("ramme-formel-aftale", "bilag-felter")  # what an agreement rests on
NOBODY = "–"  # who was erased


class Press:
    """Prints under the municipality's name and logo; an empty name leaves the policy's."""

    def __init__(self, municipality: str = "", logo: Logo | None = None) -> None:
        self._municipality = municipality
        self._logo = logo
        self._thread = ThreadPoolExecutor(1, "press")

    async def printed(self, signed: SignedAgreement) -> bytes:
        """Return the agreement as PDF."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, written, self.headed(signed), self._logo)

    def headed(self, signed: SignedAgreement) -> SignedAgreement:
        """Return the agreement under the municipality's name."""
        name = self._municipality or signed.source.municipality
        return replace(signed, source=replace(signed.source, municipality=name))

    def close(self) -> None:
        """Print nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)


def source_of(handbook: Handbook) -> Source:
    """Return the running policy as the source of an agreement."""
    pages = {handbook.passages[one].page for one in PASSAGES if one in handbook.passages}
    return Source(handbook.municipality, handbook.title, handbook.version, tuple(sorted(pages)))


def signed(session: Session, agreement_id: UUID, number: int, otherwise: Source) -> SignedAgreement | None:
    """Return a version that both confirmed; None where there is none. `otherwise`: the source where none was noted."""
    one, found = agreements.version(session, agreement_id, number), agreements.find(session, agreement_id)
    if one is None or found is None or one.employee is None or one.leader is None:
        return None
    who = {person.id: person for person in people.by_ids(session, sorted({one.employee.by, one.leader.by} - {""}))}
    employee = who.get(found.employee_id)
    return SignedAgreement(
        agreement_id,
        one.terms,
        number,
        content_hash(agreement_id, found.employee_id, one),
        _signature(one.employee, employee),
        _signature(one.leader, who.get(one.leader.by)),
        papers.source(session, agreement_id, number) or otherwise,
        employee.department if employee is not None else "",
    )


def _signature(of: Confirmation, person: Person | None) -> Signature:
    if person is None:
        return Signature(NOBODY, of.at)
    return Signature(person.name, of.at, person.id, person.email)
