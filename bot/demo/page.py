"""The page of the town: what it asks for and what it is told."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import aiohttp
import orjson
from aiohttp import web

from bot.demo.chats import Chats
from bot.demo.clock import Clock
from bot.demo.sender import LONGEST_SECONDS, BotSilent, Sender
from bot.demo.town import Town
from domain.people import Person

LONGEST_TEXT = 100_000
RENDERER = Path(__file__).parents[2] / "node_modules" / "adaptivecards" / "dist" / "adaptivecards.min.js"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class TownPage:
    """Serves the page and its few requests. `restart` begins the town anew."""

    town: Town
    chats: Chats
    clock: Clock
    sender: Sender
    restart: Callable[[], Awaitable[None]]

    def add_to(self, app: web.Application) -> None:
        """Add the routes."""
        for method, path, handler in (
            ("GET", "/", self._index),
            ("GET", "/demo/static/{name:[a-z-]+\\.(?:css|js|svg)}", self._static),
            ("GET", "/demo/adaptivecards.js", self._renderer),
            ("GET", "/demo/state", self._state),
            ("GET", "/demo/events", self._events),
            ("POST", "/demo/say", self._say),
            ("POST", "/demo/press", self._press),
            ("POST", "/demo/read", self._read),
            ("POST", "/demo/clock", self._clock),
            ("POST", "/demo/restart", self._restart),
        ):
            app.router.add_route(method, path, handler)
        app.cleanup_ctx.append(self._open)
        app.on_shutdown.append(self._close)

    async def _open(self, app: web.Application) -> AsyncIterator[None]:
        timeout = aiohttp.ClientTimeout(total=LONGEST_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            self.sender.session = session
            yield
            self.sender.session = None

    async def _close(self, app: web.Application) -> None:
        self.chats.close()

    async def _index(self, request: web.Request) -> web.Response:
        return _file("index.html")

    async def _static(self, request: web.Request) -> web.Response:
        return _file(request.match_info["name"])

    async def _renderer(self, request: web.Request) -> web.StreamResponse:
        if not RENDERER.is_file():
            raise web.HTTPNotFound(text="run make run once: it installs the card renderer")
        return web.FileResponse(RENDERER, headers={"Content-Type": "text/javascript; charset=utf-8"})

    async def _state(self, request: web.Request) -> web.Response:
        people = [
            {
                "id": one.id,
                "name": one.name,
                "part": self.town.part_of(one),
                "department": one.department,
                "language": one.language.value,
                "unread": self.chats.unread(one.id),
                "messages": [asdict(message) for message in self.chats.of(one.id)],
            }
            for one in self.town.people
        ]
        return _json({"now": self.clock.now().isoformat(), "people": people})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        queue = self.chats.watch()
        try:
            await response.prepare(request)
            await response.write(b"retry: 1000\n\n")
            while (news := await queue.get()) is not None:
                await response.write(b"data: " + orjson.dumps(news) + b"\n\n")
        except ConnectionError:
            pass  # the page was closed
        finally:
            self.chats.leave(queue)
        return response

    async def _say(self, request: web.Request) -> web.Response:
        person, body = await self._asked(request)
        text = body.get("text")
        if not isinstance(text, str) or len(text) > LONGEST_TEXT:
            raise web.HTTPBadRequest(text="text is missing or too long")
        return await _answered(self.sender.say(person, text))

    async def _press(self, request: web.Request) -> web.Response:
        person, body = await self._asked(request)
        action = body.get("action")
        if not isinstance(action, dict):
            raise web.HTTPBadRequest(text="action is missing")
        return await _answered(self.sender.press(person, str(body.get("card", "")), action))

    async def _read(self, request: web.Request) -> web.Response:
        person, _ = await self._asked(request)
        self.chats.read(person.id)
        return _json({})

    async def _clock(self, request: web.Request) -> web.Response:
        body = await _body(request)
        try:
            now = self.clock.move_to(date.fromisoformat(str(body.get("day"))))
        except ValueError:
            raise web.HTTPBadRequest(text="no day, or too far away") from None
        self.chats.tell_time(now)
        return _json({"now": now.isoformat()})

    async def _restart(self, request: web.Request) -> web.Response:
        await self.restart()
        return _json({})

    async def _asked(self, request: web.Request) -> tuple[Person, dict[str, Any]]:
        body = await _body(request)
        person = self.town.find(str(body.get("person", "")))
        if person is None:
            raise web.HTTPNotFound(text="nobody of that id lives here")
        return person, body


async def _body(request: web.Request) -> dict[str, Any]:
    try:
        body = orjson.loads(await request.read())
    except orjson.JSONDecodeError:
        raise web.HTTPBadRequest(text="this is not JSON") from None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="this is not a JSON object")
    return body


async def _answered(deed: Awaitable[str | None]) -> web.Response:
    try:
        return _json({"word": await deed or ""})
    except BotSilent:
        return _json({"word": "", "silent": True}, 502)


def _file(name: str) -> web.Response:
    file = files("bot.demo").joinpath("static", name)
    if not file.is_file():
        raise web.HTTPNotFound
    kind = _KINDS[Path(name).suffix]
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
    return web.Response(body=file.read_bytes(), content_type=kind, charset="utf-8", headers=headers)


def _json(value: object, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(value), content_type="application/json", status=status)
