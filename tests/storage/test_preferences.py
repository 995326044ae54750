from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from domain.preferences import Preferences
from storage import preferences
from storage.database import Database
from storage.errors import Conflict
from tests.storage.values import NOW

ANNA = Preferences("anna", "12 34 56 78", time(8), time(15, 30), 1, NOW)


def _save(database: Database, one: Preferences) -> None:
    with database.writing() as session:
        preferences.save(session, one)


def _find(database: Database, person_id: str) -> Preferences:
    with database.reading() as session:
        return preferences.find(session, person_id)


def test_who_never_set_anything_has_empty_settings(database: Database) -> None:
    assert _find(database, "anna") == Preferences("anna")


def test_what_is_saved_comes_back(database: Database) -> None:
    _save(database, ANNA)
    later = replace(ANNA, phone="", version=2)
    _save(database, later)
    assert _find(database, "anna") == later
    with database.reading() as session:
        assert preferences.of_people(session, ["anna", "bo"]) == {"anna": later, "bo": Preferences("bo")}


@pytest.mark.parametrize("version", [1, 3])
def test_somebody_elses_change_is_not_written_over(database: Database, version: int) -> None:
    _save(database, ANNA)
    with pytest.raises(Conflict):
        _save(database, replace(ANNA, phone="7012", version=version))
    assert _find(database, "anna") == ANNA
