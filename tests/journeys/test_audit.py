"""The audit trail on the wire: each deed leaves one line, what changes nothing leaves none, and HR alone reads it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from domain.deeds import Deed, Entry
from storage import audit
from storage.audit import Wanted
from tests.journeys.town import Town, town


@pytest.fixture
async def here(database_url: str) -> AsyncIterator[Town]:
    async with town(database_url) as one:
        yield one


def _lines(here: Town) -> list[Entry]:
    with here.house.database.reading() as session:
        assert audit.verify(session).flaw is None
        return audit.read(session, Wanted(), 100)[::-1]


async def _asks_and_gets(here: Town) -> None:
    await here.anna.says("hjemme på torsdag")
    await here.anna.presses("Send")
    await here.lars.hears("Anna Holm vil gerne arbejde hjemme")
    _, approve = here.lars.button("Godkend")
    card_id, _ = here.lars.button("Godkend")
    await here.lars.presses_action(card_id, approve)
    await here.lars.presses_action(card_id, approve)  # again: nothing changes


async def test_each_deed_leaves_one_line_and_what_changes_nothing_none(here: Town) -> None:
    await _asks_and_gets(here)
    await here.anna.says("mine dage")
    assert [(one.deed, one.by_id, one.whom_id, one.detail) for one in _lines(here)] == [
        (Deed.ASKED, "anna", "anna", "2026-11-26"),
        (Deed.APPROVED, "lars", "anna", "2026-11-26"),
    ]


async def test_hr_reads_it_by_person_and_period_and_nobody_else_does(here: Town) -> None:
    await _asks_and_gets(here)
    assert "Hjemmedage godkendt" in await here.hanne.says("revisionsspor for Anna Holm")
    assert "af Lars Vestergaard" in here.hanne.last
    assert "ikke noteret noget" in await here.hanne.says("revisionsspor Anna Holm 2020-01-01 2020-01-31")
    assert "Fra" in await here.hanne.presses("Vis perioden", first="2026-01-01", last="")
    assert "Den dato kan jeg ikke læse" in await here.hanne.presses("Vis perioden", first="i går", last="")
    for other in (here.anna, here.lars):
        assert "Hjemmedage godkendt" not in await other.says("revisionsspor")
    assert [(one.deed, one.by_id) for one in _lines(here)][2:] == [(Deed.TRAIL_READ, "hanne")] * 4


async def test_a_name_that_fits_several_or_none_is_asked_about(here: Town) -> None:
    assert "Hvem mener du" in await here.hanne.says("revisionsspor Zacharias") or "kender ingen" in here.hanne.last
