"""The town's clock."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.clock import FURTHEST, Clock
from bot.minds import now_here


def test_it_goes_as_the_machine_in_copenhagen_until_it_is_moved(tmp_path: Path) -> None:
    clock = Clock(tmp_path / "clock.txt")
    assert abs(clock.now() - now_here()) < timedelta(seconds=5)
    assert str(clock.now().tzinfo) == "Europe/Copenhagen"


def test_it_moves_and_remembers(tmp_path: Path) -> None:
    day = now_here().date() + timedelta(days=200)
    moved = Clock(tmp_path / "clock.txt").move_to(day)
    assert moved.date() == day
    assert moved.hour == now_here().hour or moved.minute == 0
    again = Clock(tmp_path / "clock.txt")
    assert again.now().date() == day
    again.reset()
    assert Clock(tmp_path / "clock.txt").now().date() == now_here().date()


def test_it_does_not_move_out_of_sight(tmp_path: Path) -> None:
    clock = Clock(tmp_path / "clock.txt")
    with pytest.raises(ValueError, match="too far"):
        clock.move_to(now_here().date() + FURTHEST + timedelta(days=1))
    assert clock.now().date() == now_here().date()


@pytest.mark.parametrize("kept", ["", "x", "99999"])
def test_a_broken_file_means_today(tmp_path: Path, kept: str) -> None:
    (tmp_path / "clock.txt").write_text(kept, encoding="ascii")
    assert Clock(tmp_path / "clock.txt").now().date() == now_here().date()
