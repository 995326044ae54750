"""The HTTP side of a turn: reading a request with limits, writing an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import orjson
from aiohttp import web

from bot.teams.activity import Malformed
from bot.teams.trust import Caller, TurnedAway

LARGEST_BODY = 1024 * 1024  # bytes, unpacked: what a person pasted is to be answered, what a machine pours is not
SLOWEST_BODY = 10  # seconds


async def body_of(request: web.Request) -> Mapping[str, Any]:
    """Return the JSON object that was posted. Raises TurnedAway (413, 415) and Malformed."""
    if request.content_type != "application/json":
        raise TurnedAway(415, "content_type")
    if (request.content_length or 0) > LARGEST_BODY:
        raise TurnedAway(413, "body_too_large")
    try:
        body = orjson.loads(await _read(request))
    except (orjson.JSONDecodeError, web.RequestPayloadError):
        raise Malformed from None
    if not isinstance(body, dict):
        raise Malformed
    return body


async def _read(request: web.Request) -> bytes:
    read = bytearray()
    try:
        async with asyncio.timeout(SLOWEST_BODY):
            async for chunk in request.content.iter_any():
                read += chunk
                if len(read) > LARGEST_BODY:  # counted as it comes, for a length may be missing and gzip unfolds
                    raise TurnedAway(413, "body_too_large")
    except TimeoutError:
        raise TurnedAway(408, "body_too_slow") from None
    return bytes(read)


def json_response(body: object, status: int) -> web.Response:
    """Return an answer with a JSON body."""
    return web.Response(body=orjson.dumps(body), status=status, content_type="application/json")


def caller_of(request: web.Request) -> Caller:
    """Return what the request tells of who called."""
    return Caller(
        authorization=request.headers.get("Authorization", ""),
        remote=request.remote,
        host=request.url.host or "",
        forwarded="X-Forwarded-For" in request.headers or "Forwarded" in request.headers,
    )
