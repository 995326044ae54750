"""A checklist read back is the checklist written, and two at once are told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.check_items import CheckItem
from domain.workplace import Answer, Decision, Reply, Settlement, Workplace, void
from domain.workplace_state import Verdict
from storage import checklists
from storage.database import Database
from storage.errors import Conflict, Taken
from tests.storage.values import MONDAY, NOW, ids, many, moments, texts

ITEMS = (CheckItem("a", "Krav", 8, "Er der plads?"), CheckItem("b", "Krav", 8, "Er der behov?", asks_need=True))
LISTS = st.builds(
    Workplace,
    id=st.uuids(),
    person_id=ids,
    policy_version=texts,
    items=st.lists(st.builds(CheckItem, ids, texts, st.integers(1, 20), texts, st.booleans()), max_size=11).map(tuple),
    started_at=moments,
    asked_by=st.none() | ids,
    replies=st.dictionaries(ids, st.builds(Reply, st.none() | st.sampled_from(Answer), texts), max_size=11),
    settlements=st.dictionaries(
        ids, st.builds(Settlement, st.none() | st.sampled_from(Decision), texts, texts), max_size=11
    ),
    remark=texts,
    met_on=st.none() | st.dates(date(2020, 1, 1)),
    sent_at=st.none() | moments,
    reviewed_at=moments,  # finished: of those a person may have any number
    reviewed_by=st.none() | ids,
    void_on=st.none() | st.dates(date(2020, 1, 1)),
    edition=st.integers(1, 1000),
)


def a_list(person_id: str = "anna", **others: object) -> Workplace:
    return Workplace(uuid4(), person_id, "1", ITEMS, **{"started_at": NOW, **others})  # type: ignore[arg-type]


@many
@given(LISTS)
def test_read_back_as_written(database: Database, one: Workplace) -> None:
    one = replace(one, id=uuid4())
    with database.writing() as session:
        checklists.add(session, one)
    with database.reading() as session:
        assert checklists.find(session, one.id) == one
        assert one in checklists.of_person(session, one.person_id)
        assert one in checklists.of_people(session, [one.person_id, "nobody"])


def test_one_unfinished_list_a_person_and_any_number_of_finished(database: Database) -> None:
    one = a_list()
    with database.writing() as session:
        checklists.add(session, one)
    with pytest.raises(Taken), database.writing() as session:
        checklists.add(session, a_list())
    with database.writing() as session:
        checklists.save(session, void(one, MONDAY))
        checklists.add(session, a_list(reviewed_at=NOW))
        checklists.add(session, second := a_list())
    with database.reading() as session:
        assert checklists.unfinished(session) == [second]
        assert len(checklists.of_person(session, "anna")) == 3


def test_two_at_once_one_is_told(database: Database) -> None:
    one = a_list()
    with database.writing() as session:
        checklists.add(session, one)
        checklists.save(session, replace(one, edition=2))
    with pytest.raises(Conflict), database.writing() as session:
        checklists.save(session, replace(one, edition=2))


def test_the_state_of_a_person(database: Database) -> None:
    done = a_list(sent_at=NOW, reviewed_at=NOW, reviewed_by="lars")
    with database.writing() as session:
        checklists.add(session, done)
    with database.reading() as session:
        state = checklists.workplace_state(session, "anna", MONDAY)
        assert (state.verdict, state.list_id, state.on) == (Verdict.MET, done.id, MONDAY)
        assert checklists.workplace_state(session, "bo", MONDAY).verdict is Verdict.MISSING
        assert checklists.reviewed_between(session, NOW, NOW + timedelta(days=1)) == [done]
        assert checklists.reviewed_between(session, NOW + timedelta(seconds=1), NOW + timedelta(days=1)) == []
