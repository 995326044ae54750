"""A sent file is fetched from Teams' own store and nowhere else, whole or not at all, with nothing given away."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import web

from bot.documents import fetching
from bot.documents.fetching import NotFetched, fetched
from bot.documents.reading import LARGEST
from policy.documents.block import NotReadable, Odd
from tests.fakes.file_store import file_store

ELSEWHERE = [
    "http://nyborg.sharepoint.com/p.docx",
    "https://nyborg.sharepoint.com.evil.example/p.docx",
    "https://evil.example/nyborg.sharepoint.com",
    "https://sharepoint.com@evil.example/p.docx",
    "https://user:word@nyborg.sharepoint.com/p.docx",
    "https://nyborg.sharepoint.com:8443/p.docx",
    "https://127.0.0.1/p.docx",
    "https://169.254.169.254/metadata",
    "https://evilsharepoint.com/p.docx",
    "file:///etc/passwd",
    "ftp://nyborg.sharepoint.com/p.docx",
    "//nyborg.sharepoint.com/p.docx",
    "https://[::1/p.docx",
    "",
]


@pytest.mark.parametrize("address", ELSEWHERE)
async def test_no_other_address_is_asked(address: str) -> None:
    with pytest.raises(NotFetched):
        await fetched(address, on_loopback=False)


async def test_loopback_is_for_the_demo_alone() -> None:
    async with file_store() as there:
        there.files["p.md"] = b"# En politik"
        with pytest.raises(NotFetched):
            await fetched(f"{there.url}/p.md", on_loopback=False)
        assert there.asked == []
        assert await fetched(f"{there.url}/p.md", on_loopback=True) == b"# En politik"
        ((_, headers),) = there.asked
        assert not {"Authorization", "Cookie"} & set(headers)


async def test_what_is_gone_sends_elsewhere_or_hangs_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.3)

    async def elsewhere(_: web.Request) -> web.Response:
        raise web.HTTPFound("/other")

    async def hangs(_: web.Request) -> web.Response:
        await asyncio.sleep(5)
        return web.Response()

    async with file_store() as there:
        there.files |= {"moved": elsewhere, "slow": hangs, "other": b"not for us"}
        for name in ("gone", "moved", "slow"):
            with pytest.raises(NotFetched):
                await fetched(f"{there.url}/{name}", on_loopback=True)
        assert [name for name, _ in there.asked] == ["gone", "moved", "slow"]
    with pytest.raises(NotFetched):
        await fetched(f"{there.url}/p.md", on_loopback=True)  # nobody listens there any more


async def test_a_file_that_is_too_long_is_left_before_its_end() -> None:
    sent = 0

    async def endless(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        answer = web.StreamResponse()
        await answer.prepare(request)
        while sent < 4 * LARGEST:
            await answer.write(b"0" * 1_000_000)
            sent += 1_000_000
        return answer

    async with file_store() as there:
        there.files["long"] = endless
        with pytest.raises(NotReadable) as told:
            await fetched(f"{there.url}/long", on_loopback=True)
        assert told.value.why is Odd.TOO_LONG
        assert sent < 3 * LARGEST
