"""Each invariant of the soak can fail: a municipality without a fault, and one fault at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from bench.soak.found import Found, Got, Left
from bench.soak.invariants import INVARIANTS, doubles, problems
from bench.soak.reading import events, traces
from bot.feed_file import Entry, written
from domain.calendars import FeedScope
from domain.deeds import Flaw, Verdict
from domain.facts import Tally
from domain.home_days import Half, HomeDay, Status
from domain.notices import NoticeKind
from domain.people import Language, Person, Standing
from domain.preferences import Preferences
from storage import people, personal_data
from storage.database import Database
from storage.deliveries import DELIVERY, State
from storage.receivers import State as Receiving
from tests.storage.values import NOW

MONDAY = date(2026, 11, 23)
LARS, DORTE, HANNE = (Person(one, one.title(), f"{one}@soak.example") for one in ("lars", "dorte", "hanne"))
ANNA, BO = (Person(one, one.title(), f"{one}@soak.example", leader_id="lars") for one in ("anna", "bo"))
STANDINGS = {
    "anna": Standing(ANNA, LARS, DORTE),
    "bo": Standing(BO, LARS, DORTE),
    "lars": Standing(LARS),
    "dorte": Standing(DORTE),
}


def _day(number: int, who: str, on: int, status: Status, **more: Any) -> HomeDay:
    decided = {} if status is Status.ASKED else {"decided_by": "lars", "decided_at": NOW, "version": 2}
    one = UUID(int=number)
    return HomeDay(one, who, MONDAY + timedelta(on), one, status=status, asked_at=NOW, **{**decided, **more})


APPROVED = _day(1, "anna", 3, Status.APPROVED)
ASKED = _day(2, "anna", 4, Status.ASKED)
CANCELLED = _day(3, "bo", 2, Status.CANCELLED, cancellation_id=UUID(int=33))
DECLINED = _day(4, "bo", 3, Status.DECLINED)


def _left(kind: NoticeKind, to: str, day: HomeDay, **more: Any) -> Left:
    return replace(Left(kind, to, day.request_id, frozenset({day.id}), State.SENT, True), **more)


LEFT = (
    *(_left(NoticeKind.REQUEST, "lars", day) for day in (APPROVED, ASKED, CANCELLED, DECLINED)),
    _left(NoticeKind.DECISION, "anna", APPROVED),
    _left(NoticeKind.DECISION, "bo", DECLINED),
    _left(NoticeKind.CANCELLATION, "bo", CANCELLED),
    _left(NoticeKind.REDRAW, "lars", APPROVED, is_message=False),
)
GOT = (
    Got("anna", Receiving.DONE, is_sent=True, has_confirmed=True),
    Got("bo", Receiving.DONE, is_sent=True, has_confirmed=False),
    Got("lars", Receiving.DONE, is_sent=True, has_confirmed=False),
    Got("dorte", Receiving.GONE, is_sent=False, has_confirmed=False),
)
GOOD = Found(
    today=MONDAY,
    known=frozenset({"anna", "bo", "lars", "dorte"}),
    standings=STANDINGS,
    days=(APPROVED, ASKED, CANCELLED, DECLINED),
    left=LEFT,
    audience=frozenset({"anna", "bo", "lars", "dorte", "gone"}),
    receivers=GOT,
    tally=Tally(total=4, sent=3, confirmed=1, missed=1),
    confirmed=frozenset({"anna"}),
    calendars={
        "anna": frozenset({(str(APPROVED.id), APPROVED.on, None)}),
        **dict.fromkeys(("bo", "lars", "dorte"), frozenset()),
    },
    verdict=Verdict(9, "hash"),
    most_a_week={"anna": 2},
    told={"anna": 2, "bo": 3, "lars": 6},  # one twice: it was on its way when the bot was killed
    in_flight={"lars": 1},
    most_twice=1,
    answered=0,
    blocked=frozenset({"dorte"}),
    erased=frozenset({"gone"}),
    forgotten=frozenset(),
    traces=(),
    faults=(),
)


def _with(of: tuple[Any, ...], old: object, **changes: Any) -> tuple[Any, ...]:
    return tuple(replace(one, **changes) if one is old else one for one in of)


def _told(**times: int) -> dict[str, int]:
    return {**GOOD.told, **times}


def _days(*more: HomeDay, **changes: Any) -> Found:
    """Return what was found with more days of Anna's, each told of, and in her calendar where it is approved."""
    news = [_left(NEWS[day.status], TO[day.status], day, is_message=False) for day in more]
    shown = {(str(day.id), day.on, day.half) for day in more if day.status is Status.APPROVED}
    calendars = {**GOOD.calendars, "anna": GOOD.calendars["anna"] | shown}
    return replace(GOOD, **{"days": (*GOOD.days, *more), "left": (*LEFT, *news), "calendars": calendars, **changes})


