"""The chat that a turn answers in."""

from __future__ import annotations

from botbuilder.core import TurnContext

from bot.teams.outbound import message
from cards.drawn import Drawn


class TurnChat:
    """bot.chat.Chat over the SDK's turn, so that the SDK's middleware sees what is sent."""

    def __init__(self, context: TurnContext) -> None:
        self._context = context

    async def say(self, drawn: Drawn) -> str:
        """Send a message and return its activity id."""
        sent = await self._context.send_activity(message(drawn))
        return (sent.id if sent else None) or ""

    async def replace(self, card_id: str, drawn: Drawn) -> None:
        """Redraw a card that is already in the chat."""
        activity = message(drawn)
        activity.id = card_id
        await self._context.update_activity(activity)
