"""Who may read the numbers: whoever has the token; without a token this machine only."""

from __future__ import annotations

from hmac import compare_digest

from aiohttp import web

from bot.teams.service_urls import is_loopback

_PROXIED = ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")


class MetricsLock:
    """Holds HJEMMEBOT_METRICS_TOKEN. Fails closed: an empty one opens to loopback, with no proxy in between."""

    def __init__(self, token: str = "") -> None:
        self._token = token.encode()

    def opens(self, request: web.Request) -> bool:
        """Return whether the numbers are for this caller."""
        if self._token:
            scheme, _, given = request.headers.get("Authorization", "").partition(" ")
            return scheme.lower() == "bearer" and compare_digest(given.strip().encode(errors="replace"), self._token)
        if any(name in request.headers for name in _PROXIED):
            return False  # a proxy makes the whole world look like this machine
        return is_loopback(request.remote) and is_loopback(request.url.host)
