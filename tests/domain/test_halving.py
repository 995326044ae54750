"""A whole day becomes half of one: what was agreed stays agreed, and nothing else slips through."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.halving import halve, other
from domain.home_days import Half, HomeDay, Status
from domain.refusals import Refusal, Rule
from tests.domain.strategies import days

HALVES = st.sampled_from(Half)


@given(days(), HALVES)
def test_a_live_whole_day_keeps_its_state_and_half_of_itself(day: HomeDay, keep: Half) -> None:
    whole = replace(day, half=None)
    after = halve(whole, keep, whole.on, whole.version)
    if not whole.status.is_live:
        assert after == Refusal.stale(whole.on)
        return
    assert after == replace(whole, half=keep, version=whole.version + 1)
    assert halve(after, keep, whole.on, whole.version) is after  # pressed twice
    assert halve(after, other(keep), whole.on, after.version) == Refusal.stale(whole.on)


@given(days(), HALVES, st.integers(1, 400))
def test_a_day_that_has_passed_or_changed_stays_as_it_is(day: HomeDay, keep: Half, later: int) -> None:
    whole = replace(day, half=None, status=Status.APPROVED)
    passed = halve(whole, keep, whole.on + timedelta(days=later), whole.version)
    assert passed == Refusal(Rule.DAY_HAS_PASSED, on=whole.on)
    assert halve(whole, keep, whole.on, whole.version + 1) == Refusal.stale(whole.on)
