"""What only a hand-made request can hold: bytes that are no text, paths that climb, bodies that never end."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.teams import exchange
from tests.edge.running import Echo, Running, activity

TOKEN = b"x" * 43


async def status(bot: Running, request: bytes) -> int:
    """Send bytes as they are and return the status of the answer."""
    host, port = bot.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        writer.write(request)
        await writer.drain()
        line = await asyncio.wait_for(reader.readline(), 5)
    finally:
        writer.close()
    return int(line.split()[1])


def posted(bot: Running, headers: bytes, host: bytes = b"127.0.0.1") -> bytes:
    """Return a message with these headers added."""
    body = json.dumps(activity("personal_message") | {"serviceUrl": bot.service_url}).encode()
    head = b"POST /api/messages HTTP/1.1\r\nHost: %b\r\nContent-Type: application/json\r\n%bContent-Length: %d\r\n\r\n"
    return head % (host, headers, len(body)) + body


def got(path: bytes, headers: bytes = b"") -> bytes:
    """Return a GET of a path that no client would mend."""
    return b"GET %b HTTP/1.1\r\nHost: 127.0.0.1\r\n%b\r\n" % (path, headers)


@pytest.mark.parametrize(
    "sent",
    [
        b"Authorization: Bearer \xff\xfe.a.b\r\n",
        b"Authorization: Bearer a.\xff.b\r\n",
        b"Authorization: \xff\r\n",
        b"Authorization: Bearer eyJhbGciOiJSUzI1NiJ9..\r\n",
        b"Authorization:\r\n",
    ],
)
async def test_a_token_that_is_no_text_is_401_and_no_fault(guarded: Running, echo: Echo, sent: bytes) -> None:
    assert await status(guarded, posted(guarded, sent)) == 401
    assert echo.said == []


@pytest.mark.parametrize(
    "sent",
    [
        b"Content-Encoding: br\r\n",
        b"Content-Encoding: deflate\r\n",
        b"Content-Length: 5\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Host: evil.example\r\n",
        b"X-Long: %b\r\n" % (b"a" * 20_000),
    ],
)
async def test_headers_that_contradict_each_other_are_refused(bot: Running, echo: Echo, sent: bytes) -> None:
    assert await status(bot, posted(bot, sent)) == 400
    assert echo.said == []


@pytest.mark.parametrize(
    "path",
    [
        b"/calendar/../api/messages",
        b"/calendar/%2e%2e%2fetc%2fpasswd.ics",
        b"/calendar/..%2f..%2fdata%2fhjemmebot.db",
        b"/calendar/" + b"%2e" * 43 + b".ics",
        b"/calendar/" + TOKEN + b".ics%00",
        b"/calendar/" + TOKEN + b".exe",
        b"/calendar/" + TOKEN + b".json/..",
        b"/calendar/" + b"x" * 129 + b".json",
        b"/calendar/%ff.pdf",
        b"//metrics",
        b"/%ff",
    ],
)
async def test_no_path_leads_anywhere_but_to_the_routes(bot: Running, path: bytes) -> None:
    assert await status(bot, got(path)) == 404


async def test_a_body_that_drips_is_given_up(bot: Running, echo: Echo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "SLOWEST_BODY", 0.2)
    whole = posted(bot, b"")
    assert await status(bot, whole[:-20]) == 408
    assert echo.said == []
