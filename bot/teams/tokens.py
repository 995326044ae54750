"""The bot's own tokens, to speak to the connector (and, with another resource, to Graph)."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import msal
import requests

from bot.chat import TryLater
from bot.settings import AppType, Settings

log = logging.getLogger("hjemmebot.teams")

_BLOCKS = {
    "key": re.compile(r"-----BEGIN (?:\w+ )?PRIVATE KEY-----.+?-----END (?:\w+ )?PRIVATE KEY-----", re.DOTALL),
    "certificate": re.compile(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL),
}
EARLY_SECONDS = 300  # a token is renewed this long before it expires
PAUSE_SECONDS = 5  # after a failure, so that a hundred messages do not wait in line for a service that is down
TIMEOUT = 10


class Source(Protocol):
    """Fetches a token. Called in a thread, for msal speaks through `requests`."""

    def __call__(self) -> Mapping[str, Any]:
        """Return msal's answer: access_token and expires_in (seconds), or error."""
        ...


class Tokens:
    """One token, kept until shortly before it expires and fetched by one caller at a time."""

    def __init__(
        self,
        settings: Settings,
        resource: str = "",
        clock: Callable[[], float] = time.monotonic,
        missed: Callable[[str], None] = lambda why: None,  # is told msal's word for it when no token is got
    ) -> None:
        self._source = _source(settings, resource or settings.connector_resource) if settings.app_id else None
        self._clock = clock
        self._missed = missed
        self._token = ""
        self._until = float("-inf")
        self._renew_at = float("-inf")
        self._fetching = asyncio.Lock()
        self._thread = ThreadPoolExecutor(1, "token")  # msal waits for the network; nothing else is to wait with it

    async def bearer(self) -> str:
        """Return the Authorization header's value, empty without an app id. Raises TryLater."""
        if self._source is None:
            return ""
        if self._is_due():
            async with self._fetching:  # those who wait get what the first one fetched
                if self._is_due():
                    await self._fetch(self._source)
        if self._clock() >= self._until:
            raise TryLater(401)
        return f"Bearer {self._token}"

    def forget(self) -> None:
        """Drop the token: it was refused."""
        self._until = self._renew_at = float("-inf")

    def _is_due(self) -> bool:
        return self._clock() >= self._renew_at

    async def _fetch(self, source: Source) -> None:
        try:
            answer = await asyncio.get_running_loop().run_in_executor(self._thread, source)
        except (
            requests.RequestException,
            OSError,
            ValueError,
            RuntimeError,
        ) as error:  # the last two: msal
            answer = {"error": type(error).__name__}
        now = self._clock()
        if "access_token" in answer:
            life = float(answer.get("expires_in") or 0)
            self._token, self._until = str(answer["access_token"]), now + life
            self._renew_at = now + max(life - EARLY_SECONDS, life / 2)
        else:  # a token that still holds is used meanwhile
            self._renew_at = now + PAUSE_SECONDS
            self._missed(str(answer.get("error")))
            log.error("no token for the connector: %s", answer.get("error"))


def _source(settings: Settings, resource: str) -> Source:
    if settings.app_type is AppType.MANAGED_IDENTITY:
        return _managed_identity(settings, resource)
    return _secret(settings, resource)


def _secret(settings: Settings, resource: str) -> Source:
    made: list[msal.ConfidentialClientApplication] = []

    def fetch() -> Mapping[str, Any]:
        if not made:  # made here and not before, because making it asks the login service for its addresses
            made.append(
                msal.ConfidentialClientApplication(
                    settings.app_id,
                    client_credential=_credential(settings),
                    authority=f"{settings.login_url.rstrip('/')}/{settings.tenant_id}",
                    validate_authority=False,
                    instance_discovery=False,
                    timeout=TIMEOUT,
                )
            )
        made[0].remove_tokens_for_client()  # we keep the token ourselves; msal would hand out the same one again
        answer: Mapping[str, Any] = made[0].acquire_token_for_client(scopes=[f"{resource}/.default"])
        return answer

    return fetch


def _credential(settings: Settings) -> str | dict[str, str]:
    """Return the secret or, where one is set, the certificate with its key; read at each start, so it can be rolled.

    Raises OSError and ValueError, which end as a failure to get a token.
    """
    if settings.app_certificate is None:
        return settings.app_password.get_secret_value()
    pem = settings.app_certificate.read_text(encoding="ascii")
    key, certificate = _BLOCKS["key"].search(pem), _BLOCKS["certificate"].search(pem)
    if key is None or certificate is None:
        raise ValueError("the certificate file needs a private key and a certificate, both PEM")
    return {"private_key": key[0], "public_certificate": certificate[0]}


def _managed_identity(settings: Settings, resource: str) -> Source:
    identity = msal.UserAssignedManagedIdentity(client_id=settings.app_id)
    client = msal.ManagedIdentityClient(identity, http_client=requests.Session())

    def fetch() -> Mapping[str, Any]:
        answer: Mapping[str, Any] = client.acquire_token_for_client(resource=resource)
        return answer

    return fetch