NEWS = {Status.APPROVED: NoticeKind.DECISION, Status.ASKED: NoticeKind.REQUEST}
TO = {Status.APPROVED: "anna", Status.ASKED: "lars"}


def _many(weeks: int, a_week: int) -> Found:
    """Return what was found with so many more days a week, from the next week on, and no frames."""
    days = [_day(100 + n, "anna", 7 * (1 + n // a_week) + n % a_week, Status.APPROVED) for n in range(weeks * a_week)]
    return _days(*days, verdict=Verdict(99, "hash"), most_a_week={})


def _receivers(of: tuple[Got, ...], told: dict[str, int], **tally: int) -> Found:
    return replace(GOOD, receivers=of, told=_told(**told), tally=replace(GOOD.tally, **tally))


def _without(kind: NoticeKind, **told: int) -> Found:
    return replace(GOOD, left=tuple(one for one in LEFT if one.kind is not kind), told=_told(**told))


def _ending(state: State) -> Found:
    """Return what was found with a notice to Bo that ended otherwise."""
    return replace(GOOD, left=_with(LEFT, LEFT[5], state=state), told=_told(bo=2))


def _out_of_reach(*, says_so: bool, asks_deputy: bool) -> Found:
    """Return what was found where Anna's leader cannot be reached: Dorte, for whom Lars stands in."""
    gone = _left(NoticeKind.REQUEST, "dorte", ASKED, state=State.GONE)
    warned = [_left(NoticeKind.UNREACHED, "anna", ASKED, is_message=False)] if says_so else []
    left = [one for one in LEFT if asks_deputy or one is not LEFT[1]]
    standings = {**STANDINGS, "anna": Standing(ANNA, DORTE, LARS)}
    return replace(GOOD, standings=standings, left=(*left, gone, *warned), told=_told(lars=6 if asks_deputy else 5))


FAULTS: dict[str, tuple[str, Found]] = {
    "a day of nobody": ("every_day_has_an_owner", replace(GOOD, known=GOOD.known - {"anna"})),
    "a day of somebody who left": (
        "every_day_has_an_owner",
        replace(GOOD, standings={one: standing for one, standing in STANDINGS.items() if one != "anna"}),
    ),
    "a leader who was not asked": (
        "every_day_has_an_owner",
        replace(GOOD, left=(LEFT[0], *LEFT[2:]), told=_told(lars=5)),
    ),
    "nobody leads, and HR does not know": (
        "every_day_has_an_owner",
        replace(GOOD, standings={**STANDINGS, "anna": Standing(ANNA)}),
    ),
    "a leader out of reach, and no deputy asked": (
        "every_day_has_an_owner",
        _out_of_reach(says_so=True, asks_deputy=False),
    ),
    "a leader out of reach, and nobody says so": (
        "every_day_has_an_owner",
        _out_of_reach(says_so=False, asks_deputy=True),
    ),
    "a decision that left no notice": ("no_notice_is_lost", _without(NoticeKind.DECISION, anna=1, bo=2)),
    "a cancellation that left no notice": ("no_notice_is_lost", _without(NoticeKind.CANCELLATION, bo=2)),
    "an answer of HR's that left no notice": ("no_notice_is_lost", replace(GOOD, answered=1)),
    "a notice that never ended": ("no_notice_is_lost", _ending(State.SENDING)),
    "a notice that was given up": ("no_notice_is_lost", _ending(State.FAILED)),
    "a chat that is there and called gone": ("no_notice_is_lost", _ending(State.GONE)),
    "a notice sent and never taken": ("no_notice_is_lost", replace(GOOD, told=_told(anna=1))),
    "a notice taken twice without a kill": ("no_notice_is_doubled", replace(GOOD, told=_told(anna=3))),
    "a notice taken thrice over one kill": ("no_notice_is_doubled", replace(GOOD, told=_told(lars=7))),
    "more twice than can have been on their way": (
        "no_notice_is_doubled",
        replace(GOOD, told=_told(lars=7), in_flight={"lars": 2}),
    ),
    "an approved day in no calendar": (
        "calendars_equal_the_days",
        replace(GOOD, calendars={**GOOD.calendars, "anna": frozenset()}),
    ),
    "half a day as a whole one": (
        "calendars_equal_the_days",
        replace(GOOD, days=_with(GOOD.days, APPROVED, half=Half.MORNING)),
    ),
    "a cancelled day still in the calendar": (
        "calendars_equal_the_days",
        replace(GOOD, calendars={**GOOD.calendars, "bo": frozenset({(str(CANCELLED.id), CANCELLED.on, None)})}),
    ),
    "a flaw in the trail": ("the_trail_is_whole", replace(GOOD, verdict=Verdict(3, "", Flaw.CHANGED, 4))),
    "deeds that are not on the trail": ("the_trail_is_whole", replace(GOOD, verdict=Verdict(2, ""))),
    "a receiver twice": ("every_receiver_counts_once", _receivers((*GOT, GOT[0]), {"anna": 3}, total=5, sent=4)),
    "somebody forgotten": (
        "every_receiver_counts_once",
        _receivers(GOT[1:], {"anna": 1}, total=3, sent=2, confirmed=0),
    ),
    "one who was not sent to": (
        "every_receiver_counts_once",
        _receivers(_with(GOT, GOT[1], is_sent=False), {"bo": 2}, sent=2),
    ),
    "a report that miscounts": ("every_receiver_counts_once", _receivers(GOT, {}, sent=2, missed=2)),
    "a confirmation that was lost": ("every_receiver_counts_once", replace(GOOD, confirmed=frozenset({"anna", "bo"}))),
    "two live days on a date": (
        "nobody_holds_more_than_the_rules_let",
        _days(_day(9, "anna", 3, Status.ASKED)),
    ),
    "a day at home on a Saturday": ("nobody_holds_more_than_the_rules_let", _days(_day(9, "anna", 5, Status.APPROVED))),
    "a day at home at Christmas": ("nobody_holds_more_than_the_rules_let", _days(_day(9, "anna", 32, Status.APPROVED))),
    "three days in a week of two": ("nobody_holds_more_than_the_rules_let", _days(_day(9, "anna", 1, Status.APPROVED))),
    "more than two days a week on average": ("nobody_holds_more_than_the_rules_let", _many(weeks=4, a_week=3)),
    "a trace of somebody erased": ("nothing_of_the_erased_is_left", replace(GOOD, traces=("delivery",))),
    "somebody erased and still known": (
        "nothing_of_the_erased_is_left",
        replace(GOOD, erased=GOOD.erased | {"new"}, audience=GOOD.audience | {"new"}, known=GOOD.known | {"new"}),
    ),
    "a turn that fell": ("nothing_fell", replace(GOOD, faults=("a turn fell with ValueError",))),
}


def test_a_municipality_without_a_fault_passes() -> None:
    assert problems(GOOD) == {}
    assert doubles(GOOD) == 1
    assert problems(_many(weeks=4, a_week=2)) == {}
    assert problems(_out_of_reach(says_so=True, asks_deputy=True)) == {}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_by_its_invariant_and_by_no_other(fault: str) -> None:
    invariant, found = FAULTS[fault]
    assert list(problems(found)) == [invariant]


def test_every_invariant_is_shown_a_fault() -> None:
    assert {name for name, _ in FAULTS.values()} == {one.__name__ for one in INVARIANTS}


def test_a_calendar_is_read_as_it_is_written() -> None:
    morning, afternoon = (replace(APPROVED, id=UUID(int=50 + n), half=half) for n, half in enumerate(Half))
    days = (APPROVED, morning, afternoon)
    entries = [Entry(day, Preferences("anna")) for day in days]
    feed = written(entries, Language.DANISH, FeedScope.OWN, "Nyborg").decode()
    assert set(events(feed)) == {(str(day.id), day.on, day.half) for day in days}


def test_a_trace_is_found_wherever_it_stands(database: Database) -> None:
    with database.writing() as session:
        people.replace_all(session, [LARS, ANNA])
        session.connection().execute(DELIVERY.insert(), _of_anna())
        assert traces(session, [ANNA]) == ["delivery", "person"]
        assert traces(session, [BO]) == []
        personal_data.erase(session, "anna", NOW)
        assert traces(session, [ANNA]) == []


def _of_anna() -> dict[str, Any]:
    shown = {"key": "anna", "kind": "decision", "to_id": "anna", "subject": UUID(int=1), "lane": 1, "state": "sent"}
    return {
        **shown,
        "redraws": "",
        "spares": "",
        "occasion": "",
        "attempts": 1,
        "code": "",
        "not_before": NOW,
        "created_at": NOW,
    }
