"""An agreement that both confirmed: filed with a receipt, fetched as PDF by the two and nobody else."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.papers import filing
from bot.usecases import fetch_agreement
from domain.people import Person
from storage import agreements, papers, people
from tests.journeys.town import STAFF, Someone, Town, actions, settle, town
from tests.papers.values import text_of

TERMS = {
    "extent": "1 dag om ugen",
    "placing": "Onsdag",
    "availability": "Telefon kl. 9-14",
    "tasks": "Sagsbehandling #panic() *fed* <b>",
    "equipment": "Skærm",
    "other": "Æblegrød på ærøsk",
    "place": "",
    "start": "",
    "notice": "14",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "journal"
    made.mkdir()
    return made


@pytest.fixture
async def here(sqlite_url: str, folder: Path) -> AsyncIterator[Town]:
    async with town(sqlite_url, journal_dir=folder, municipality="Ærø Kommune") as one:
        yield one


def files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if not file.name.startswith("."))


async def agreed(here: Town) -> None:
    settle(here.house.database)
    await here.anna.says("start aftale")
    await here.anna.presses("Gem det", **TERMS)
    await here.anna.presses("Bekræft")
    await here.settles()
    await here.lars.presses("Bekræft")


async def filed(here: Town) -> None:
    await here.anna.hears("lagt klar", 8)
    await here.lars.hears("lagt klar", 8)
    await here.settles()


async def link(someone: Someone) -> str:
    """Press the button, and return the address that comes."""
    await someone.presses("Hent aftalen (PDF)")
    (url,) = [action["url"] for action in actions(someone.chat[-1]) if action["type"] == "Action.OpenUrl"]
    return str(url)


def path_of(here: Town, url: str) -> str:
    found = re.search(r"/calendar/[\w-]{43}\.pdf$", url)
    assert found
    return here.url + found[0]


async def test_it_is_filed_with_a_receipt_and_both_fetch_the_same_file(here: Town, folder: Path) -> None:
    await agreed(here)
    await here.anna.hears("Din aftale om hjemmearbejde er lagt klar", 8)
    await here.lars.hears("Aftalen om hjemmearbejde for Anna Holm er lagt klar", 8)
    metadata, pdf = files(folder)
    said = json.loads(metadata.read_bytes())
    assert said["employee"]["name"] == "Anna Holm"
    assert said["leader"]["name"] == "Lars Vestergaard"
    for someone in (here.anna, here.lars):
        async with here.session.get(path_of(here, await link(someone))) as response:
            assert response.status == 200
            assert response.headers["Content-Type"] == "application/pdf"
            assert response.headers["Cache-Control"] == "no-store"
            assert response.headers["Referrer-Policy"] == "no-referrer"
            assert "aftale-om-hjemmearbejde.pdf" in response.headers["Content-Disposition"]
            assert await response.read() == pdf.read_bytes()
    text = text_of(pdf.read_bytes())
    for part in ("Aftale om hjemmearbejde", "Ærø Kommune", "Anna Holm, Drift", "Lars Vestergaard", "14 dage"):
        assert part in text
    for part in TERMS.values():
        assert part in text
    with here.house.database.reading() as session:
        one = agreements.current(session, "anna")
    assert one is not None
    assert one.forced is not None
    assert one.forced.leader is not None
    assert one.forced.leader.content_hash == said["content_sha256"]
    assert said["content_sha256"] in "".join(text.split())
    assert PdfReader(BytesIO(pdf.read_bytes())).metadata.title == "Aftale om hjemmearbejde"  # type: ignore[union-attr]


async def test_a_change_is_filed_as_a_paper_of_its_own(here: Town, folder: Path) -> None:
    await agreed(here)
    await filed(here)
    await here.lars.says("aftale med Anna")
    await here.lars.presses("Gem det", **(TERMS | {"extent": "2 dage om ugen"}))
    await here.lars.presses("Bekræft")
    await here.settles()
    async with here.session.get(path_of(here, await link(here.anna))) as response:
        assert "1 dag om ugen" in text_of(await response.read())  # the one in force, until both have said yes
    await here.anna.presses("Bekræft")
    async with asyncio.timeout(8):
        while len(files(folder)) < 4:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert {file.stem[-3:] for file in files(folder)} == {"_v2", "_v3"}


async def test_the_file_is_asked_for_in_words_and_after_the_end_too(here: Town) -> None:
    await agreed(here)
    await filed(here)
    await here.anna.says("aftale")
    assert "Den bekræftede aftale" in await here.anna.says("hent pdf")
    await here.anna.says("aftale")
    await here.anna.presses("Ja, opsig aftalen")
    async with here.session.get(path_of(here, await link(here.anna))) as response:
        assert response.status == 200


async def test_strangers_old_links_and_a_leader_who_was_replaced_get_nothing(here: Town) -> None:
    await agreed(here)
    await filed(here)
    card_id, button = here.anna.button("Hent aftalen (PDF)")
    for other in (here.bo, here.hanne, here.per):
        await other.presses_action(card_id, button)
        assert not any(action["type"] == "Action.OpenUrl" for one in other.chat for action in actions(one))
    first = path_of(here, await link(here.anna))
    second = path_of(here, await link(here.anna))
    leaders = path_of(here, await link(here.lars))
    with here.house.database.writing() as session:
        people.replace_all(session, [_led_by_ole(one) if one.id == "anna" else one for one in STAFF])
    csv = second.replace(".pdf", ".csv")
    for closed in (first, leaders, csv, f"{here.url}/calendar/{'x' * 43}.pdf"):
        async with here.session.get(closed) as response:
            assert response.status == 404
            assert "Linket virker ikke længere" in await response.text()
    async with here.session.get(second) as response:
        assert response.status == 200
    statuses = []
    for _ in range(25):
        async with here.session.get(first) as response:
            statuses.append(response.status)
    assert statuses[-1] == 429


async def test_an_address_is_over_after_a_while(here: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    await agreed(here)
    await filed(here)
    monkeypatch.setattr(fetch_agreement, "KEPT", -fetch_agreement.KEPT)
    async with here.session.get(path_of(here, await link(here.anna))) as response:
        assert response.status == 404


def _led_by_ole(one: Person) -> Person:
    return Person(one.id, one.name, one.email, leader_id="ole", department=one.department)


async def test_a_folder_that_cannot_be_written_is_told_and_tried_until_it_can(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filing, "FIRST_WAIT", 0.01)
    monkeypatch.setattr(filing.Filing.__init__, "__defaults__", (0.05, 0.01))
    folder = tmp_path / "mounted-later"
    async with town(sqlite_url, journal_dir=folder) as here:
        await agreed(here)
        await here.lars.hears("Jeg kan ikke skrive i mappen", 8)
        await here.hanne.hears("Det gælder aftalen for Anna Holm", 8)
        assert not any("kan ikke skrive" in str(one) for one in here.anna.chat)
        async with here.session.get(f"{here.url}/metrics") as response:
            assert "hjemmebot_papers_waiting 1.0" in await response.text()
        assert not folder.exists()
        folder.mkdir()
        await filed(here)
        assert len(files(folder)) == 2
        assert sum("kan ikke skrive" in str(one) for one in here.lars.chat) == 1
        await asyncio.sleep(0.2)
        async with here.session.get(f"{here.url}/metrics") as response:
            assert "hjemmebot_papers_waiting 0.0" in await response.text()


async def test_without_a_folder_nothing_waits_and_it_is_filed_when_there_is_one(sqlite_url: str, folder: Path) -> None:
    async with town(sqlite_url) as here:
        await agreed(here)
        async with asyncio.timeout(8):
            while _waiting(here):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        async with here.session.get(path_of(here, await link(here.anna))) as response:
            assert response.status == 200
    assert files(folder) == []
    async with town(sqlite_url, journal_dir=folder) as here:
        await filed(here)
    assert len(files(folder)) == 2


def _waiting(here: Town) -> int:
    with here.house.database.reading() as session:
        return papers.waiting(session)
