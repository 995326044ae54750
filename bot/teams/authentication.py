"""Our own parts where the SDK's adapter asks for its authentication: all they do is hand it our connector."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from botbuilder.schema import Activity
from botframework.connector.auth import BotFrameworkAuthentication, ClaimsIdentity
from botframework.connector.auth.authenticate_request_result import AuthenticateRequestResult
from botframework.connector.auth.connector_factory import ConnectorFactory

from bot.teams.client import Client
from bot.teams.connector import Connector


class Clients(ConnectorFactory):  # type: ignore[misc]  # the SDK has no types
    """Makes the connector client of a turn; it is two words and needs no cache."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector

    async def create(self, service_url: str, audience: str = "") -> Client:
        """Return the client for a connector."""
        return Client(self._connector, service_url)


class Authentication(BotFrameworkAuthentication):  # type: ignore[misc]  # the SDK has no types
    """What a turn gets after bot.teams.trust has let it in. Nothing is checked here, so tokens are refused."""

    def __init__(self, connector: Connector) -> None:
        self._clients = Clients(connector)

    def passed(self, claims: Mapping[str, Any], audience: str) -> AuthenticateRequestResult:
        """Return the result of a check that bot.teams.trust has made."""
        result = AuthenticateRequestResult()
        result.audience = audience
        result.claims_identity = ClaimsIdentity(dict(claims), is_authenticated=True)
        result.connector_factory = self._clients
        return result

    async def authenticate_request(self, activity: Activity, auth_header: str) -> AuthenticateRequestResult:
        """Refuse: bot.teams.trust is the only door."""
        raise PermissionError

    async def authenticate_streaming_request(
        self, auth_header: str, channel_id_header: str
    ) -> AuthenticateRequestResult:
        """Refuse: bot.teams.trust is the only door."""
        raise PermissionError

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        """Return where clients are made."""
        return self._clients

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """Return none: the bot never acts in a person's name, and the SDK's takes milliseconds to make."""
        return
