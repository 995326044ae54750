"""A Microsoft Graph on loopback that keeps calendars, refuses what Graph would refuse, and can be unkind.

Every request is held against a subset of Graph's own description (openapi-core); `refused` keeps what did not fit.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import defaultdict, deque
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from aiohttp import web

from tests.fakes.loopback import on_loopback

SCHEMA = Path(__file__).parents[2] / "../shared/schemas/graph_subset.yaml"


@cache
def _openapi() -> Any:
    if not SCHEMA.exists():
        pytest.skip("Graph's description is not here")
    from openapi_core import OpenAPI

    return OpenAPI.from_file_path(str(SCHEMA))


class FakeGraph:
    """Listens on 127.0.0.1 at a free port. `events`: mailbox → event id → event."""

    def __init__(self) -> None:
        self.events: defaultdict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
        self.requests: list[tuple[str, str]] = []
        self.refused: list[str] = []
        self.missing: set[str] = set()  # mailboxes that are not there
        self.busiest = 0  # most requests of one mailbox at a time
        self.delay = 0.0
        self.app = "5c1b4c0b-9a77-4d2f-8f3a-6f1f1c7c2b10"  # in the tenant's catalogue
        self.installed: set[str] = set()  # the people who have it
        self.on_install: Callable[[str], object] = lambda person_id: None
        self._answers: deque[tuple[int, dict[str, str], bool]] = deque()
        self._now: defaultdict[str, int] = defaultdict(int)
        self._ids = itertools.count(1)
        self._runner: web.AppRunner | None = None
        self.url = ""

    def answer_next(self, status: int, times: int = 1, *, after: str = "", done: bool = False) -> None:
        """Answer the next requests unkindly; with `done` the work is done, and only the answer is lost."""
        headers = {"Retry-After": after} if after else {}
        self._answers.extend([(status, headers, done)] * times)

    async def __aenter__(self) -> Self:
        _openapi()
        app = web.Application()
        app.router.add_post("/v1.0/users/{mailbox}/teamwork/installedApps", self._serve)
        app.router.add_route("*", "/v1.0/users/{mailbox}/events", self._serve)
        app.router.add_route("*", "/v1.0/users/{mailbox}/events/{event}", self._serve)
        self._runner, base = await on_loopback(app)
        self.url = f"{base}/v1.0"
        return self

    async def __aexit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _serve(self, request: web.Request) -> web.Response:
        mailbox = request.match_info["mailbox"]
        self._now[mailbox] += 1
        self.busiest = max(self.busiest, self._now[mailbox])
        try:
            await asyncio.sleep(self.delay)
            return await self._answer(request, mailbox)
        finally:
            self._now[mailbox] -= 1

    async def _answer(self, request: web.Request, mailbox: str) -> web.Response:
        self.requests.append((request.method, request.path))
        body = await request.read()
        if (wrong := self._wrong(request, body)) is not None:
            self.refused.append(wrong)
            return _error(400, "ErrorInvalidRequest")
        if self._answers:
            status, headers, done = self._answers.popleft()
            if done:
                await self._do(request, mailbox)
            return _error(status, "unkind", headers)
        return await self._do(request, mailbox)

    def _wrong(self, request: web.Request, body: bytes) -> str | None:
        from openapi_core.exceptions import OpenAPIError
        from openapi_core.testing import MockRequest

        if request.headers.get("Prefer") != 'IdType="ImmutableId"':
            return "ids would not last"
        seen = MockRequest(
            "http://127.0.0.1",
            request.method.lower(),
            request.path,
            args=dict(request.query),
            headers=dict(request.headers),
            data=body or None,
        )
        try:
            _openapi().validate_request(seen)
        except OpenAPIError as error:
            return f"{error}: {error.__cause__}"
        return None

    async def _do(self, request: web.Request, mailbox: str) -> web.Response:
        if mailbox in self.missing:
            return _error(404, "ErrorInvalidUser")
        if request.path.endswith("/installedApps"):
            return self._install(mailbox, await request.json())
        box, event = self.events[mailbox], request.match_info.get("event", "")
        if event and event not in box:
            return _error(404, "ErrorItemNotFound")
        match request.method:
            case "POST":
                return self._create(box, await request.json())
            case "PATCH":
                box[event] |= await request.json()
                return web.json_response(box[event])
            case "DELETE":
                del box[event]
                return web.Response(status=204)
            case _:
                return web.json_response({"value": [one for one in box.values() if _asked_for(one, request)]})

    def _install(self, person_id: str, body: dict[str, Any]) -> web.Response:
        if body != {"teamsApp@odata.bind": f"{self.url}/appCatalogs/teamsApps/{self.app}"}:
            return _error(400, "BadRequest")
        if person_id in self.installed:
            return _error(409, "Conflict")
        self.installed.add(person_id)
        self.on_install(person_id)
        return web.Response(status=201)

    def _create(self, box: dict[str, dict[str, Any]], event: dict[str, Any]) -> web.Response:
        if any(one["transactionId"] == event["transactionId"] for one in box.values()):
            return _error(409, "ErrorDuplicateTransactionId")
        made = {**event, "id": f"AAkALg{next(self._ids)}"}
        box[made["id"]] = made
        return web.json_response(made, status=201)


def _asked_for(event: dict[str, Any], request: web.Request) -> bool:
    return all(one["value"] in request.query.get("$filter", "") for one in event["singleValueExtendedProperties"])


def _error(status: int, code: str, headers: dict[str, str] | None = None) -> web.Response:
    return web.json_response({"error": {"code": code, "message": "no"}}, status=status, headers=headers)
