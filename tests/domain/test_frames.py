"""What a team's frames allow, and the nearest day that they do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.frames import (
    AGREED_RULES,
    Approval,
    LocalFrame,
    against,
    attends,
    differing,
    holds_at_once,
    nearest,
    workdays_ahead,
)
from domain.home_days import Half, WantedDay
from domain.overdue import is_workday
from domain.refusals import Refusal, Rule
from tests.domain.strategies import TODAY

PLAIN = LocalFrame("lars", 1, datetime(2026, 11, 2, tzinfo=UTC), date(2026, 10, 28))
MONDAY = TODAY  # 23 November 2026
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=number) for number in range(1, 5))

soon = st.dates(TODAY, TODAY + timedelta(days=90))
wanted = st.builds(WantedDay, soon, st.none() | st.sampled_from(Half))
frames = st.builds(
    LocalFrame,
    st.just("lars"),
    st.just(1),
    st.just(PLAIN.set_at),
    st.just(PLAIN.med_on),
    st.sampled_from(Approval),
    st.sets(st.integers(1, 5)).map(lambda days: tuple(sorted(days))),
    st.lists(soon, max_size=5).map(tuple),
    st.none() | st.integers(1, 5),
    st.integers(0, 20),
)
held = st.lists(wanted, max_size=8, unique_by=lambda day: day.on)


@pytest.mark.parametrize(
    ("frame", "day", "rule"),
    [
        ({"attendance": (2,)}, TUESDAY, Rule.ATTENDANCE_DAY),
        ({"attendance": (2,)}, WEDNESDAY, None),
        ({"dates": (THURSDAY,)}, THURSDAY, Rule.ATTENDANCE_DAY),
        ({"notice": 1}, MONDAY, Rule.NOTICE_TOO_SHORT),
        ({"notice": 1}, TUESDAY, None),
        ({"notice": 5}, FRIDAY, Rule.NOTICE_TOO_SHORT),
        ({"notice": 5}, MONDAY + timedelta(weeks=1), None),
        ({"most_a_week": 1}, THURSDAY, Rule.WEEK_IS_FULL),
        ({"most_a_week": 2}, THURSDAY, None),
        ({"most_a_week": 1}, MONDAY + timedelta(weeks=1), None),
        ({}, MONDAY, None),
    ],
)
def test_each_rule_is_kept(frame: dict[str, object], day: date, rule: Rule | None) -> None:
    refusal = against(replace(PLAIN, **frame), WantedDay(day), [WantedDay(WEDNESDAY)], TODAY)  # type: ignore[arg-type]
    assert (refusal.rule if refusal else None) is rule


def test_half_days_count_half_and_a_day_does_not_count_beside_itself() -> None:
    frame = replace(PLAIN, most_a_week=1)
    morning = WantedDay(TUESDAY, Half.MORNING)
    assert against(frame, WantedDay(THURSDAY, Half.AFTERNOON), [morning], TODAY) is None
    assert against(frame, WantedDay(THURSDAY), [morning], TODAY) is not None
    assert against(frame, WantedDay(TUESDAY), [morning], TODAY) is None


def test_a_day_of_presence_may_be_asked_for_expressly_but_keeps_the_other_rules() -> None:
    frame = replace(PLAIN, attendance=(2,), notice=3)
    assert against(frame, WantedDay(TUESDAY + timedelta(weeks=1)), [], TODAY, expressly=True) is None
    late = against(frame, WantedDay(TUESDAY), [], TODAY, expressly=True)
    assert late is not None
    assert late.rule is Rule.NOTICE_TOO_SHORT


def test_the_nearest_day_is_the_later_of_two() -> None:
    frame = replace(PLAIN, attendance=(3,))
    assert against(frame, WantedDay(WEDNESDAY), [], TODAY) == Refusal(
        Rule.ATTENDANCE_DAY, "ramme-samtidig", WEDNESDAY, THURSDAY
    )
    assert nearest(frame, WantedDay(WEDNESDAY), [WantedDay(THURSDAY)], TODAY) == TUESDAY


def test_where_all_are_present_all_week_no_day_is_nearest() -> None:
    refusal = against(replace(PLAIN, attendance=(1, 2, 3, 4, 5)), WantedDay(TUESDAY), [], TODAY)
    assert refusal is not None
    assert refusal.nearest is None


@given(st.none() | frames, wanted, held)
def test_the_nearest_day_keeps_all_rules_itself(
    frame: LocalFrame | None, day: WantedDay, days: list[WantedDay]
) -> None:
    refusal = against(frame, day, days, TODAY)
    if refusal is None:
        return
    assert refusal.rule in AGREED_RULES
    assert refusal.passage_id
    if refusal.nearest is not None:
        assert refusal.nearest >= TODAY
        assert is_workday(refusal.nearest)
        assert not attends(frame, refusal.nearest)
        assert against(frame, WantedDay(refusal.nearest, day.half), days, TODAY) is None
        assert refusal.nearest not in {one.on for one in days}


@given(wanted, held)
def test_without_frames_nothing_is_against_a_day_and_none_holds_at_once(day: WantedDay, days: list[WantedDay]) -> None:
    assert against(None, day, days, TODAY) is None
    assert against(PLAIN, day, days, TODAY) is None
    assert not holds_at_once(None, False)
    assert not holds_at_once(PLAIN, False)


@pytest.mark.parametrize(
    ("approval", "recurring", "at_once"),
    [
        (Approval.ONLY_RECURRING, False, True),
        (Approval.ONLY_RECURRING, True, False),
        (Approval.NONE, True, True),
        (Approval.NONE, False, True),
    ],
)
def test_which_days_hold_at_once(approval: Approval, recurring: bool, at_once: bool) -> None:
    assert holds_at_once(replace(PLAIN, approval=approval), recurring) is at_once


def test_notice_counts_working_days_only() -> None:
    assert workdays_ahead(FRIDAY, FRIDAY + timedelta(days=3)) == 1
    assert workdays_ahead(date(2026, 12, 23), date(2026, 12, 28)) == 2  # Christmas Day; Christmas Eve is worked
    assert workdays_ahead(TUESDAY, MONDAY) == 0


@given(frames)
def test_all_differs_from_nothing_and_nothing_from_itself(frame: LocalFrame) -> None:
    assert "med_on" in differing(None, frame)
    assert differing(frame, replace(frame, version=2)) == ()
