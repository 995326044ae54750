"""Installs the app for somebody whom the bot has not met, so that it can write first (Microsoft Graph).

Permission TeamsAppInstallation.ReadWriteSelfForUser.All: this app, for users, and no other app. The manifest names the
app's registration in `webApplicationInfo`, or Graph does not take the app for its own.
"""

from __future__ import annotations

from bot.chat import NotReachable, TryLater
from bot.graph.client import GraphClient

INSTALLED_ALREADY = 409
LATER = frozenset({401, 408, 423, 429})


class Installing:
    """Installs one app of the tenant's catalogue. `app` is its id there, not the bot's app id."""

    def __init__(self, client: GraphClient, app: str) -> None:
        self._client = client
        self._app = app

    async def start(self) -> None:
        """Open the session. Needs the running loop."""
        await self._client.start()

    async def stop(self) -> None:
        """Close it."""
        await self._client.stop()

    async def install(self, person_id: str) -> None:
        """Have the app installed for a person by Entra object id; whoever has it already keeps it.

        Raises NotReachable where it is not allowed (403), the person is not known (404) or Graph refuses the app (400),
        and TryLater for all else.
        """
        body = {"teamsApp@odata.bind": f"{self._client.base}/appCatalogs/teamsApps/{self._app}"}
        reply = await self._client.ask("POST", "users", person_id, "teamwork", "installedApps", body=body)
        if reply.status < 300 or reply.status == INSTALLED_ALREADY:
            return
        if reply.status >= 500 or reply.status in LATER:
            raise TryLater(reply.status, reply.after)
        raise NotReachable(f"Install{reply.status}")
