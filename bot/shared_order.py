"""One turn at a time in each conversation, also when several replicas serve the same town."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.teams.order import Order
from storage.errors import Unusable
from storage.turnstile import Turnstile

log = logging.getLogger("hjemmebot.turn")

LOOK_AGAIN = 0.02  # seconds
PATIENCE = 15.0  # seconds; Teams itself gives up then, and versions keep the state right in any case


class SharedOrder(Order):
    """First the line of this process, then the turnstile that all replicas share."""

    def __init__(self, turnstile: Turnstile, patience: float = PATIENCE) -> None:
        super().__init__()
        self._turnstile = turnstile
        self._patience = patience

    @asynccontextmanager
    async def turn(self, conversation_id: str) -> AsyncIterator[None]:
        """Wait for the conversation to be free everywhere and hold it."""
        async with super().turn(conversation_id):
            entered = await self._enter(conversation_id)
            try:
                yield
            finally:
                if entered:  # shielded: whoever hung up must not leave the chat locked
                    await asyncio.shield(asyncio.to_thread(self._turnstile.leave, conversation_id))

    async def _enter(self, conversation_id: str) -> bool:
        until = time.monotonic() + self._patience
        try:
            while not await asyncio.to_thread(self._turnstile.enter, conversation_id):
                if time.monotonic() > until:
                    log.warning("a turn went on although another replica still holds its chat")
                    return False
                await asyncio.sleep(LOOK_AGAIN)
        except Unusable as fault:  # the turn itself will find the database away, and say so kindly
            log.warning("the order over replicas is not kept: %s", type(fault).__name__)
            return False
        return True
