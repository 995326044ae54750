"""HR sends the policy as a file in the chat: it is read apart, compared, and published; what is no policy is told."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from aiohttp import web

from bot.documents import apart
from domain.deeds import Deed
from policy.documents.markdown import as_markdown
from policy.handbook import Handbook
from policy.load import load_handbook
from storage import audit, policy_versions
from tests.documents import writing
from tests.fakes.file_store import FileStore, file_store
from tests.journeys.town import TENANT, Someone, Town, town, words

OLD, NEW = "mellem 50 og 70 cm", "mellem 60 og 80 cm"
READING = "Jeg læser filen"
FILE = "application/vnd.microsoft.teams.file.download.info"
POLICY = as_markdown(load_handbook())


@asynccontextmanager
async def with_files(url: str) -> AsyncIterator[tuple[Town, FileStore]]:
    async with file_store() as there, town(url) as here:
        yield here, there


async def sends(who: Someone, there: FileStore, name: str, data: bytes | None = None) -> str:
    """Send a file as Teams does: a message without words, and the file as an attachment with an address."""
    if data is not None:
        there.files[name] = data
    html = {"contentType": "text/html", "content": "<p></p>"}
    before = len(who.chat)
    await who.says("", attachments=[html, _attached(there, name)])
    for _ in range(200):
        if len(who.chat) > before:
            break
        await asyncio.sleep(0.01)
    return words(who.chat[before])


def _attached(there: FileStore, name: str) -> dict[str, object]:
    return {"contentType": FILE, "name": name, "content": {"downloadUrl": f"{there.url}/{name}", "uniqueId": "1"}}


def _changed() -> Handbook:
    now = load_handbook()
    passages = {name: replace(one, text=one.text.replace(OLD, NEW)) for name, one in now.passages.items()}
    return replace(now, passages=passages)


def running(here: Town) -> int:
    with here.house.database.reading() as session:
        return policy_versions.running_number(session)


async def test_a_word_file_becomes_a_draft_with_what_it_changes_and_is_published(sqlite_url: str) -> None:
    async with with_files(sqlite_url) as (here, there):
        hanne = here.hanne
        assert READING in await sends(hanne, there, "politik 2027.docx", writing.word(_changed()))
        assert "er i gang med at læse en anden fil" in await sends(hanne, there, "igen.md", b"# Nej")
        seen = await hanne.hears("Kladde: version 2", seconds=60)
        assert "[–50–][+60+] og [–70–][+80+] cm" in seen
        assert "får det samme afsnit med de nye ord" in seen
        assert running(here) == 1
        assert "er udgivet" in await hanne.presses("Udgiv version 2")
        assert running(here) == 2
        with here.house.database.reading() as session:
            lines = [(one.deed, one.by_id, one.detail) for one in audit.read(session, audit.Wanted(), 9)]
        assert lines == [(Deed.POLICY_PUBLISHED, "hanne", "2"), (Deed.POLICY_IMPORTED, "hanne", "2")]
        assert [name for name, _ in there.asked] == ["politik 2027.docx"]


async def test_what_is_no_policy_is_told_and_nothing_changes(sqlite_url: str) -> None:
    flat = ("Vi arbejder hjemme, når det passer. " * 20).encode()
    odd = {
        "billede.pdf": (b"\x89PNG\r\n", "noget andet"),
        "flad.md": (flat, "ingen overskrifter"),
        "samme.md": (POLICY.encode(), "det samme"),
        "lang.md": (b"0" * 20_000_001, "længere, end en politik kan være"),
        "væk.md": (None, "kunne ikke hente den"),
    }
    async with with_files(sqlite_url) as (here, there):
        for name, (data, why) in odd.items():
            assert READING in await sends(here.hanne, there, name, data)
            assert "ikke ændret noget" in await here.hanne.hears(why, seconds=60)
        assert "Kladde" not in await here.hanne.says("hvilke versioner findes der?")
        assert running(here) == 1


async def test_only_hr_may_and_only_in_the_personal_chat(sqlite_url: str) -> None:
    async with with_files(sqlite_url) as (here, there):
        for who in (here.anna, here.lars):
            assert "HR" in await sends(who, there, "politik.md", POLICY.encode())
        group = {"id": "19:gruppe", "conversationType": "groupChat", "tenantId": TENANT, "isGroup": True}
        await here.hanne.says("", attachments=[_attached(there, "politik.md")], conversation=group)
        said = words(list(here.connector.chats["19:gruppe"].values()))
        assert "chat" in said
        assert READING not in said
        assert there.asked == []


async def test_a_reader_that_falls_or_takes_too_long_is_told_and_a_stop_waits_for_none(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hangs(_: web.Request) -> web.Response:
        await asyncio.sleep(20)
        return web.Response()

    monkeypatch.setattr(apart, "SECONDS", 0.05)
    async with with_files(sqlite_url) as (here, there):
        await sends(here.hanne, there, "p.md", POLICY.replace(OLD, NEW).encode())
        await here.hanne.hears("længere, end en politik kan være", seconds=20)
        there.files["slow.md"] = hangs
        await sends(here.hanne, there, "slow.md")
        began = time.monotonic()
    assert time.monotonic() - began < 10
