from __future__ import annotations

from bot.teams import arrivals
from bot.teams.arrivals import Arrivals


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_arrival_is_known_for_a_while_only() -> None:
    clock = Clock()
    seen = Arrivals(600, clock)
    assert not seen.is_known("a")
    seen.note("a")
    clock.now = 599
    assert seen.is_known("a")
    assert not seen.is_known("b")
    clock.now = 600
    assert not seen.is_known("a")


def test_no_more_are_remembered_than_a_few_thousand() -> None:
    seen = Arrivals()
    for number in range(arrivals.MOST_REMEMBERED + 5):
        seen.note(str(number))
    assert not seen.is_known("4")
    assert seen.is_known("5")


def test_a_removal_is_forgotten_for() -> None:
    seen = Arrivals()
    seen.forget("a")
    seen.note("a")
    seen.forget("a")
    assert not seen.is_known("a")
