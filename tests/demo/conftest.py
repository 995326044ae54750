"""The real house with the town around it, in this process, on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.compose import served
from bot.demo.open import OpenTown
from tests.demo.process import free_port

ANNA = "1f6c2f7e-0a51-4c55-9d0e-5a0f3b7a0001"
BO = "1f6c2f7e-0a51-4c55-9d0e-5a0f3b7a0002"
LARS = "1f6c2f7e-0a51-4c55-9d0e-5a0f3b7a0004"


class Visitor:
    """Somebody with the page open: what the page can ask, over HTTP."""

    def __init__(self, town: OpenTown, session: aiohttp.ClientSession, url: str) -> None:
        self.town = town
        self.session = session
        self.url = url

    async def post(self, what: str, **body: object) -> tuple[int, dict[str, object]]:
        headers = {"Origin": self.url}
        async with self.session.post(f"{self.url}/demo/{what}", json=body, headers=headers) as response:
            return response.status, (await response.json() if response.content_type == "application/json" else {})

    async def person(self, person_id: str) -> dict[str, object]:
        async with self.session.get(f"{self.url}/demo/state") as response:
            people = (await response.json())["people"]
        return next(one for one in people if one["id"] == person_id)  # type: ignore[no-any-return]


Open = Callable[[], AbstractAsyncContextManager[Visitor]]


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Open the town on the same data as often as one likes, one after the other."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Visitor]:
        port = free_port()
        town = OpenTown(port, tmp_path / "town", lexical=True)
        async with served(town.house, shutdown_seconds=1), aiohttp.ClientSession() as session:
            await town.settle()
            yield Visitor(town, session, f"http://127.0.0.1:{port}")

    return opened
