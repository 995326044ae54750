"""Who may come in: this machine, under a name of its own, and no other site's page."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse with 403 what comes from elsewhere: another machine, a name that points here (DNS rebinding), or a site.

    In the demo nobody is asked for a token, so this is the lock of every door of the house, the bot's own included.
    """
    host = urlsplit(f"//{request.host}").hostname or ""
    if not _is_loopback(request.remote) or host not in _NAMES:
        raise web.HTTPForbidden(text="the demo is for this machine only")
    origin = request.headers.get("Origin")
    from_the_page = origin is not None and urlsplit(origin).netloc == request.host
    asks_as_a_page = origin is not None or (request.method != "GET" and request.path.startswith("/demo/"))
    if asks_as_a_page and not from_the_page:
        raise web.HTTPForbidden(text="only the page itself may do that")
    return await handler(request)


def _is_loopback(remote: str | None) -> bool:
    with contextlib.suppress(ValueError):
        return ip_address(remote or "").is_loopback
    return False
