"""Who may speak to the bot. Nothing is read into, stored or answered before this has said yes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt

from bot.settings import Settings
from bot.teams.activity import Incoming
from bot.teams.keys import Keys, KeysUnavailable
from bot.teams.service_urls import ServiceUrls, is_loopback

LEEWAY = 300  # seconds by which clocks may differ
CHANNEL = "msteams"  # others, such as the web chat that each bot in Azure has, let a page say who speaks
REQUIRED = ["exp", "iss", "aud", "serviceurl"]


class _UnknownKey(jwt.InvalidTokenError):
    """The issuer has no such key, or it may not vouch for Teams."""


_FLAWS: dict[type[Exception], str] = {
    _UnknownKey: "unknown_key",
    jwt.ExpiredSignatureError: "expired",
    jwt.ImmatureSignatureError: "not_yet",
    jwt.InvalidAudienceError: "audience",
    jwt.InvalidIssuerError: "issuer",
    jwt.InvalidSignatureError: "signature",
}


class TurnedAway(Exception):
    """The request is not answered; `status` is the HTTP status and `why` one word for the log and the counter.

    Where the token is at fault, `token` is one word for what is wrong with it.
    """

    def __init__(self, status: int, why: str, token: str = "") -> None:
        super().__init__(why)
        self.token = token
        self.status = status
        self.why = why


@dataclass(frozen=True, slots=True)
class Caller:
    """What the HTTP request tells of who called."""

    authorization: str
    remote: str | None
    host: str  # the Host header, without the port
    forwarded: bool = False  # a proxy handed the request on


class Trust:
    """Checks the token, the connector and the tenant of an activity.

    Sources: "Authenticate requests from the Bot Connector service to your bot" and its seven token checks.
    """

    def __init__(self, settings: Settings, keys: Keys, service_urls: ServiceUrls) -> None:
        self._app_id = settings.app_id
        self._tenant_id = settings.tenant_id.lower()
        self._keys = keys
        self._service_urls = service_urls

    async def check(self, caller: Caller, incoming: Incoming) -> Mapping[str, Any]:
        """Return the token's claims (none without an app id). Raises TurnedAway with 401, 403 or 503."""
        claims = await self._claims(caller, incoming) if self._app_id else self._on_this_machine(caller)
        if not self._service_urls.allow(incoming.service_url):
            raise TurnedAway(403, "foreign_service_url")
        if self._tenant_id and incoming.tenant.lower() != self._tenant_id:
            raise TurnedAway(403, "foreign_tenant")
        return claims

    @staticmethod
    def _on_this_machine(caller: Caller) -> Mapping[str, Any]:
        # The Host header is checked because a web page could point its own name at 127.0.0.1 (DNS rebinding),
        # and a proxy or tunnel would make the whole world look like this machine.
        if not is_loopback(caller.remote) or not is_loopback(caller.host) or caller.forwarded:
            raise TurnedAway(403, "not_this_machine")
        return {}

    async def _claims(self, caller: Caller, incoming: Incoming) -> Mapping[str, Any]:
        scheme, _, token = caller.authorization.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise TurnedAway(401, "no_token", "none")
        try:
            claims = await self._verified(token.strip(), incoming.channel_id)
        except (jwt.PyJWTError, UnicodeError) as fault:  # a header's bytes may be no text at all
            raise TurnedAway(401, "bad_token", _FLAWS.get(type(fault), "malformed")) from None
        except KeysUnavailable:
            raise TurnedAway(503, "no_keys", "no_keys") from None
        if incoming.channel_id != CHANNEL:
            raise TurnedAway(403, "foreign_channel")
        if claims["serviceurl"] != incoming.service_url:
            raise TurnedAway(401, "other_service_url", "other_service_url")
        return claims

    async def _verified(self, token: str, channel: str) -> Mapping[str, Any]:
        header = jwt.get_unverified_header(token)
        if header.get("alg") != "RS256" or not isinstance(header.get("kid"), str):
            raise jwt.InvalidTokenError
        key = await self._keys.find(header["kid"])
        if key is None or channel not in key.endorsements:
            raise _UnknownKey
        claims: Mapping[str, Any] = jwt.decode(
            token,
            key.key,
            algorithms=["RS256"],
            audience=self._app_id,
            issuer=self._keys.issuer,
            leeway=LEEWAY,
            options={"require": REQUIRED, "strict_aud": True},
        )
        return claims
