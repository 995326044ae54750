"""Ready, part by part: what raises or hangs is not, and asking over and over costs nothing."""

from __future__ import annotations

import asyncio

from bot.readiness import Readiness


class Behind:
    """A part that can be told what to answer."""

    def __init__(self) -> None:
        self.asked = 0
        self.ready = True
        self.free = asyncio.Event()
        self.free.set()

    async def __call__(self) -> bool:
        self.asked += 1
        await self.free.wait()
        return self.ready


async def _falls() -> bool:
    raise OSError("away")


async def test_each_part_answers_for_itself() -> None:
    whole, away = Behind(), Behind()
    away.ready = False
    found = await Readiness({"whole": whole, "away": away, "falls": _falls})()
    assert found == {"whole": True, "away": False, "falls": False}


async def test_what_hangs_is_not_ready_is_asked_once_and_counts_again_when_it_answers() -> None:
    hangs, whole = Behind(), Behind()
    hangs.free.clear()
    ready = Readiness({"hangs": hangs, "whole": whole}, seconds=0.02, fresh=0)
    assert await ready() == {"hangs": False, "whole": True}
    assert await ready() == {"hangs": False, "whole": True}
    assert (hangs.asked, whole.asked) == (1, 2)
    hangs.free.set()
    assert await ready() == {"hangs": True, "whole": True}


async def test_many_who_ask_at_once_are_one_question() -> None:
    part = Behind()
    ready = Readiness({"part": part})
    assert await asyncio.gather(*(ready() for _ in range(50))) == [{"part": True}] * 50
    part.ready = False
    assert (await ready(), part.asked) == ({"part": True}, 1)
