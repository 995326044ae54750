"""A Bot Connector on loopback that speaks Teams' REST over real HTTP, keeps what it is sent, and can be unkind.

async with FakeConnector() as connector:
    connector.answer_next(429, times=2, retry_after="1")
    ...
    connector.messages  # [Sent(method, conversation_id, activity_id, body, authorization, at)]
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import deque
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.fakes.loopback import on_loopback


@dataclass(frozen=True, slots=True)
class Sent:
    """One request that reached the connector, answered kindly or not. `at` is time.monotonic()."""

    method: str
    conversation_id: str
    activity_id: str
    body: Any
    authorization: str
    status: int
    at: float = field(default_factory=time.monotonic)
    traceparent: str = ""


@dataclass(slots=True)
class _Mood:
    status: int
    headers: dict[str, str]
    body: Any
    seconds: float = 0.0


class FakeConnector:
    """Listens on 127.0.0.1 at a free port. `connections` counts the TCP connections that were opened to it."""

    def __init__(self) -> None:
        self.requests: list[Sent] = []
        self.opened: list[dict[str, Any]] = []
        self.delay = 0.0  # seconds before each answer
        self.tokens: set[str] | None = None  # the Authorization values that are taken; None takes all
        self.blocked: set[str] = set()  # Entra object ids of people who blocked the bot: 403
        self._moods: deque[_Mood] = deque()
        self._ids = itertools.count(1)
        self._transports: set[int] = set()
        self._kept: list[Any] = []
        self._runner: web.AppRunner | None = None
        self.url = ""

    @property
    def messages(self) -> list[Sent]:
        """What was taken (2xx) of new messages and replies."""
        taken = (one for one in self.requests if 200 <= one.status < 300)
        return [one for one in taken if one.method == "POST" and one.conversation_id]

    @property
    def connections(self) -> int:
        return len(self._transports)

    def answer_next(
        self,
        status: int,
        *,
        times: int = 1,
        retry_after: str | None = None,
        code: str = "",
        body: Any = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        """Answer the next requests with a status; `code` becomes error.code as Teams writes it."""
        sent = (headers or {}) | ({} if retry_after is None else {"Retry-After": retry_after})
        said = body if body is not None else {"error": {"code": code or str(status), "message": "told to"}}
        self._moods.extend(_Mood(status, sent, said) for _ in range(times))

    def hang_next(self, seconds: float = 60.0, *, times: int = 1) -> None:
        """Take the next requests and say nothing for a while."""
        self._moods.extend(_Mood(200, {}, {}, seconds) for _ in range(times))

    def hang_up_next(self, *, times: int = 1) -> None:
        """Close the connection instead of answering the next requests."""
        self._moods.extend(_Mood(0, {}, {}) for _ in range(times))

    def drop_connections(self) -> None:
        """Close what is open, as a connector does with a connection that has been idle."""
        for transport in self._kept:
            transport.close()

    async def reached(self, number: int, seconds: float = 10.0) -> None:
        """Wait until so many requests have come in all."""
        async with asyncio.timeout(seconds):
            while len(self.requests) < number:  # noqa: ASYNC110 - a test may wait by looking
                await asyncio.sleep(0.005)

    def forgive(self) -> None:
        """Be kind from now on, whatever it was told before."""
        self._moods.clear()

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=8 * 1024 * 1024)
        for path in ("", "/{region}", "/{region}/{tenant}"):
            app.router.add_post(f"{path}/v3/conversations", self._open)
            app.router.add_post(f"{path}/v3/conversations/{{cid}}/activities", self._take)
            for method in ("POST", "PUT", "DELETE"):
                app.router.add_route(method, f"{path}/v3/conversations/{{cid}}/activities/{{aid}}", self._take)
        self._runner, self.url = await on_loopback(app)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        return await self._answer(request, request.match_info["cid"], request.match_info.get("aid", ""))

    async def _open(self, request: web.Request) -> web.Response:
        return await self._answer(request, "", "")

    async def _answer(self, request: web.Request, conversation_id: str, activity_id: str) -> web.Response:
        self._count(request)
        body = await request.json() if request.can_read_body else None
        mood = self._blocks(conversation_id, body) or self._mood(request)
        authorization = request.headers.get("Authorization", "")
        sent = Sent(request.method, conversation_id, activity_id, body, authorization, mood.status)
        self.requests.append(replace(sent, traceparent=request.headers.get("traceparent", "")))
        if not mood.status:
            assert request.transport is not None
            request.transport.close()
            return web.Response()
        if mood.seconds or self.delay:
            await asyncio.sleep(mood.seconds or self.delay)
        if mood.body is None:
            mood.body = self._made(request.method, conversation_id, activity_id, body)
        return web.json_response(mood.body, status=mood.status, headers=mood.headers)

    def _blocks(self, conversation_id: str, body: Any) -> _Mood | None:
        members = body.get("members", []) if isinstance(body, dict) else []
        if not self.blocked & {conversation_id.removeprefix("a:"), *(one["id"] for one in members)}:
            return None
        return _Mood(403, {}, {"error": {"code": "ConversationBlockedByUser", "message": "told to"}})

    def _mood(self, request: web.Request) -> _Mood:
        if self._moods:
            return self._moods.popleft()
        if self.tokens is not None and request.headers.get("Authorization") not in self.tokens:
            return _Mood(401, {}, {"error": {"code": "BotNotRegistered", "message": ""}})
        return _Mood(201 if request.method == "POST" else 200, {}, None)

    def _made(self, method: str, conversation_id: str, activity_id: str, body: Any) -> dict[str, Any]:
        if not conversation_id:
            self.opened.append(body)
            return {"id": f"a:{body['members'][0]['id']}"}
        return {"id": activity_id if method == "PUT" else f"{1_700_000_000_000 + next(self._ids)}"}

    def _count(self, request: web.Request) -> None:
        if request.transport is not None and id(request.transport) not in self._transports:
            self._transports.add(id(request.transport))
            self._kept.append(request.transport)  # kept, so that no id is used again
