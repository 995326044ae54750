from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given

from domain.home_days import Half, HomeDay, Status
from storage import home_days
from storage.database import Database
from storage.errors import Conflict, Taken
from tests.storage.together import at_once
from tests.storage.values import MONDAY, NOW, a_day, many
from tests.storage.values import home_days as any_day

TUESDAY = MONDAY + timedelta(days=1)
FRIDAY = MONDAY + timedelta(days=4)


def _store(database: Database, *days: HomeDay) -> None:
    with database.writing() as session:
        home_days.add(session, days)


def _stored(database: Database, *days: HomeDay) -> list[HomeDay]:
    with database.reading() as session:
        return home_days.by_ids(session, [day.id for day in days])


@many
@given(day=any_day())
def test_a_day_reads_back_equal(database: Database, day: HomeDay) -> None:
    day = replace(day, id=uuid4(), person_id=f"{day.person_id}{uuid4()}")
    _store(database, day)
    assert _stored(database, day) == [day]


@many
@given(before=any_day(), after=any_day())
def test_a_saved_day_reads_back_equal(database: Database, before: HomeDay, after: HomeDay) -> None:
    before = replace(before, id=uuid4(), person_id=str(uuid4()))
    after = replace(after, id=before.id, person_id=before.person_id, version=before.version + 1)
    _store(database, before)
    with database.writing() as session:
        home_days.save(session, after)
    assert _stored(database, before) == [after]


def test_days_of_one_request_and_of_one_cancellation(database: Database) -> None:
    request, cancellation = uuid4(), uuid4()
    second = a_day(on=TUESDAY, request_id=request)
    first = a_day(on=MONDAY, request_id=request)
    cancelled = a_day(on=FRIDAY, status=Status.CANCELLED, cancellation_id=cancellation)
    _store(database, second, first, cancelled)
    with database.reading() as session:
        assert home_days.of_request(session, request) == [first, second]
        assert home_days.of_cancellation(session, cancellation) == [cancelled]
        assert home_days.of_request(session, uuid4()) == []


def test_live_days_are_those_that_take_up_their_date(database: Database) -> None:
    days = {status: a_day(on=MONDAY + timedelta(days=n), status=status) for n, status in enumerate(Status)}
    _store(database, *days.values(), a_day("bo", MONDAY))
    with database.reading() as session:
        dates = [day.on for day in days.values()]
        assert home_days.live_on(session, "anna", dates) == [days[Status.ASKED], days[Status.APPROVED]]
        assert home_days.live_on(session, "anna", dates[:1]) == [days[Status.ASKED]]
        assert home_days.live_on(session, "anna", []) == []


def test_days_from_a_date_on_in_whatever_state(database: Database) -> None:
    early = a_day(on=MONDAY)
    late = a_day(on=FRIDAY, status=Status.WITHDRAWN)
    middle = a_day(on=TUESDAY)
    _store(database, late, early, middle, a_day("bo", FRIDAY))
    with database.reading() as session:
        assert home_days.from_date(session, "anna", MONDAY) == [early, middle, late]
        assert home_days.from_date(session, "anna", TUESDAY) == [middle, late]


def test_days_of_a_team_between_two_dates(database: Database) -> None:
    first, last = a_day("anna", MONDAY, half=Half.MORNING), a_day("bo", FRIDAY, status=Status.DECLINED)
    outside = [a_day("anna", MONDAY - timedelta(days=1)), a_day("bo", FRIDAY + timedelta(days=1)), a_day("ib", TUESDAY)]
    _store(database, last, first, *outside)
    with database.reading() as session:
        assert home_days.between(session, ["anna", "bo"], MONDAY, FRIDAY) == [first, last]
        assert home_days.between(session, [], MONDAY, FRIDAY) == []


def test_how_many_are_at_home_on_a_date(database: Database) -> None:
    approved = [a_day(person_id=one, on=TUESDAY, status=Status.APPROVED) for one in ("anna", "bo", "per")]
    asked = a_day(person_id="eva", on=TUESDAY)
    later = a_day(person_id="anna", on=FRIDAY, status=Status.APPROVED)
    _store(database, *approved, asked, later)
    with database.reading() as session:
        assert home_days.at_home(session, ["anna", "bo", "eva"], MONDAY, FRIDAY) == {TUESDAY: 2, FRIDAY: 1}
        assert home_days.at_home(session, ["anna", "bo"], MONDAY, MONDAY) == {}
        assert home_days.at_home(session, [], MONDAY, FRIDAY) == {}


def test_what_waits_for_an_answer(database: Database) -> None:
    waits = a_day("anna", TUESDAY)
    past, answered = a_day("anna", MONDAY), a_day("anna", FRIDAY, status=Status.APPROVED)
    _store(database, waits, past, answered, a_day("ib", TUESDAY))
    with database.reading() as session:
        assert home_days.asked_by(session, ["anna", "bo"], TUESDAY) == [waits]


def test_a_date_is_taken_once(database: Database) -> None:
    first = a_day()
    _store(database, first)
    second, other = a_day(), a_day(on=TUESDAY)
    with pytest.raises(Taken) as taken:
        _store(database, other, second)
    assert taken.value.dates == (MONDAY,)
    assert _stored(database, first, second, other) == [first]


def test_the_same_date_twice_in_one_request(database: Database) -> None:
    with pytest.raises(Taken):
        _store(database, a_day(), a_day())


def test_a_date_is_free_again_when_the_day_has_ended(database: Database) -> None:
    _store(database, a_day(status=Status.APPROVED))
    _store(database, a_day("bo"))
    for ended in (Status.DECLINED, Status.CANCELLED, Status.WITHDRAWN):
        _store(database, a_day(status=ended))
    with pytest.raises(Taken):
        _store(database, a_day())


def test_fifty_askers_of_one_date_get_one_day(database: Database) -> None:
    outcomes = at_once(50, lambda _number: _store(database, a_day()))
    assert sorted(type(one).__name__ for one in outcomes) == ["NoneType"] + ["Taken"] * 49
    with database.reading() as session:
        assert len(home_days.from_date(session, "anna", date.min)) == 1


def test_of_two_who_change_the_same_version_one_wins(database: Database) -> None:
    for on in (MONDAY + timedelta(days=n) for n in range(10)):
        day = a_day(on=on)
        _store(database, day)
        changes = [replace(day, version=2, status=one) for one in (Status.APPROVED, Status.DECLINED)]

        def save(number: int, changes: list[HomeDay] = changes) -> None:
            with database.writing() as session:
                home_days.save(session, changes[number])

        outcomes = at_once(2, save)
        winner = outcomes.index(None)
        assert isinstance(outcomes[1 - winner], Conflict)
        assert _stored(database, day) == [changes[winner]]


@pytest.mark.parametrize("version", [1, 3])
def test_only_the_next_version_is_saved(database: Database, version: int) -> None:
    day = a_day()
    _store(database, day)
    with pytest.raises(Conflict), database.writing() as session:
        home_days.save(session, replace(day, version=version, decided_at=NOW))
    assert _stored(database, day) == [day]


def test_a_day_that_was_never_stored_is_not_saved(database: Database) -> None:
    with pytest.raises(Conflict), database.writing() as session:
        home_days.save(session, a_day(version=2))


def test_nothing_to_add(database: Database) -> None:
    _store(database)
