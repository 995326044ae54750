"""The connector as the SDK's adapter calls it."""

from __future__ import annotations

from typing import Any

from botbuilder.schema import Activity, ResourceResponse

from bot.teams.connector import Connector
from bot.teams.wire import to_json


class Client:
    """Takes the place of the SDK's ConnectorClient in a turn: the four operations that a turn can ask for.

    Why not the SDK's own: docs/decisions/0002-bridge.md.
    """

    def __init__(self, connector: Connector, service_url: str) -> None:
        self._connector = connector
        self._service_url = service_url

    @property
    def conversations(self) -> Client:
        """The operations, where the SDK looks for them."""
        return self

    async def send_to_conversation(self, conversation_id: str, activity: Activity) -> ResourceResponse:
        """Send a message."""
        return await self._write("POST", (conversation_id, "activities"), activity)

    async def reply_to_activity(self, conversation_id: str, activity_id: str, activity: Activity) -> ResourceResponse:
        """Send a message that answers another."""
        return await self._write("POST", (conversation_id, "activities", activity_id), activity)

    async def update_activity(self, conversation_id: str, activity_id: str, activity: Activity) -> ResourceResponse:
        """Redraw a message."""
        return await self._write("PUT", (conversation_id, "activities", activity_id), activity)

    async def delete_activity(self, conversation_id: str, activity_id: str) -> None:
        """Take a message back."""
        await self._connector.call("DELETE", self._service_url, (conversation_id, "activities", activity_id))

    async def create_conversation(self, parameters: dict[str, Any]) -> str:
        """Open a conversation and return its id."""
        made = await self._connector.call("POST", self._service_url, (), parameters)
        return str(made.get("id") or "")

    async def _write(self, method: str, parts: tuple[str, ...], activity: Activity) -> ResourceResponse:
        answer = await self._connector.call(method, self._service_url, parts, to_json(activity))
        return ResourceResponse(id=str(answer.get("id") or ""))
