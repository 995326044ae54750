"""Days to choose instead of cancelled ones keep all rules, and picking is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from domain.frames import LocalFrame, against
from domain.home_days import Half, HomeDay, Status, WantedDay
from domain.overdue import is_workday
from domain.radar import counted, effect, monday_of
from domain.replacement import WEEKS, picked, possible, request_of
from tests.domain.strategies import TODAY

CANCELLATION = UUID(int=7)
FRAME = LocalFrame("lars", 1, datetime(2026, 11, 2, tzinfo=UTC), date(2026, 10, 28), replacement=True)
THURSDAY = TODAY + timedelta(days=3)


def day(on: date, status: Status = Status.APPROVED, half: Half | None = None, request: UUID | None = None) -> HomeDay:
    cancelled = CANCELLATION if status is Status.CANCELLED else None
    return HomeDay(uuid4(), "anna", on, request or uuid4(), half, status, cancellation_id=cancelled)


GONE = [day(THURSDAY, Status.CANCELLED)]


def dates(frame: LocalFrame | None, gone: list[HomeDay], known: list[HomeDay], today: date = TODAY) -> list[date]:
    return [one.on for one in possible(frame, gone, [*gone, *known], today)]


def test_the_rest_of_the_week_and_the_next_two_are_offered_from_tomorrow_on() -> None:
    offered = dates(FRAME, GONE, [])
    assert offered[:3] == [TODAY + timedelta(days=number) for number in (1, 2, 4)]
    assert offered[-1] == TODAY + timedelta(days=18)


def test_nothing_is_offered_where_the_frames_do_not_allow_it() -> None:
    assert dates(None, GONE, []) == []
    assert dates(replace(FRAME, replacement=False), GONE, []) == []


def test_presence_notice_and_the_number_a_week_are_kept() -> None:
    frame = replace(FRAME, attendance=(2,), notice=4, most_a_week=1)
    assert dates(frame, GONE, [day(TODAY + timedelta(days=9))]) == [
        TODAY + timedelta(days=number) for number in (4, 14, 16, 17, 18)
    ]


def test_a_day_that_crosses_the_two_day_average_is_not_offered() -> None:
    full = [day(TODAY + timedelta(days=7 * week + number)) for week in (-2, -1) for number in range(4)]
    assert dates(FRAME, GONE, full) == [TODAY + timedelta(days=number) for number in (14, 15, 16, 17, 18)]


def test_each_cancelled_day_is_replaced_once_and_a_declined_choice_leaves_room() -> None:
    chosen = THURSDAY + timedelta(days=5)
    for status, left in ((Status.ASKED, False), (Status.APPROVED, False), (Status.DECLINED, True)):
        one = day(chosen, status, request=request_of(CANCELLATION, chosen))
        assert picked(GONE, [one, day(chosen)]) == (one,)
        assert bool(dates(FRAME, GONE, [one])) is left
        assert chosen not in dates(FRAME, GONE, [one])


def test_half_a_day_is_replaced_by_half_a_day() -> None:
    gone = [day(THURSDAY, Status.CANCELLED, Half.MORNING)]
    assert {one.half for one in possible(FRAME, gone, gone, TODAY)} == {Half.MORNING}


frames = st.builds(
    lambda weekdays, most, notice: replace(FRAME, attendance=tuple(sorted(weekdays)), most_a_week=most, notice=notice),
    st.sets(st.integers(1, 5)),
    st.none() | st.integers(1, 5),
    st.integers(0, 20),
)
near = st.dates(TODAY - timedelta(days=30), TODAY + timedelta(days=40))
known_days = st.lists(st.builds(day, near, st.sampled_from(Status)), max_size=30, unique_by=lambda one: one.on)


@given(frames, known_days, near)
def test_each_day_that_is_offered_keeps_all_rules(frame: LocalFrame, known: list[HomeDay], gone_on: date) -> None:
    gone = [day(gone_on, Status.CANCELLED)]
    everything = [*gone, *(one for one in known if one.on != gone_on)]
    held = [WantedDay(one.on, one.half) for one in everything if one.status.is_live]
    for one in possible(frame, gone, everything, TODAY):
        assert one.on > TODAY
        assert is_workday(one.on)
        assert one.on not in {other.on for other in held}
        assert monday_of(gone_on) <= one.on < monday_of(gone_on) + timedelta(weeks=WEEKS)
        assert against(frame, one, held, TODAY) is None
        change = effect(counted(everything, TODAY), [one])
        assert change is not None
        assert change.crossing is None
