"""What was handed out is read back as it was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from domain.equipment import Fate, Item, Leaving, Payer, Source
from storage import equipment
from storage.database import Database
from storage.errors import Conflict
from tests.storage.values import MONDAY, NOW


def a_screen(person_id: str = "anna") -> Item:
    return Item(uuid4(), person_id, "Skærm", MONDAY, "lars", Payer.DEPARTMENT, "Drift", Source.GAP, uuid4())


def test_read_back_as_written_and_once(database: Database) -> None:
    item = a_screen()
    with database.writing() as session:
        equipment.add(session, item)
        equipment.add(session, replace(item, what="Noget andet"))
        equipment.add(session, a_screen("bo"))
    with database.reading() as session:
        assert equipment.find(session, item.id) == item
        assert equipment.of_people(session, ["anna"]) == [item]
        assert [one.person_id for one in equipment.all_out(session)] == ["anna", "bo"]


def test_two_at_once_one_is_told(database: Database) -> None:
    item = a_screen()
    back = replace(item, fate=Fate.RETURNED, settled_on=MONDAY, settled_by="lars", version=2)
    with database.writing() as session:
        equipment.add(session, item)
        equipment.save(session, back)
    with pytest.raises(Conflict), database.writing() as session:
        equipment.save(session, replace(back, fate=Fate.BOUGHT))
    with database.reading() as session:
        assert equipment.find(session, item.id) == back
        assert equipment.all_out(session) == []


def test_leaving_again_moves_the_last_day(database: Database) -> None:
    leaving = Leaving(uuid4(), "anna", MONDAY, "lars", NOW)
    with database.writing() as session:
        equipment.start_leaving(session, leaving)
        equipment.start_leaving(session, replace(leaving, id=uuid4(), last_day=date(2026, 12, 31)))
    with database.reading() as session:
        known = equipment.leaving_of(session, "anna")
        assert known == replace(leaving, last_day=date(2026, 12, 31))
        assert equipment.leaving(session, leaving.id) == known
        assert equipment.leaving_of(session, "bo") is None
