from __future__ import annotations

import pytest

from bot.feed_rate import OF_NOBODY, OF_ONE, WINDOW, FeedRate
from bot.web import TooOften


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_one_address_is_held_back_and_others_are_not() -> None:
    clock = Clock()
    rate = FeedRate(clock)
    for _ in range(OF_ONE):
        rate.ask("a")
    clock.now = 20
    with pytest.raises(TooOften) as often:
        rate.ask("a")
    assert often.value.seconds == pytest.approx(WINDOW - 20)
    rate.ask("b")
    clock.now = WINDOW
    rate.ask("a")


def test_guessing_is_held_back_and_known_addresses_are_not() -> None:
    rate = FeedRate(Clock())
    rate.ask("known")
    for number in range(OF_NOBODY):
        rate.ask(f"guess {number}")
        rate.missed(f"guess {number}")
    with pytest.raises(TooOften):
        rate.ask("one more guess")
    rate.ask("known")
