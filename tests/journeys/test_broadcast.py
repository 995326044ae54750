"""HR writes to many: draft, preview, second yes, progress, confirmation, report, correction, recall."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator

import pytest

from tests.journeys.town import Someone, Town, town

FILLED = {
    "title": "Ny politik for hjemmearbejde",
    "text": "Fra **1. december** gælder version 2. Læs den inden mødet.",
    "link": "https://intranet.example.dk/politik",
    "picture": "",
    "confirm": "yes",
    "confirm_by": "",
    "audience": "listed",
    "departments": "",
    "names": "Anna Holm; bo@nyborg.dk\nEva Smith",
    "send_on": "",
    "send_time": "",
    "title_en": "New policy on working from home",
    "text_en": "From **1 December** version 2 applies.",
}


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Town]:
    async with town(sqlite_url) as one:
        yield one


async def previewed(hanne: Someone, **changes: str) -> str:
    await hanne.says("udsend")
    return await hanne.presses("Se den", **(FILLED | changes))


async def test_from_draft_to_report(here: Town) -> None:
    hanne, anna, eva = here.hanne, here.anna, here.eva
    shown = await previewed(hanne)
    assert "Sendes til 3 personer: personer på en liste" in shown
    assert "Anna Holm, Bo Skov og Eva Smith" in shown
    assert FILLED["text"] in shown
    shown = await hanne.presses("Send den")
    assert "Sendt: 0 af 3" in shown
    await anna.hears("Fra **1. december**")
    await eva.hears("From **1 December**")
    await hanne.hears("Sendt: 3 af 3")
    assert len([one for one in anna.chat if "1. december" in str(one)]) == 1
    shown = await anna.presses("Læst og forstået")
    assert "Tak. Du bekræftede det" in shown
    assert not anna.has("Læst og forstået")
    assert "Tak." in await here.bo.says("læst og forstået")
    await hanne.hears("Læst og forstået: 2", 8)
    answer = await anna.says("hvem betaler for en stol?")
    assert "Tak." not in answer


async def test_everybody_is_asked_twice_and_receivers_without_the_app_are_listed(here: Town) -> None:
    hanne = here.hanne
    shown = await previewed(hanne, audience="all", names="")
    assert "Sendes til 9 personer: alle" in shown
    shown = await hanne.presses("Send den")
    assert "Skal den sendes til alle?" in shown
    assert len(here.per.chat) == 1  # the welcome
    shown = await hanne.presses("Ja, send den til 9")
    assert "af 9" in shown
    await here.per.hears("Fra **1. december**")
    await hanne.hears("Sendt: 9 af 9", 8)


async def test_a_form_that_cannot_be_sent_says_why_and_keeps_what_was_typed(here: Town) -> None:
    hanne = here.hanne
    for changes, words in (
        ({"title": ""}, "Skriv en titel"),
        ({"text": "å" * 5000}, "Teksten er for lang"),
        ({"picture": "https://example.dk/politik.pdf"}, "Billedet skal være"),
        ({"link": "http://example.dk"}, "Linket skal være"),
        ({"send_on": "2026-11-22", "send_time": "09:00"}, "Tidspunktet er passeret"),
        ({"names": ""}, "ingen i den målgruppe"),
        ({"audience": "departments", "names": ""}, "mindst én afdeling"),
        ({"names": "Ukendt Person; Anna Holm"}, "Ukendt Person"),
    ):
        shown = await previewed(hanne, **changes)
        assert words in shown, shown
        assert changes.get("text", FILLED["text"])[:20] in shown
    assert not any("1. december" in str(one) for one in here.anna.chat)


async def test_only_hr_may(here: Town) -> None:
    assert "kun HR og Personale" in await here.anna.says("udsend")
    assert "kun HR og Personale" in await here.lars.says("udsendelser")


async def test_correct_and_recall_reach_every_chat(here: Town) -> None:
    hanne, anna = here.hanne, here.anna
    await previewed(hanne)
    await hanne.presses("Send den")
    await hanne.hears("Sendt: 3 af 3", 8)
    await asyncio.sleep(2.5)
    await hanne.presses("Ret den")
    shown = await hanne.presses(
        "Ret den i alle chats", title="Rettet titel", text="Ny dato: 2. december", title_en="", text_en=""
    )
    assert "Rettet titel" in shown
    await anna.hears("Ny dato: 2. december", 8)
    assert not any("1. december" in str(one) for one in anna.chat)
    await asyncio.sleep(2.5)
    shown = await hanne.presses("Kald den tilbage")
    assert "Bliver kaldt tilbage" in shown
    async with asyncio.timeout(8):
        while any("2. december" in str(one) for one in anna.chat) or "Kaldt tilbage ·" not in str(hanne.chat):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def test_the_report_is_a_file_for_hr_only(here: Town) -> None:
    hanne = here.hanne
    await previewed(hanne, audience="departments", departments="", names="Anna Holm")
    await previewed(hanne)
    await hanne.presses("Send den")
    await hanne.hears("Sendt: 3 af 3", 8)
    await asyncio.sleep(2.5)
    await hanne.presses("Som fil")
    found = re.search(r"calendar/([\w-]+)\.csv", str(hanne.chat[-1]))
    assert found
    async with here.session.get(f"{here.url}/calendar/{found[1]}.csv") as response:
        assert response.status == 200
        lines = (await response.text("utf-8-sig")).splitlines()
    assert lines[0].startswith("navn;e-mail")
    assert len(lines) == 4
    async with here.session.get(f"{here.url}/calendar/{'x' * 43}.csv") as response:
        assert response.status == 404
