"""Speaking to Microsoft Graph: one session, one request at a time as it comes, no retries of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import aiohttp
import orjson
from yarl import URL

from bot.chat import TryLater
from bot.teams.patience import retry_after
from bot.tracing import outward, span

MOST_CONNECTIONS = 16
TIMEOUT = 20.0
LARGEST = 4_000_000  # bytes of an answer that are read


class Bearer(Protocol):
    """Gives the Authorization header's value (bot.teams.tokens.Tokens)."""

    async def bearer(self) -> str:
        """Return it, "" for none. Raises TryLater."""
        ...

    def forget(self) -> None:
        """Fetch a new one next time."""
        ...


@dataclass(frozen=True, slots=True)
class Reply:
    """What Graph answered. `code` is its own word for an error, `after` the seconds of Retry-After."""

    status: int
    body: dict[str, Any] = field(default_factory=dict)
    after: float | None = None

    @property
    def code(self) -> str:
        """Return Graph's own word for the error, "" where it gave none."""
        error = self.body.get("error")
        return str(error.get("code", "")) if isinstance(error, dict) else ""


class GraphClient:
    """Asks Graph with the application's own token. `base` ends with the version: https://graph.microsoft.com/v1.0."""

    def __init__(
        self,
        base: str,
        tokens: Bearer,
        timeout: float = TIMEOUT,
        counted: Callable[[int], None] = lambda status: None,  # is told the status of each answer, 0 for none
    ) -> None:
        self._base = URL(base.rstrip("/"))
        self._tokens = tokens
        self._timeout = timeout
        self._counted = counted
        self._session: aiohttp.ClientSession | None = None

    @property
    def base(self) -> str:
        """The address with the version, and no slash at its end."""
        return str(self._base)

    async def start(self) -> None:
        """Open the session. Needs the running loop."""
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=MOST_CONNECTIONS),
            timeout=aiohttp.ClientTimeout(total=self._timeout),
            headers={"Accept": "application/json", "Prefer": 'IdType="ImmutableId"'},
            cookie_jar=aiohttp.DummyCookieJar(),
        )

    async def stop(self) -> None:
        """Close it."""
        if self._session is not None:
            await self._session.close()

    async def ask(self, method: str, *path: str, body: object = None, query: dict[str, str] | None = None) -> Reply:
        """Return Graph's answer, whatever its status. Raises TryLater where there is none."""
        return await self._ask(method, self._base.joinpath(*path).with_query(query or {}), body)

    def link(self, *path: str, query: dict[str, str]) -> str:
        """Return the address to follow for something of Graph's."""
        return str(self._base.joinpath(*path).with_query(query))

    async def follow(self, link: str) -> Reply:
        """Return the answer to a link that Graph gave (@odata.nextLink, @odata.deltaLink), as `ask` does.

        Raises ValueError for a link that leads elsewhere: the token is for Graph alone.
        """
        url = URL(link, encoded=True)
        if url.origin() != self._base.origin() or not url.raw_path.startswith(f"{self._base.raw_path}/"):
            raise ValueError("the link leads away from Graph")
        return await self._ask("GET", url)

    async def _ask(self, method: str, url: URL, body: object = None) -> Reply:
        if self._session is None:
            raise RuntimeError("the client is not started")
        headers = {"Authorization": bearer} if (bearer := await self._tokens.bearer()) else {}
        data = None if body is None else orjson.dumps(body)
        if data is not None:
            headers["Content-Type"] = "application/json"
        try:
            with span("graph", kind="client", method=method) as one:
                async with self._session.request(
                    method, url, data=data, headers=outward(headers), allow_redirects=False
                ) as response:
                    raw = await _whole(response.content)
                    after = retry_after(response.headers.get("Retry-After"))
                    one.tell("http.response.status_code", response.status)
        except (aiohttp.ClientError, TimeoutError):
            self._counted(0)
            raise TryLater(0) from None
        self._counted(response.status)
        if response.status == 401:
            self._tokens.forget()
        return Reply(response.status, _read(raw), after)


async def _whole(content: aiohttp.StreamReader) -> bytes:
    """Read to the end: one `read` gives what has come so far, of a page of users only the beginning."""
    parts, left = list[bytes](), LARGEST
    while left > 0 and (part := await content.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _read(raw: bytes) -> dict[str, Any]:
    try:
        body = orjson.loads(raw) if raw else {}
    except orjson.JSONDecodeError:
        return {}
    return body if isinstance(body, dict) else {}
