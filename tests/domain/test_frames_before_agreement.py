"""What a team has settled comes before an agreement."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.frames import LocalFrame, needed_for_agreement
from domain.people import Person
from domain.refusals import Refusal, Rule


@pytest.mark.parametrize(("by", "about"), [("lars", "lars"), ("anna", None), ("dorte", None)])
def test_an_agreement_waits_for_the_frames_of_a_team_with_a_leader(by: str, about: str | None) -> None:
    lars = Person("lars", "Lars Bæk")
    refusal = needed_for_agreement(None, lars, by)
    assert refusal == Refusal(Rule.NEEDS_FRAMES, "ramme-med", about=about, who="Lars")
    assert needed_for_agreement(None, None, by) is None
    assert needed_for_agreement(LocalFrame("lars", 1, datetime.now(UTC), date(2026, 11, 2)), lars, by) is None
