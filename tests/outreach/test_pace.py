"""Never more than the rate in any second, the urgent first, and what one chat takes."""

from __future__ import annotations

import asyncio
import time
from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.outreach.chat_pace import LIMITS, ChatPace
from bot.outreach.pace import Pace
from domain.notices import Lane


async def _request(pace: Pace, lane: Lane, seconds: float, at: list[float]) -> None:
    async with pace.turn(lane):
        await asyncio.sleep(seconds / 2)
        at.append(time.monotonic())  # it arrives
        await asyncio.sleep(seconds / 2)


def _busiest(at: list[float]) -> int:
    at = sorted(at)
    return max(index + 1 - bisect_left(at, moment - 1.0) for index, moment in enumerate(at))


@pytest.mark.parametrize("seconds", [0.0, 0.03])
async def test_no_second_holds_more_than_the_rate_and_none_is_wasted(seconds: float) -> None:
    pace, at = Pace(40), list[float]()
    await asyncio.gather(*(_request(pace, Lane.BROADCAST, seconds, at) for _ in range(120)))
    assert _busiest(at) <= 40
    assert max(at) - min(at) < 3.5


async def test_an_urgent_request_does_not_wait_for_broadcasts() -> None:
    pace, at = Pace(20), list[float]()
    many = [asyncio.create_task(_request(pace, Lane.BROADCAST, 0, at)) for _ in range(60)]
    await asyncio.sleep(0.3)
    began = time.monotonic()
    urgent = list[float]()
    await _request(pace, Lane.CANCELLATION, 0, urgent)
    assert urgent[0] - began < 0.15, "the next place is its own"
    await asyncio.gather(*(_request(pace, Lane.CANCELLATION, 0, urgent) for _ in range(10)))
    assert time.monotonic() - began < 1.2
    assert _busiest(at + urgent) <= 20
    for task in many:
        task.cancel()
    await asyncio.gather(*many, return_exceptions=True)


async def test_without_a_share_nothing_leaves_until_there_is_one() -> None:
    pace, at = Pace(10), list[float]()
    pace.rate = 0.0
    waiting = asyncio.create_task(_request(pace, Lane.DECISION, 0, at))
    await asyncio.sleep(0.05)
    assert at == []
    pace.rate = 5.0
    await asyncio.wait_for(waiting, 1)
    assert len(at) == 1


async def test_who_gives_up_waiting_takes_no_turn() -> None:
    pace, at = Pace(2), list[float]()
    await asyncio.gather(*(_request(pace, Lane.CANCELLATION, 0, at) for _ in range(2)))
    given_up = [asyncio.create_task(_request(pace, Lane.DECISION, 0, at)) for _ in range(50)]
    await asyncio.sleep(0.05)
    for task in given_up:
        task.cancel()
    await asyncio.gather(*given_up, return_exceptions=True)
    async with asyncio.timeout(2):
        await _request(pace, Lane.DECISION, 0, at)
    assert len(at) == 3


async def test_less_than_one_a_second() -> None:
    pace, at = Pace(0.8), list[float]()
    await asyncio.gather(*(_request(pace, Lane.CANCELLATION, 0, at) for _ in range(2)))
    assert at[1] - at[0] >= 1.25


@given(st.lists(st.floats(0, 40), min_size=1, max_size=120))
def test_no_chat_gets_more_than_it_takes(pauses: list[float]) -> None:
    now, sent = [0.0], list[float]()
    chats = ChatPace(lambda: now[0])
    for pause in pauses:
        now[0] += pause / 10
        now[0] += chats.wait("a")
        chats.note("a")
        sent.append(now[0])
    for seconds, most in LIMITS:
        for index in range(most, len(sent)):
            assert sent[index] - sent[index - most] >= seconds - 1e-6


def test_quiet_chats_are_forgotten() -> None:
    now = [0.0]
    chats = ChatPace(lambda: now[0])
    for number in range(10_000):
        now[0] += 0.1
        chats.note(f"a:{number}")
    assert len(chats._sent) < 4_500
