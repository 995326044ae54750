from __future__ import annotations

import asyncio

import pytest

from bot.teams.order import Order


async def test_a_turn_that_fails_frees_the_conversation() -> None:
    order = Order()
    with pytest.raises(ValueError, match="x"):
        async with order.turn("a"):
            raise ValueError("x")
    async with asyncio.timeout(1), order.turn("a"):
        assert len(order) == 1
    assert len(order) == 0


async def test_one_who_waits_and_gives_up_leaves_nothing_behind() -> None:
    order = Order()
    async with order.turn("a"):
        waiting = asyncio.ensure_future(_hold(order))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        assert len(order) == 1
    assert len(order) == 0


async def _hold(order: Order) -> None:
    async with order.turn("a"):
        raise AssertionError("the conversation was taken")
