"""Many people at once on the whole house, over HTTP: nothing falls and no update is lost. The bench says how fast."""

from __future__ import annotations

from bench.crowd import crowd
from bench.ours.crowd import MEMBERS


async def test_a_crowd_is_answered_and_nothing_is_lost(empty_url: str) -> None:
    teams = 3
    came_to = await crowd(empty_url, teams)
    assert came_to.people == teams * (MEMBERS + 2)
    assert came_to.faults == ()
    assert came_to.lost == ()
