"""An agreement is read back as it was written, and two at once are told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from domain.agreements import Agreement, Terms, Version, change, confirm, end, hash_of
from storage import agreements
from storage.database import Database
from storage.errors import Conflict, Taken
from tests.storage.values import MONDAY, NOW

TERMS = Terms("1 dag", "Onsdag", "8-15", "Sager", "Skærm", "Ingen", "Hjemme", date(2026, 12, 2), 14)


def test_read_back_as_written_with_the_version_in_force(database: Database) -> None:
    one = Agreement(uuid4(), "anna", Version(1, TERMS, "lars", NOW), seen_by_leader=1)
    with database.writing() as session:
        agreements.add(session, one)
        first = confirm(one, "anna", NOW, hash_of(one))
        assert isinstance(first, Agreement)
        agreements.save(session, first)
        second = confirm(first, "lars", NOW, hash_of(one))
        assert isinstance(second, Agreement)
        agreements.save(session, second)
        new = change(second, replace(TERMS, extent="2 dage"), "anna", NOW, 1)
        assert isinstance(new, Agreement)
        agreements.save(session, new)
    with database.reading() as session:
        assert agreements.find(session, one.id) == new
        assert agreements.current(session, "anna") == new
        assert agreements.covers(session, "anna", date(2026, 12, 2))
        assert not agreements.covers(session, "anna", MONDAY)
        assert not agreements.covers(session, "bo", date(2026, 12, 2))
        assert agreements.version(session, one.id, 1) == second.draft


def test_one_open_agreement_a_person(database: Database) -> None:
    one = Agreement(uuid4(), "anna", Version(1, TERMS, "lars", NOW))
    with database.writing() as session:
        agreements.add(session, one)
    with pytest.raises(Taken), database.writing() as session:
        agreements.add(session, replace(one, id=uuid4()))
    with database.writing() as session:
        agreements.save(session, end(one, "anna", NOW, MONDAY))
        agreements.add(session, replace(one, id=uuid4()))


def test_two_at_once_one_is_told(database: Database) -> None:
    one = Agreement(uuid4(), "anna", Version(1, TERMS, "lars", NOW))
    with database.writing() as session:
        agreements.add(session, one)
        agreements.save(session, replace(one, edition=2))
    with pytest.raises(Conflict), database.writing() as session:
        agreements.save(session, replace(one, edition=2))
