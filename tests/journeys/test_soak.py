"""A small soak on each engine: the whole week's scenes in two days, and every invariant at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.soak.invariants import problems
from bench.soak.running import soak
from bench.soak.scenes import two_days
from storage.database import Database

PEOPLE = 120


@pytest.mark.postgres
async def test_two_days_of_a_small_municipality(database: Database, database_url: str, tmp_path: Path) -> None:
    came = await soak(database_url, database, PEOPLE, 2, two_days, tmp_path, seed=1)
    found = came.found
    assert problems(found) == {}
    # it was a soak, and not a quiet day
    assert came.kills == 2
    assert came.refused > 5
    assert came.forbidden > 0
    assert len(came.walked.seconds) > 4 * PEOPLE
    assert len(found.receivers) > PEOPLE * 0.9
    assert len(found.confirmed) > PEOPLE * 0.7
    assert len(found.days) > PEOPLE * 0.8
    assert found.erased
    deeds = {
        "approve_days",
        "decline_days",
        "cancel_days",
        "acknowledge_cancellation",
        "mark_days",
        "confirm_broadcast",
    }
    assert came.walked.deeds.keys() >= deeds
