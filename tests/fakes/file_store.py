"""Where Teams keeps the files that people send, on loopback: each answered as the test wants it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from tests.fakes.loopback import on_loopback

Answers = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class FileStore:
    """Where it is, what is fetched there by name, and what was asked for, with the headers."""

    url: str = ""
    files: dict[str, bytes | Answers] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)


@asynccontextmanager
async def file_store() -> AsyncIterator[FileStore]:
    """Serve on a free port of 127.0.0.1."""
    one = FileStore()

    async def answer(request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        one.asked.append((name, dict(request.headers)))
        found = one.files.get(name)
        if found is None:
            return web.Response(status=404)
        return web.Response(body=found) if isinstance(found, bytes) else await found(request)

    app = web.Application()
    app.router.add_get("/{name}", answer)
    runner, one.url = await on_loopback(app)
    try:
        yield one
    finally:
        await runner.cleanup()
