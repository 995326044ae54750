"""The HTTP face: messages from Teams, health, numbers, and calendar feeds."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from aiohttp import web

from bot.doors import Doors
from bot.metrics import Metrics
from bot.metrics_lock import MetricsLock

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
_GONE = """<!doctype html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Linket virker ikke længere</title></head>
<body><main><h1>Linket virker ikke længere</h1>
<p>Et link til en fil virker kun i en halv time. Gå tilbage til chatten i Teams, og bed om filen igen.</p>
<p lang="en">This link no longer works. Go back to the chat in Teams and ask for the file again.</p>
</main></body></html>
"""


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar feed (RFC 5545) and its strong ETag, without quotes."""

    body: bytes
    etag: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to save, with the name it is saved under."""

    body: bytes
    content_type: str
    name: str


class TooOften(Exception):
    """A feed or a file is asked for more often than calendars and people do."""

    def __init__(self, seconds: float) -> None:
        super().__init__("asked for too often")
        self.seconds = seconds


class Handler(Protocol):
    """What takes the messages: bot.teams.adapter.Bridge."""

    async def start(self) -> None:
        """Open what needs the running loop."""
        ...

    async def close(self) -> None:
        """Close it."""
        ...

    async def handle(self, request: web.Request) -> web.Response:
        """Answer POST /api/messages."""
        ...


FeedOf = Callable[[str, str | None], Awaitable[Feed | None]]  # (token, If-None-Match) → feed, None for an unknown token
FilesOf = Callable[[str, str], Awaitable[File | None]]  # (token, ending) → a file, None where the token opens none
Ready = Callable[[], Awaitable[Mapping[str, bool]]]  # each part of what is behind, and whether it is ready


@dataclass(slots=True)
class _Site:
    bridge: Handler
    feed: FeedOf
    ready: Ready
    metrics: Metrics
    files: FilesOf | None = None
    lock: MetricsLock = field(default_factory=MetricsLock)
    doors: Doors = field(default_factory=Doors)

    async def messages(self, request: web.Request) -> web.Response:
        if self.doors.closed:  # nothing was done: a proxy may hand it to another replica
            elsewhere = web.json_response({"error": "leaving"}, status=503, headers={"Retry-After": "1"})
            elsewhere.force_close()
            return elsewhere
        with self.doors.inside():
            return await self.bridge.handle(request)

    async def healthz(self, request: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def readyz(self, request: web.Request) -> web.Response:
        parts = {"open": not self.doors.closed} | dict(await self.ready())
        ready = all(parts.values())
        return web.json_response({"ready": ready, **parts}, status=200 if ready else 503)

    async def numbers(self, request: web.Request) -> web.Response:
        if not self.lock.opens(request):
            return web.Response(status=401, text="not for you", headers={"WWW-Authenticate": "Bearer"})
        await self.metrics.fresh()
        return web.Response(body=self.metrics.page(), headers={"Content-Type": "text/plain; version=0.0.4"})

    async def calendar(self, request: web.Request) -> web.Response:
        try:
            feed = await self.feed(request.match_info["token"], request.headers.get("If-None-Match"))
        except TooOften as often:
            return _too_often(often)
        if feed is None:
            return web.Response(status=404, text="not found")
        known = any(tag.value in {feed.etag, "*"} for tag in request.if_none_match or ())
        response = web.Response(status=304) if known else web.Response(body=feed.body)
        if not known:
            response.headers["Content-Type"] = "text/calendar; charset=utf-8"
        response.headers["Cache-Control"] = "private, max-age=300"
        response.etag = feed.etag
        return response

    async def file(self, request: web.Request) -> web.Response:
        token, ending = request.match_info["token"], request.path.rpartition(".")[2]
        try:
            file = await self.files(token, ending) if self.files is not None else None
        except TooOften as often:
            return _too_often(often)
        if file is None:
            return web.Response(status=404, text=_GONE, content_type="text/html", charset="utf-8")
        named = {"Content-Disposition": f'attachment; filename="{file.name}"', "Content-Type": file.content_type}
        return web.Response(body=file.body, headers=named)

    async def open(self, app: web.Application) -> None:
        await self.bridge.start()

    async def leave(self, app: web.Application) -> None:
        self.doors.closed = True

    async def close(self, app: web.Application) -> None:
        await self.bridge.close()


def make_app(
    bridge: Handler,
    feed: FeedOf,
    ready: Ready,
    metrics: Metrics,
    files: FilesOf | None = None,
    metrics_token: str = "",
    doors: Doors | None = None,
) -> web.Application:
    """Return the application. It starts and closes the bridge with itself.

    Serve it with bot.logs.AccessLines or access_log=None: the path of a calendar feed is a secret. Turns that run when
    it is asked to stop get the runner's shutdown_timeout to end.
    """
    site = _Site(bridge, feed, ready, metrics, files, MetricsLock(metrics_token), doors or Doors())
    app = web.Application()
    app.router.add_post("/api/messages", site.messages)
    app.router.add_get("/healthz", site.healthz)
    app.router.add_get("/readyz", site.readyz)
    app.router.add_get("/metrics", site.numbers)
    app.router.add_get("/calendar/{token:[A-Za-z0-9_-]{16,128}}.ics", site.calendar)
    for ending in ("csv", "json", "pdf"):
        app.router.add_get("/calendar/{token:[A-Za-z0-9_-]{16,128}}." + ending, site.file)
    app.on_response_prepare.append(_secured)
    app.on_startup.append(site.open)
    app.on_shutdown.append(site.leave)
    app.on_cleanup.append(site.close)
    return app


def _too_often(often: TooOften) -> web.Response:
    wait = {"Retry-After": str(math.ceil(often.seconds))}
    return web.Response(status=429, text="too many requests", headers=wait)


async def _secured(request: web.BaseRequest, response: web.StreamResponse) -> None:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers["Server"] = "hjemmebot"
