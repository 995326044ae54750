"""Which connectors the bot speaks with. A token goes to no other host."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address

from yarl import URL

from bot.settings import Settings

_Origin = tuple[str, str, int | None]


class ServiceUrls:
    """The allowed connectors, from HJEMMEBOT_SERVICE_URLS; without an app id also every connector on loopback."""

    def __init__(self, settings: Settings) -> None:
        self._origins = {origin for url in settings.service_urls if (origin := _origin(url))}
        self._loopback_too = not settings.app_id

    def allow(self, service_url: str) -> bool:
        """Return whether this is one of ours: same scheme, host and port. The path may differ (region, tenant)."""
        origin = _origin(service_url)
        if origin is None:
            return False
        return origin in self._origins or (self._loopback_too and is_loopback(origin[1]))


def is_loopback(host: str | None) -> bool:
    """Return whether a host or address is this machine."""
    if host == "localhost":
        return True
    try:
        address = ip_address(host or "")
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


@lru_cache(256)
def _origin(url: str) -> _Origin | None:
    # yarl reads it, as it does when the message is sent: two readers might see two hosts in one odd address.
    try:
        read = URL(url)
    except ValueError:
        return None
    if read.scheme not in {"http", "https"} or not read.host or read.user is not None:
        return None
    return read.scheme, read.host, read.port
