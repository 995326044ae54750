"""A Microsoft Graph on loopback with the users of a tenant: pages, changes since, links that grow old, bad moods.

It is as strict as Graph where that matters: `$select` once and only with what users have, no `$top` and no `$expand`
on delta, tokens of its own making only, and the manager as `manager@delta`. What did not fit is kept in `refused`.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import deque
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.fakes.loopback import on_loopback

FIELDS = frozenset(
    [
        "id",
        "displayName",
        "mail",
        "userPrincipalName",
        "department",
        "officeLocation",
        "preferredLanguage",
        "accountEnabled",
        "userType",
        "manager",
    ]
)


class FakeDirectory:
    """Listens on 127.0.0.1 at a free port. `change` and `delete` are what happens in the tenant."""

    def __init__(self, page: int = 2) -> None:
        self.page = page
        self.users: dict[str, dict[str, Any]] = {}
        self.groups: dict[str, list[str]] = {}
        self.requests: list[str] = []
        self.refused: list[str] = []
        self._oldest = 0  # links from before then are too old
        self.link_host = ""  # where links lead, "" for here
        self.url = ""
        self._changed: dict[str, int] = {}  # id → when, the newest last
        self._moved: dict[str, int] = {}  # id → when the manager changed last
        self._clock = itertools.count(1)
        self._now = 0
        self._answers: deque[tuple[int, dict[str, str]]] = deque()
        self._kind = 0  # pages that are answered kindly before the next unkind one
        self._runner: web.AppRunner | None = None

    def change(self, id_: str, **fields: Any) -> None:
        """Create a user, or change one. `manager` is an id or None."""
        self._now = next(self._clock)
        self.users[id_] = self.users.get(id_, {"userType": "Member", "accountEnabled": True}) | fields
        self._changed.pop(id_, None)
        self._changed[id_] = self._now
        if "manager" in fields:
            self._moved[id_] = self._now

    def delete(self, id_: str) -> None:
        """Delete a user."""
        self.change(id_, manager=None)  # the link goes too, and the feed tells of it should the user be restored
        del self.users[id_]

    def forget(self, id_: str) -> None:
        """Delete a user so long ago that nothing tells of it any more; all links from before are too old."""
        del self.users[id_], self._changed[id_]
        self._now = self._oldest = next(self._clock)

    def answer_next(self, status: int, times: int = 1, *, after: str = "", kind: int = 0) -> None:
        """Answer unkindly so many times, after so many kind answers."""
        self._answers.extend([(status, {"Retry-After": after} if after else {})] * times)
        self._kind = kind

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/v1.0/users/delta", self._serve)
        app.router.add_get("/v1.0/users/{user}/manager", self._serve)
        app.router.add_get("/v1.0/groups/{group}/transitiveMembers/microsoft.graph.user", self._serve)
        self._runner, base = await on_loopback(app)
        self.url = f"{base}/v1.0"
        return self

    async def __aexit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _serve(self, request: web.Request) -> web.Response:
        self.requests.append(request.path_qs)
        await asyncio.sleep(0)
        if self._answers and self._kind <= 0:
            status, headers = self._answers.popleft()
            return _error(status, "unkind", headers)
        self._kind -= 1
        if "group" in request.match_info:
            return self._members(request)
        if "user" in request.match_info:
            return self._manager(request.match_info["user"])
        return self._delta(request)

    def _manager(self, id_: str) -> web.Response:
        manager = next((user.get("manager") for key, user in self.users.items() if key.lower() == id_), None)
        return web.json_response({"id": manager}) if manager else _error(404, "Request_ResourceNotFound")

    def _members(self, request: web.Request) -> web.Response:
        members = self.groups.get(request.match_info["group"])
        if members is None:
            return _error(404, "Request_ResourceNotFound")
        start = int(request.query.get("$skiptoken", "0"))
        body: dict[str, Any] = {"value": [{"id": one} for one in members[start : start + self.page]]}
        if start + self.page < len(members):
            path = f"groups/{request.match_info['group']}/transitiveMembers/microsoft.graph.user"
            body["@odata.nextLink"] = f"{self._base()}/{path}?$skiptoken={start + self.page}"
        return web.json_response(body)

    def _delta(self, request: web.Request) -> web.Response:
        """A token is since.until.start: what changed between two moments, from a place on."""
        query = dict(request.query)
        token = query.pop("$skiptoken", "") or query.pop("$deltatoken", "")
        if token:
            if query:
                return self._refuse("a link is followed as it is")
            since, until, start = (int(part) for part in token.split("."))
            if 0 < since < self._oldest:
                return _error(410, "syncStateNotFound")
        else:
            if set(query) != {"$select"} or not set(query["$select"].split(",")) <= FIELDS:
                return self._refuse(f"not for delta: {query}")
            since, until, start = 0, self._now, 0
        until = until or self._now
        ids = [id_ for id_, at in self._changed.items() if since < at <= until and (since or id_ in self.users)]
        body: dict[str, Any] = {"value": [self._user(id_, since) for id_ in ids[start : start + self.page]]}
        if start + self.page < len(ids):
            body["@odata.nextLink"] = f"{self._base()}/users/delta?$skiptoken={since}.{until}.{start + self.page}"
        else:
            body["@odata.deltaLink"] = f"{self._base()}/users/delta?$deltatoken={until}.0.0"
        return web.json_response(body)

    def _user(self, id_: str, since: int) -> dict[str, Any]:
        """All fields that were ever set, changed or not; the manager only where that changed."""
        if id_ not in self.users:
            return {"id": id_, "@removed": {"reason": "changed"}}
        user = {"id": id_, **self.users[id_]}
        manager = user.pop("manager", None)
        if self._moved.get(id_, 0) > since:
            gone = [{"@odata.type": "#microsoft.graph.user", "id": "former", "@removed": {"reason": "deleted"}}]
            now = [{"@odata.type": "#microsoft.graph.user", "id": manager}]
            user["manager@delta"] = gone + (now if manager else [])
        return user

    def _base(self) -> str:
        return f"{self.link_host}/v1.0" if self.link_host else self.url

    def _refuse(self, why: str) -> web.Response:
        self.refused.append(why)
        return _error(400, "Request_BadRequest")


def _error(status: int, code: str, headers: dict[str, str] | None = None) -> web.Response:
    return web.json_response({"error": {"code": code, "message": "no"}}, status=status, headers=headers)
