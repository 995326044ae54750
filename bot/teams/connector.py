"""Speaking to the Bot Connector: one session, connections kept, bounded retries, three kinds of failure."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import aiohttp
import orjson
from yarl import URL

from bot.chat import NotReachable, TooLarge, TryLater
from bot.settings import Settings
from bot.teams.outbound import LARGEST_MESSAGE
from bot.teams.patience import RETRIED, Patience, retry_after
from bot.teams.service_urls import ServiceUrls
from bot.teams.tokens import Tokens
from bot.tracing import outward, span

log = logging.getLogger("hjemmebot.teams")

MOST_CONNECTIONS = 32
KEPT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    body: object = None
    after: float | None = None


class Connector:
    """The sender. `counted` is told the outcome of each message: sent, not_reachable, try_later or too_large.

    And "throttled" of each request that was answered with 429, though the message may have got through later.
    """

    def __init__(
        self,
        settings: Settings,
        counted: Callable[[str], None] = lambda outcome: None,
        patience: Patience | None = None,
        tokens: Tokens | None = None,
    ) -> None:
        self._service_urls = ServiceUrls(settings)
        self._tokens = tokens or Tokens(settings)
        self._patience = patience or Patience()
        self._counted = counted
        self._session: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        """Open the session. Needs the running loop."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=MOST_CONNECTIONS, keepalive_timeout=KEPT_SECONDS),
                timeout=aiohttp.ClientTimeout(total=self._patience.timeout),
                headers={"Accept": "application/json", "Content-Type": "application/json; charset=utf-8"},
                cookie_jar=aiohttp.DummyCookieJar(),
            )

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def call(
        self, method: str, service_url: str, parts: tuple[str, ...], body: object = None, *, once: bool = False
    ) -> dict[str, Any]:
        """Ask `/v3/conversations/…parts` of a connector and return its JSON object. Bytes are JSON already.

        `once` leaves trying again to whoever can put the message aside.

        Raises NotReachable (403, 404, or a connector that is not ours), TooLarge (413, or over 100 KB and not sent)
        and TryLater (all else, after bounded retries).
        """
        try:
            answer = await self._call(method, service_url, parts, body, once)
        except (NotReachable, TooLarge, TryLater) as failure:
            self._counted(_OUTCOMES[type(failure)])
            raise
        self._counted("sent")
        return answer

    async def _call(
        self, method: str, service_url: str, parts: tuple[str, ...], body: object, once: bool
    ) -> dict[str, Any]:
        if not self._service_urls.allow(service_url):
            raise NotReachable("ForeignServiceUrl")
        path = "/".join(("v3", "conversations", *(quote(part, safe="") for part in parts)))
        url = URL(f"{service_url.rstrip('/')}/{path}", encoded=True)
        data = _written(body)
        if len(data) > LARGEST_MESSAGE:
            raise TooLarge
        if once:
            reply = await self._once(method, url, data)
            if reply.status == 401:
                self._tokens.forget()
            if reply.status >= 300:
                raise _failure(reply)
            return reply.body if isinstance(reply.body, dict) else {}
        return await self._insist(method, url, data)

    async def _insist(self, method: str, url: URL, data: bytes) -> dict[str, Any]:
        attempt, refused = 0, False
        while True:
            attempt += 1
            reply = await self._once(method, url, data)
            if reply.status < 300:
                return reply.body if isinstance(reply.body, dict) else {}
            if reply.status == 401 and not refused:
                refused = True
                self._tokens.forget()
                continue
            wait = self._patience.wait(attempt, reply.after) if reply.status in RETRIED else None
            if wait is None:
                raise _failure(reply)
            await asyncio.sleep(wait)

    async def _once(self, method: str, url: URL, data: bytes) -> _Reply:
        if self._session is None:
            raise TryLater(503)
        bearer = await self._tokens.bearer()
        headers = {"Authorization": bearer} if bearer else {}
        with span("send", kind="client", method=method) as one:
            reply = await self._request(self._session, method, url, data, outward(headers))
            one.tell("http.response.status_code", reply.status)
            return reply

    async def _request(
        self, session: aiohttp.ClientSession, method: str, url: URL, data: bytes, headers: dict[str, str]
    ) -> _Reply:
        try:
            async with session.request(
                method, url, data=data or None, headers=headers, allow_redirects=False
            ) as response:
                body = _json(await response.read())
                if response.status == 429:
                    self._counted("throttled")
                return _Reply(response.status, body, retry_after(response.headers.get("Retry-After")))
        except (aiohttp.ClientConnectorError, aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
            return _Reply(503)  # not taken, or a kept connection that had just been closed: worth another try
        except (aiohttp.ClientError, TimeoutError) as error:
            if method == "POST":
                # It may well have been delivered; to post it again would say it twice.
                log.warning("the connector did not answer: %s", type(error).__name__)
                raise TryLater(504) from None
            return _Reply(504)


def _written(body: object) -> bytes:
    if isinstance(body, bytes):
        return body
    return b"" if body is None else orjson.dumps(body)


def _json(body: bytes) -> object:
    try:
        read: object = orjson.loads(body) if body else None
        return read
    except orjson.JSONDecodeError:
        return None


_OUTCOMES = {NotReachable: "not_reachable", TooLarge: "too_large", TryLater: "try_later"}


def _failure(reply: _Reply) -> NotReachable | TooLarge | TryLater:
    if reply.status in {403, 404}:
        return NotReachable(_sub_code(reply))
    if reply.status == 413:
        return TooLarge()
    if reply.status != 429:
        log.warning("the connector answered %d", reply.status)
    return TryLater(reply.status, reply.after)


def _sub_code(reply: _Reply) -> str:
    """Return why, as Teams says it: in error.code, or in JSON inside error.message ("subCode")."""
    error = reply.body.get("error") if isinstance(reply.body, dict) else None
    if not isinstance(error, dict):
        return str(reply.status)
    inner = _json(error["message"].encode()) if isinstance(error.get("message"), str) else None
    code = inner.get("subCode") if isinstance(inner, dict) else None
    return str(code or error.get("code") or reply.status)
