"""Leader and deputy approve different days in the same instant: together they cannot pass what neither may alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from bench.growth import gate_on
from domain import commands as c
from domain.home_days import Half, HomeDay, Status
from domain.people import Person
from storage import home_days, people
from storage.database import Database
from tests.journeys.town import MONDAY, STAFF
from tests.storage.together import at_once

FIRST = date(2026, 11, 23)
ROUNDS = 12
LIMIT = 16  # halves in four weeks: two days a week


def _put(database: Database, person_id: str) -> list[HomeDay]:
    """Leave seven days and a half approved in one month, and two halves asked for: only one of them still fits."""
    dates = [FIRST + timedelta(weeks=week, days=day) for week in range(4) for day in (0, 1)]
    days = [HomeDay(uuid4(), person_id, on, uuid4(), status=Status.APPROVED) for on in dates]
    days[-1] = replace(days[-1], half=Half.MORNING)
    asked = [HomeDay(uuid4(), person_id, FIRST + timedelta(days=day), uuid4(), Half.MORNING) for day in (2, 3)]
    with database.writing() as session:
        home_days.add(session, [*days, *asked])
    return asked


@pytest.mark.postgres
def test_two_who_approve_in_the_same_instant_stay_within_two_days_a_week(database: Database) -> None:
    staff = [Person(f"anna{n}", f"Anna {n}", leader_id="lars") for n in range(ROUNDS)]
    with database.writing() as session:
        people.replace_all(session, [*STAFF, *staff])
    gate = gate_on(database)
    deciders = [one for one in STAFF if one.id in ("lars", "dorte")]
    for one in staff:
        asked = _put(database, one.id)

        def approve(number: int, asked: list[HomeDay] = asked) -> object:
            day = asked[number]
            refs = (c.DayRef(id=day.id, version=day.version),)
            return gate.run(c.ApproveDays(days=refs), deciders[number], MONDAY)

        at_once(2, approve)
        with database.reading() as session:
            days = home_days.from_date(session, one.id, FIRST)
        assert sum(1 if day.half else 2 for day in days if day.status is Status.APPROVED) == LIMIT
