"""An endpoint on loopback that speaks OpenAI's protocol, well or badly."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fakes.loopback import on_loopback

Answers = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class FakeEndpoint:
    """Where it is, all that it was sent, and how it answers, which may change."""

    answers: Answers
    url: str = ""
    sent: list[tuple[Any, Any]] = field(default_factory=list)


@asynccontextmanager
async def endpoint(answers: Answers) -> AsyncIterator[FakeEndpoint]:
    """Serve on a free port of 127.0.0.1."""
    one = FakeEndpoint(answers)

    async def answer(request: web.Request) -> web.StreamResponse:
        one.sent.append((request.headers.copy(), await request.json()))
        return await one.answers(request)

    app = web.Application()
    app.router.add_post("/v1/chat/completions", answer)
    app.router.add_post("/v1/embeddings", answer)
    runner, one.url = await on_loopback(app)
    one.url += "/v1"
    try:
        yield one
    finally:
        await runner.cleanup()


def says(content: object) -> Answers:
    """Return what answers with these words."""

    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"choices": [{"message": {"role": "assistant", "content": content}}]})

    return answer


def embeds(vector_of: Callable[[str], list[float]]) -> Answers:
    """Return what answers with a vector for each text, the last first, as the protocol lets it."""

    async def answer(request: web.Request) -> web.Response:
        texts = (await request.json())["input"]
        rows = [{"object": "embedding", "index": at, "embedding": vector_of(text)} for at, text in enumerate(texts)]
        return web.json_response({"object": "list", "data": rows[::-1]})

    return answer


async def hangs(_: web.Request) -> web.Response:
    """Say nothing for half a minute."""
    await asyncio.sleep(30)
    return web.Response()
