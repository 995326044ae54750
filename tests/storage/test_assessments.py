"""A team's APV list is read back as it was written, with its history, and two at once are told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from domain.assessment import Assessment, Change
from domain.check_items import CheckItem
from storage import assessments
from storage.database import Database
from storage.errors import Conflict, Taken
from tests.storage.values import MONDAY, NOW

ITEMS = (CheckItem("a", "Behov", 6, "Er der mål?"), CheckItem("b", "Behov", 6, "Hvordan?", asks_need=True))


def a_list(leader_id: str | None = "lars", **others: object) -> Assessment:
    one = Assessment(uuid4(), leader_id, "Drift", "1", ITEMS, NOW, {"a": 'Ja, "hver" måned'}, date(2027, 1, 4))
    return replace(one, **others)  # type: ignore[arg-type]


def test_read_back_as_written_with_its_history(database: Database) -> None:
    one = a_list()
    with database.writing() as session:
        assessments.add(session, one)
        after = replace(one, remarks={"b": "Aftalt"}, edition=2)
        first, second = Change("b", "Aftalt", "lars", NOW), Change("a", "", None, NOW + timedelta(hours=1))
        assessments.save(session, after, [first, second])
    with database.reading() as session:
        assert assessments.find(session, one.id) == after
        assert assessments.of_leader(session, "lars") == after
        assert assessments.of_leader(session, "ole") is None
        assert assessments.of_department(session, "Drift") == [after]
        assert assessments.history(session, one.id, 10) == [second, first]
        assert assessments.history(session, one.id, 1) == [second]


def test_one_list_a_team_and_any_number_that_nobody_leads(database: Database) -> None:
    with database.writing() as session:
        assessments.add(session, a_list())
        assessments.add(session, a_list(None))
        assessments.add(session, a_list(None))
    with pytest.raises(Taken), database.writing() as session:
        assessments.add(session, a_list())


def test_two_at_once_one_is_told(database: Database) -> None:
    one = a_list()
    with database.writing() as session:
        assessments.add(session, one)
        assessments.save(session, replace(one, edition=2))
    with pytest.raises(Conflict), database.writing() as session:
        assessments.save(session, replace(one, edition=2))


def test_it_is_due_from_the_day_that_was_set(database: Database) -> None:
    with database.writing() as session:
        assessments.add(session, one := a_list(review_on=MONDAY))
        assessments.add(session, a_list("ole", review_on=None))
    with database.reading() as session:
        assert assessments.due(session, MONDAY) == [one]
        assert assessments.due(session, MONDAY - timedelta(days=1)) == []
